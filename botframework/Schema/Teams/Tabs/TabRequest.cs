using Newtonsoft.Json;

namespace Microsoft.Bot.Schema.Teams;

/// <summary>A tab made of cards is opened.</summary>
public class TabRequest
{
    public TabRequest()
    {
    }

    public TabRequest(TabEntityContext? tabEntityContext = default, TabContext? context = default, string? state = default)
    {
        TabEntityContext = tabEntityContext;
        Context = context;
        State = state;
    }

    [JsonProperty(PropertyName = "tabContext")]
    public TabEntityContext? TabEntityContext { get; set; }

    [JsonProperty(PropertyName = "context")]
    public TabContext? Context { get; set; }

    [JsonProperty(PropertyName = "state")]
    public string? State { get; set; }
}
