using Newtonsoft.Json;

namespace Microsoft.Bot.Schema.Teams;

/// <summary>A person in a meeting.</summary>
public class TeamsMeetingParticipant
{
    public TeamsMeetingParticipant()
    {
    }

    public TeamsMeetingParticipant(TeamsChannelAccount? user = default, ConversationAccount? conversation = default, MeetingParticipantInfo? meeting = default)
    {
        User = user;
        Conversation = conversation;
        Meeting = meeting;
    }

    [JsonProperty(PropertyName = "user")]
    public TeamsChannelAccount? User { get; set; }

    [JsonProperty(PropertyName = "conversation")]
    public ConversationAccount? Conversation { get; set; }

    [JsonProperty(PropertyName = "meeting")]
    public MeetingParticipantInfo? Meeting { get; set; }
}
