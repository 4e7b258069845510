using Newtonsoft.Json;

namespace Microsoft.Bot.Schema.Teams;

/// <summary>The answer of a tab.</summary>
public class TabResponse
{
    public TabResponse()
    {
    }

    public TabResponse(TabResponsePayload? tab = default)
    {
        Tab = tab;
    }

    [JsonProperty(PropertyName = "tab")]
    public TabResponsePayload? Tab { get; set; }
}
