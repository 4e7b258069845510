using Newtonsoft.Json;

namespace Microsoft.Bot.Schema.Teams;

/// <summary>The meeting that an event is about.</summary>
public class MeetingEventDetails : MeetingDetailsBase
{
    [JsonProperty(PropertyName = "MeetingType")]
    public string? MeetingType { get; set; }
}
