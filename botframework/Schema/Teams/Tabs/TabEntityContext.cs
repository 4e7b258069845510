using Newtonsoft.Json;

namespace Microsoft.Bot.Schema.Teams;

/// <summary>Which tab.</summary>
public class TabEntityContext
{
    public TabEntityContext()
    {
    }

    public TabEntityContext(string? tabEntityId = default)
    {
        TabEntityId = tabEntityId;
    }

    [JsonProperty(PropertyName = "tabEntityId")]
    public string? TabEntityId { get; set; }
}
