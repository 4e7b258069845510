using Newtonsoft.Json;

namespace Microsoft.Bot.Schema.Teams;

/// <summary>A meeting, its conversation and who called it.</summary>
public class MeetingInfo
{
    public MeetingInfo()
    {
    }

    public MeetingInfo(MeetingDetails? details = default, ConversationAccount? conversation = default, TeamsChannelAccount? organizer = default)
    {
        Details = details;
        Conversation = conversation;
        Organizer = organizer;
    }

    [JsonProperty(PropertyName = "details")]
    public MeetingDetails? Details { get; set; }

    [JsonProperty(PropertyName = "conversation")]
    public ConversationAccount? Conversation { get; set; }

    [JsonProperty(PropertyName = "organizer")]
    public TeamsChannelAccount? Organizer { get; set; }
}
