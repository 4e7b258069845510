using Newtonsoft.Json;

namespace Microsoft.Bot.Schema;

/// <summary>The value of the invoke <c>adaptiveCard/action</c>.</summary>
public class AdaptiveCardInvokeValue
{
    [JsonProperty(PropertyName = "action")]
    public AdaptiveCardInvokeAction? Action { get; set; }

    [JsonProperty(PropertyName = "authentication")]
    public TokenExchangeInvokeRequest? Authentication { get; set; }

    [JsonProperty(PropertyName = "state")]
    public string? State { get; set; }
}
