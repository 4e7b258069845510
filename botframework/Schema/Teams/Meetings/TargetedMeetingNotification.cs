using Newtonsoft.Json;

namespace Microsoft.Bot.Schema.Teams;

/// <summary>A notification for some of those in a meeting.</summary>
public class TargetedMeetingNotification : MeetingNotification<TargetedMeetingNotificationValue>
{
    public TargetedMeetingNotification()
    {
        Type = "targetedMeetingNotification";
    }

    [JsonProperty(PropertyName = "channelData")]
    public MeetingNotificationChannelData? ChannelData { get; set; }
}
