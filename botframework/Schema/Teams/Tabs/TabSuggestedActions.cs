using Newtonsoft.Json;

namespace Microsoft.Bot.Schema.Teams;

/// <summary>Buttons of a tab.</summary>
public class TabSuggestedActions
{
    public TabSuggestedActions()
    {
    }

    public TabSuggestedActions(IList<CardAction>? actions = default)
    {
        Actions = actions;
    }

    [JsonProperty(PropertyName = "actions")]
    public IList<CardAction>? Actions { get; set; }
}
