using Newtonsoft.Json;

namespace Microsoft.Bot.Schema;

/// <summary>The body of a channel's answer when a call failed.</summary>
public class ErrorResponse
{
    public ErrorResponse()
    {
    }

    public ErrorResponse(Error? error = default)
    {
        Error = error;
    }

    [JsonProperty(PropertyName = "error")]
    public Error? Error { get; set; }
}
