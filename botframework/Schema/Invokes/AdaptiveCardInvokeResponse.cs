using Newtonsoft.Json;

namespace Microsoft.Bot.Schema;

/// <summary>The answer to a card action.</summary>
public class AdaptiveCardInvokeResponse
{
    [JsonProperty(PropertyName = "statusCode")]
    public int StatusCode { get; set; }

    [JsonProperty(PropertyName = "type")]
    public string? Type { get; set; }

    [JsonProperty(PropertyName = "value")]
    public object? Value { get; set; }
}
