using Newtonsoft.Json;

namespace Microsoft.Bot.Schema.Teams;

/// <summary>The sign-in that the settings of a bot ask for.</summary>
public class BotConfigAuth
{
    [JsonProperty(PropertyName = "type")]
    public string Type { get; set; } = "auth";

    [JsonProperty(PropertyName = "suggestedActions")]
    public SuggestedActions? SuggestedActions { get; set; }
}
