using Newtonsoft.Json;

namespace Microsoft.Bot.Schema.Teams;

/// <summary>A scheduled meeting.</summary>
public class MeetingDetails : MeetingDetailsBase
{
    public MeetingDetails()
    {
    }

    public MeetingDetails(
        string? id,
        string? msGraphResourceId = null,
        DateTime? scheduledStartTime = null,
        DateTime? scheduledEndTime = null,
        Uri? joinUrl = null,
        string? title = null,
        string? type = "Scheduled")
        : base(id, joinUrl, title)
    {
        MsGraphResourceId = msGraphResourceId;
        ScheduledStartTime = scheduledStartTime;
        ScheduledEndTime = scheduledEndTime;
        Type = type;
    }

    [JsonProperty(PropertyName = "msGraphResourceId")]
    public string? MsGraphResourceId { get; set; }

    /// <summary>In UTC.</summary>
    [JsonProperty(PropertyName = "scheduledStartTime")]
    public DateTime? ScheduledStartTime { get; set; }

    /// <summary>In UTC.</summary>
    [JsonProperty(PropertyName = "scheduledEndTime")]
    public DateTime? ScheduledEndTime { get; set; }

    [JsonProperty(PropertyName = "type")]
    public string? Type { get; set; }
}
