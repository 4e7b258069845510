using Newtonsoft.Json;

namespace Microsoft.Bot.Schema.Teams;

/// <summary>A meeting began.</summary>
public class MeetingStartEventDetails : MeetingEventDetails
{
    /// <summary>In UTC.</summary>
    [JsonProperty(PropertyName = "StartTime")]
    public DateTime StartTime { get; set; }
}
