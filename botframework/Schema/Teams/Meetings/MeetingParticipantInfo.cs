using Newtonsoft.Json;

namespace Microsoft.Bot.Schema.Teams;

/// <summary>The part a person has in a meeting.</summary>
public class MeetingParticipantInfo
{
    public MeetingParticipantInfo()
    {
    }

    public MeetingParticipantInfo(string? role = default, bool? inMeeting = default)
    {
        Role = role;
        InMeeting = inMeeting;
    }

    [JsonProperty(PropertyName = "role")]
    public string? Role { get; set; }

    [JsonProperty(PropertyName = "inMeeting")]
    public bool? InMeeting { get; set; }
}
