using Newtonsoft.Json;

namespace Microsoft.Bot.Schema.Teams;

/// <summary>A notification in a meeting, with what it says.</summary>
public class MeetingNotification<T> : MeetingNotificationBase
{
    [JsonProperty(PropertyName = "value")]
    public T? Value { get; set; }
}
