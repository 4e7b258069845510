using Newtonsoft.Json;

namespace Microsoft.Bot.Schema.Teams;

/// <summary>For whom a message is sent.</summary>
public class OnBehalfOf
{
    [JsonProperty(PropertyName = "itemid")]
    public int ItemId { get; set; }

    [JsonProperty(PropertyName = "mentionType")]
    public string? MentionType { get; set; }

    [JsonProperty(PropertyName = "mri")]
    public string? Mri { get; set; }

    [JsonProperty(PropertyName = "displayName")]
    public string? DisplayName { get; set; }
}
