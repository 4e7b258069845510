using Newtonsoft.Json;

namespace Microsoft.Bot.Schema;

/// <summary>The value of the result of a command.</summary>
public class CommandResultValue<T>
{
    [JsonProperty(PropertyName = "commandId")]
    public string? CommandId { get; set; }

    [JsonProperty(PropertyName = "data")]
    public T? Data { get; set; }

    [JsonProperty(PropertyName = "error")]
    public Error? Error { get; set; }
}
