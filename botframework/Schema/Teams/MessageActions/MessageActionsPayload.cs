using Newtonsoft.Json;

namespace Microsoft.Bot.Schema.Teams;

/// <summary>The message that an action was used on.</summary>
public class MessageActionsPayload
{
    public MessageActionsPayload()
    {
    }

    public MessageActionsPayload(
        string? id = default,
        string? replyToId = default,
        string? messageType = default,
        string? createdDateTime = default,
        string? lastModifiedDateTime = default,
        bool? deleted = default,
        string? subject = default,
        string? summary = default,
        string? importance = default,
        string? locale = default,
        string? linkToMessage = default,
        MessageActionsPayloadFrom? from = default,
        MessageActionsPayloadBody? body = default,
        string? attachmentLayout = default,
        IList<MessageActionsPayloadAttachment>? attachments = default,
        IList<MessageActionsPayloadMention>? mentions = default,
        IList<MessageActionsPayloadReaction>? reactions = default)
    {
        Id = id;
        ReplyToId = replyToId;
        MessageType = messageType;
        CreatedDateTime = createdDateTime;
        LastModifiedDateTime = lastModifiedDateTime;
        Deleted = deleted;
        Subject = subject;
        Summary = summary;
        Importance = importance;
        Locale = locale;
        LinkToMessage = linkToMessage;
        From = from;
        Body = body;
        AttachmentLayout = attachmentLayout;
        Attachments = attachments;
        Mentions = mentions;
        Reactions = reactions;
    }

    [JsonProperty(PropertyName = "id")]
    public string? Id { get; set; }

    [JsonProperty(PropertyName = "replyToId")]
    public string? ReplyToId { get; set; }

    [JsonProperty(PropertyName = "messageType")]
    public string? MessageType { get; set; }

    [JsonProperty(PropertyName = "createdDateTime")]
    public string? CreatedDateTime { get; set; }

    [JsonProperty(PropertyName = "lastModifiedDateTime")]
    public string? LastModifiedDateTime { get; set; }

    [JsonProperty(PropertyName = "deleted")]
    public bool? Deleted { get; set; }

    [JsonProperty(PropertyName = "subject")]
    public string? Subject { get; set; }

    [JsonProperty(PropertyName = "summary")]
    public string? Summary { get; set; }

    [JsonProperty(PropertyName = "importance")]
    public string? Importance { get; set; }

    [JsonProperty(PropertyName = "locale")]
    public string? Locale { get; set; }

    [JsonProperty(PropertyName = "linkToMessage")]
    public string? LinkToMessage { get; set; }

    [JsonProperty(PropertyName = "from")]
    public MessageActionsPayloadFrom? From { get; set; }

    [JsonProperty(PropertyName = "body")]
    public MessageActionsPayloadBody? Body { get; set; }

    [JsonProperty(PropertyName = "attachmentLayout")]
    public string? AttachmentLayout { get; set; }

    [JsonProperty(PropertyName = "attachments")]
    public IList<MessageActionsPayloadAttachment>? Attachments { get; set; }

    [JsonProperty(PropertyName = "mentions")]
    public IList<MessageActionsPayloadMention>? Mentions { get; set; }

    [JsonProperty(PropertyName = "reactions")]
    public IList<MessageActionsPayloadReaction>? Reactions { get; set; }
}
