using Newtonsoft.Json;

namespace Microsoft.Bot.Schema.Teams;

/// <summary>The part a person has in a meeting, in an event.</summary>
public class UserMeetingDetails
{
    [JsonProperty(PropertyName = "inMeeting")]
    public bool InMeeting { get; set; }

    [JsonProperty(PropertyName = "role")]
    public string? Role { get; set; }
}
