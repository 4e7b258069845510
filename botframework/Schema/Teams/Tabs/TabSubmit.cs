using Newtonsoft.Json;

namespace Microsoft.Bot.Schema.Teams;

/// <summary>Something was submitted in a tab.</summary>
public class TabSubmit
{
    public TabSubmit()
    {
    }

    public TabSubmit(TabEntityContext? tabEntityContext = default, TabContext? context = default, TabSubmitData? data = default)
    {
        TabEntityContext = tabEntityContext;
        Context = context;
        Data = data;
    }

    [JsonProperty(PropertyName = "tabContext")]
    public TabEntityContext? TabEntityContext { get; set; }

    [JsonProperty(PropertyName = "context")]
    public TabContext? Context { get; set; }

    [JsonProperty(PropertyName = "data")]
    public TabSubmitData? Data { get; set; }
}
