using Newtonsoft.Json;

namespace Microsoft.Bot.Schema.Teams;

/// <summary>Who was not notified.</summary>
public class MeetingNotificationResponse
{
    [JsonProperty(PropertyName = "recipientsFailureInfo")]
    public IList<MeetingNotificationRecipientFailureInfo>? RecipientsFailureInfo { get; set; }
}
