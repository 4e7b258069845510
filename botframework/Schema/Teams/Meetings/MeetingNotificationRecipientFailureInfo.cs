using Newtonsoft.Json;

namespace Microsoft.Bot.Schema.Teams;

/// <summary>Who was not notified, and why.</summary>
public class MeetingNotificationRecipientFailureInfo
{
    [JsonProperty(PropertyName = "recipientMri")]
    public string? RecipientMri { get; set; }

    [JsonProperty(PropertyName = "errorcode")]
    public string? ErrorCode { get; set; }

    [JsonProperty(PropertyName = "failureReason")]
    public string? FailureReason { get; set; }
}
