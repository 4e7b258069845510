using Newtonsoft.Json;

namespace Microsoft.Bot.Schema;

/// <summary>Buttons shown under a message until the next one comes.</summary>
public class SuggestedActions
{
    public SuggestedActions()
    {
    }

    public SuggestedActions(IList<string>? to = default, IList<CardAction>? actions = default)
    {
        To = to;
        Actions = actions;
    }

    [JsonProperty(PropertyName = "to")]
    public IList<string>? To { get; set; }

    [JsonProperty(PropertyName = "actions")]
    public IList<CardAction>? Actions { get; set; }

    public SuggestedActions(IEnumerable<string>? to, IEnumerable<CardAction>? actions)
        : this(to?.ToArray(), actions?.ToArray())
    {
    }
}
