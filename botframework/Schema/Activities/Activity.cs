using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Microsoft.Bot.Schema;

/// <summary>Anything that happens in a conversation: a message, an event, somebody joining. Which fields mean something depends on <see cref="Type"/>.</summary>
public partial class Activity
{
    private JObject? _properties;

    public Activity()
    {
    }

    public Activity(
        string? type = default,
        string? id = default,
        DateTimeOffset? timestamp = default,
        DateTimeOffset? localTimestamp = default,
        string? serviceUrl = default,
        string? channelId = default,
        ChannelAccount? from = default,
        ConversationAccount? conversation = default,
        ChannelAccount? recipient = default,
        string? textFormat = default,
        string? attachmentLayout = default,
        IList<ChannelAccount>? membersAdded = default,
        IList<ChannelAccount>? membersRemoved = default,
        IList<MessageReaction>? reactionsAdded = default,
        IList<MessageReaction>? reactionsRemoved = default,
        string? topicName = default,
        bool? historyDisclosed = default,
        string? locale = default,
        string? text = default,
        string? speak = default,
        string? inputHint = default,
        string? summary = default,
        SuggestedActions? suggestedActions = default,
        IList<Attachment>? attachments = default,
        IList<Entity>? entities = default,
        object? channelData = default,
        string? action = default,
        string? replyToId = default,
        string? label = default,
        string? valueType = default,
        object? value = default,
        string? name = default,
        ConversationReference? relatesTo = default,
        string? code = default,
        DateTimeOffset? expiration = default,
        string? importance = default,
        string? deliveryMode = default,
        IList<string>? listenFor = default,
        IList<TextHighlight>? textHighlights = default,
        SemanticAction? semanticAction = default,
        string? localTimezone = default,
        string? callerId = default)
    {
        Type = type!;
        Id = id;
        Timestamp = timestamp;
        LocalTimestamp = localTimestamp;
        ServiceUrl = serviceUrl!;
        ChannelId = channelId!;
        From = from!;
        Conversation = conversation!;
        Recipient = recipient!;
        TextFormat = textFormat;
        AttachmentLayout = attachmentLayout;
        MembersAdded = membersAdded;
        MembersRemoved = membersRemoved;
        ReactionsAdded = reactionsAdded;
        ReactionsRemoved = reactionsRemoved;
        TopicName = topicName;
        HistoryDisclosed = historyDisclosed;
        Locale = locale;
        Text = text;
        Speak = speak;
        InputHint = inputHint;
        Summary = summary;
        SuggestedActions = suggestedActions;
        Attachments = attachments;
        Entities = entities;
        ChannelData = channelData;
        Action = action;
        ReplyToId = replyToId;
        Label = label;
        ValueType = valueType;
        Value = value;
        Name = name;
        RelatesTo = relatesTo;
        Code = code;
        Expiration = expiration;
        Importance = importance;
        DeliveryMode = deliveryMode;
        ListenFor = listenFor;
        TextHighlights = textHighlights;
        SemanticAction = semanticAction;
        LocalTimezone = localTimezone;
        CallerId = callerId;
    }

    /// <summary>One of <see cref="ActivityTypes"/>. Never null on an activity that reaches a bot.</summary>
    [JsonProperty(PropertyName = "type")]
    public string Type { get; set; } = null!;

    [JsonProperty(PropertyName = "id")]
    public string? Id { get; set; }

    /// <summary>When the channel sent it, in UTC.</summary>
    [JsonProperty(PropertyName = "timestamp")]
    public DateTimeOffset? Timestamp { get; set; }

    /// <summary>The same moment with the offset of the sender's clock.</summary>
    [JsonProperty(PropertyName = "localTimestamp")]
    public DateTimeOffset? LocalTimestamp { get; set; }

    /// <summary>Where replies go to. Never null on an activity that reaches a bot.</summary>
    [JsonProperty(PropertyName = "serviceUrl")]
    public string ServiceUrl { get; set; } = null!;

    /// <summary>The channel, such as <c>msteams</c> or <c>webchat</c>. Never null on an activity that reaches a bot.</summary>
    [JsonProperty(PropertyName = "channelId")]
    public string ChannelId { get; set; } = null!;

    [JsonProperty(PropertyName = "from")]
    public ChannelAccount From { get; set; } = null!;

    [JsonProperty(PropertyName = "conversation")]
    public ConversationAccount Conversation { get; set; } = null!;

    [JsonProperty(PropertyName = "recipient")]
    public ChannelAccount Recipient { get; set; } = null!;

    [JsonProperty(PropertyName = "textFormat")]
    public string? TextFormat { get; set; }

    [JsonProperty(PropertyName = "attachmentLayout")]
    public string? AttachmentLayout { get; set; }

    [JsonProperty(PropertyName = "membersAdded")]
    public IList<ChannelAccount>? MembersAdded { get; set; }

    [JsonProperty(PropertyName = "membersRemoved")]
    public IList<ChannelAccount>? MembersRemoved { get; set; }

    [JsonProperty(PropertyName = "reactionsAdded")]
    public IList<MessageReaction>? ReactionsAdded { get; set; }

    [JsonProperty(PropertyName = "reactionsRemoved")]
    public IList<MessageReaction>? ReactionsRemoved { get; set; }

    [JsonProperty(PropertyName = "topicName")]
    public string? TopicName { get; set; }

    [JsonProperty(PropertyName = "historyDisclosed")]
    public bool? HistoryDisclosed { get; set; }

    /// <summary>The sender's language, as a BCP 47 tag.</summary>
    [JsonProperty(PropertyName = "locale")]
    public string? Locale { get; set; }

    [JsonProperty(PropertyName = "text")]
    public string? Text { get; set; }

    [JsonProperty(PropertyName = "speak")]
    public string? Speak { get; set; }

    [JsonProperty(PropertyName = "inputHint")]
    public string? InputHint { get; set; }

    [JsonProperty(PropertyName = "summary")]
    public string? Summary { get; set; }

    [JsonProperty(PropertyName = "suggestedActions")]
    public SuggestedActions? SuggestedActions { get; set; }

    [JsonProperty(PropertyName = "attachments")]
    public IList<Attachment>? Attachments { get; set; }

    [JsonProperty(PropertyName = "entities")]
    public IList<Entity>? Entities { get; set; }

    /// <summary>What only this channel understands; a <see cref="JObject"/> when it came as JSON.</summary>
    [JsonProperty(PropertyName = "channelData")]
    public object? ChannelData { get; set; }

    [JsonProperty(PropertyName = "action")]
    public string? Action { get; set; }

    [JsonProperty(PropertyName = "replyToId")]
    public string? ReplyToId { get; set; }

    [JsonProperty(PropertyName = "label")]
    public string? Label { get; set; }

    [JsonProperty(PropertyName = "valueType")]
    public string? ValueType { get; set; }

    /// <summary>What comes with an event, an invoke or a submitted card; a <see cref="JObject"/> when it came as JSON.</summary>
    [JsonProperty(PropertyName = "value")]
    public object? Value { get; set; }

    [JsonProperty(PropertyName = "name")]
    public string? Name { get; set; }

    [JsonProperty(PropertyName = "relatesTo")]
    public ConversationReference? RelatesTo { get; set; }

    [JsonProperty(PropertyName = "code")]
    public string? Code { get; set; }

    [JsonProperty(PropertyName = "expiration")]
    public DateTimeOffset? Expiration { get; set; }

    [JsonProperty(PropertyName = "importance")]
    public string? Importance { get; set; }

    [JsonProperty(PropertyName = "deliveryMode")]
    public string? DeliveryMode { get; set; }

    [JsonProperty(PropertyName = "listenFor")]
    public IList<string>? ListenFor { get; set; }

    [JsonProperty(PropertyName = "textHighlights")]
    public IList<TextHighlight>? TextHighlights { get; set; }

    [JsonProperty(PropertyName = "semanticAction")]
    public SemanticAction? SemanticAction { get; set; }

    /// <summary>The sender's time zone, as an IANA name.</summary>
    [JsonProperty(PropertyName = "localTimezone")]
    public string? LocalTimezone { get; set; }

    /// <summary>Who called the bot, set by the adapter after authentication.</summary>
    [JsonProperty(PropertyName = "callerId")]
    public string? CallerId { get; set; }

    /// <summary>Members of the JSON object that have no property here; written back as they came.</summary>
    [JsonExtensionData(ReadData = true, WriteData = true)]
    public JObject Properties { get => _properties ??= []; set => _properties = value; }
}
