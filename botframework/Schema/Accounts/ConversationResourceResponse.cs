using Newtonsoft.Json;

namespace Microsoft.Bot.Schema;

/// <summary>A channel's answer to opening a conversation.</summary>
public class ConversationResourceResponse
{
    public ConversationResourceResponse()
    {
    }

    public ConversationResourceResponse(string? activityId = default, string? serviceUrl = default, string? id = default)
    {
        ActivityId = activityId;
        ServiceUrl = serviceUrl;
        Id = id;
    }

    [JsonProperty(PropertyName = "activityId")]
    public string? ActivityId { get; set; }

    [JsonProperty(PropertyName = "serviceUrl")]
    public string? ServiceUrl { get; set; }

    [JsonProperty(PropertyName = "id")]
    public string? Id { get; set; }
}
