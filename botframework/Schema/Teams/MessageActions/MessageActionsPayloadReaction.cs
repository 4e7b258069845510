using Newtonsoft.Json;

namespace Microsoft.Bot.Schema.Teams;

/// <summary>How somebody reacted to a message.</summary>
public class MessageActionsPayloadReaction
{
    public MessageActionsPayloadReaction()
    {
    }

    public MessageActionsPayloadReaction(string? reactionType = default, string? createdDateTime = default, MessageActionsPayloadFrom? user = default)
    {
        ReactionType = reactionType;
        CreatedDateTime = createdDateTime;
        User = user;
    }

    [JsonProperty(PropertyName = "reactionType")]
    public string? ReactionType { get; set; }

    [JsonProperty(PropertyName = "createdDateTime")]
    public string? CreatedDateTime { get; set; }

    [JsonProperty(PropertyName = "user")]
    public MessageActionsPayloadFrom? User { get; set; }
}
