using Newtonsoft.Json;

namespace Microsoft.Bot.Schema.Teams;

/// <summary>Whether a message calls for attention.</summary>
public class NotificationInfo
{
    [JsonProperty(PropertyName = "alert")]
    public bool? Alert { get; set; }

    [JsonProperty(PropertyName = "alertInMeeting")]
    public bool? AlertInMeeting { get; set; }

    [JsonProperty(PropertyName = "externalResourceUrl")]
    public string? ExternalResourceUrl { get; set; }

    public NotificationInfo()
    {
    }

    public NotificationInfo(bool? alert = default)
    {
        Alert = alert;
    }

    public NotificationInfo(bool? alert, bool? alertInMeeting, string? externalResourceUrl)
    {
        Alert = alert;
        AlertInMeeting = alertInMeeting;
        ExternalResourceUrl = externalResourceUrl;
    }
}
