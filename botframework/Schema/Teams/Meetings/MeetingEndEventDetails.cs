using Newtonsoft.Json;

namespace Microsoft.Bot.Schema.Teams;

/// <summary>A meeting ended.</summary>
public class MeetingEndEventDetails : MeetingEventDetails
{
    /// <summary>In UTC.</summary>
    [JsonProperty(PropertyName = "EndTime")]
    public DateTime EndTime { get; set; }
}
