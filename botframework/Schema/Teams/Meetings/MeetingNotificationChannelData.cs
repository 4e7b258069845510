using Newtonsoft.Json;

namespace Microsoft.Bot.Schema.Teams;

/// <summary>For whom a notification is sent.</summary>
public class MeetingNotificationChannelData
{
    [JsonProperty(PropertyName = "OnBehalfOf")]
    public IList<OnBehalfOf>? OnBehalfOfList { get; set; }
}
