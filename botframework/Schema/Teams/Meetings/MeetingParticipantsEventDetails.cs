using Newtonsoft.Json;

namespace Microsoft.Bot.Schema.Teams;

/// <summary>Who joined or left a meeting.</summary>
public class MeetingParticipantsEventDetails
{
    public MeetingParticipantsEventDetails()
    {
    }

    public MeetingParticipantsEventDetails(IList<TeamsMeetingMember>? members = default)
    {
        Members = members;
    }

    [JsonProperty(PropertyName = "members")]
    public IList<TeamsMeetingMember>? Members { get; set; }
}
