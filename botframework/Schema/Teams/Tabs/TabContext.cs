using Newtonsoft.Json;

namespace Microsoft.Bot.Schema.Teams;

/// <summary>How a tab is shown.</summary>
public class TabContext
{
    public TabContext()
    {
    }

    public TabContext(string? theme = default)
    {
        Theme = theme;
    }

    [JsonProperty(PropertyName = "theme")]
    public string? Theme { get; set; }
}
