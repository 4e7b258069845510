using Newtonsoft.Json;

namespace Microsoft.Bot.Schema.Teams;

/// <summary>Who is notified, and where in the meeting.</summary>
public class TargetedMeetingNotificationValue
{
    [JsonProperty(PropertyName = "recipients")]
    public IList<string>? Recipients { get; set; }

    [JsonProperty(PropertyName = "surfaces")]
    public IList<Surface>? Surfaces { get; set; }
}
