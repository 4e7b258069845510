using Newtonsoft.Json;

namespace Microsoft.Bot.Schema;

/// <summary>A point in a conversation: enough to speak into it later.</summary>
public class ConversationReference
{
    public ConversationReference()
    {
    }

    public ConversationReference(
        string? activityId = default,
        ChannelAccount? user = default,
        ChannelAccount? bot = default,
        ConversationAccount? conversation = default,
        string? channelId = default,
        string? serviceUrl = default,
        string? locale = default)
    {
        ActivityId = activityId;
        User = user!;
        Bot = bot!;
        Conversation = conversation!;
        ChannelId = channelId!;
        ServiceUrl = serviceUrl!;
        Locale = locale;
    }

    [JsonProperty(PropertyName = "activityId")]
    public string? ActivityId { get; set; }

    [JsonProperty(PropertyName = "user")]
    public ChannelAccount User { get; set; } = null!;

    [JsonProperty(PropertyName = "bot")]
    public ChannelAccount Bot { get; set; } = null!;

    [JsonProperty(PropertyName = "conversation")]
    public ConversationAccount Conversation { get; set; } = null!;

    [JsonProperty(PropertyName = "channelId")]
    public string ChannelId { get; set; } = null!;

    [JsonProperty(PropertyName = "locale")]
    public string? Locale { get; set; }

    [JsonProperty(PropertyName = "serviceUrl")]
    public string ServiceUrl { get; set; } = null!;

    /// <summary>The event that a bot is run with when it is to continue this conversation on its own accord.</summary>
    public Activity GetContinuationActivity() => new(ActivityTypes.Event)
    {
        Name = ActivityEventNames.ContinueConversation,
        Id = Guid.NewGuid().ToString(),
        ChannelId = ChannelId,
        Locale = Locale,
        ServiceUrl = ServiceUrl,
        Conversation = Conversation,
        Recipient = Bot,
        From = User,
        RelatesTo = this,
    };
}
