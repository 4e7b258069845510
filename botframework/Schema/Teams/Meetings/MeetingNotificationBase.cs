using Newtonsoft.Json;

namespace Microsoft.Bot.Schema.Teams;

/// <summary>A notification in a meeting.</summary>
public class MeetingNotificationBase
{
    public MeetingNotificationBase()
    {
    }

    public MeetingNotificationBase(string? type = default)
    {
        Type = type;
    }

    [JsonProperty(PropertyName = "type")]
    public string? Type { get; set; }
}
