using Newtonsoft.Json;

namespace Microsoft.Bot.Schema.Teams;

/// <summary>A card of a tab.</summary>
public class TabResponseCard
{
    public TabResponseCard()
    {
    }

    public TabResponseCard(object? card = default)
    {
        Card = card;
    }

    [JsonProperty(PropertyName = "card")]
    public object? Card { get; set; }
}
