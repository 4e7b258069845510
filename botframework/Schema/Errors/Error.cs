using Newtonsoft.Json;

namespace Microsoft.Bot.Schema;

/// <summary>What went wrong in a call to a channel.</summary>
public class Error
{
    public Error()
    {
    }

    public Error(string? code = default, string? message = default, InnerHttpError? innerHttpError = default)
    {
        Code = code;
        Message = message;
        InnerHttpError = innerHttpError;
    }

    [JsonProperty(PropertyName = "code")]
    public string? Code { get; set; }

    [JsonProperty(PropertyName = "message")]
    public string? Message { get; set; }

    [JsonProperty(PropertyName = "innerHttpError")]
    public InnerHttpError? InnerHttpError { get; set; }
}
