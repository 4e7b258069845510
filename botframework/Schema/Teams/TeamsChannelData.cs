using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Microsoft.Bot.Schema.Teams;

/// <summary>What Teams adds to an activity.</summary>
public class TeamsChannelData
{
    public TeamsChannelData()
    {
    }

    public TeamsChannelData(ChannelInfo? channel = default, string? eventType = default, TeamInfo? team = default, NotificationInfo? notification = default, TenantInfo? tenant = default, TeamsMeetingInfo? meeting = default, TeamsChannelDataSettings? settings = default)
    {
        Channel = channel;
        EventType = eventType;
        Team = team;
        Notification = notification;
        Tenant = tenant;
        Meeting = meeting;
        Settings = settings;
    }

    [JsonProperty(PropertyName = "channel")]
    public ChannelInfo? Channel { get; set; }

    [JsonProperty(PropertyName = "eventType")]
    public string? EventType { get; set; }

    [JsonProperty(PropertyName = "team")]
    public TeamInfo? Team { get; set; }

    [JsonProperty(PropertyName = "notification")]
    public NotificationInfo? Notification { get; set; }

    [JsonProperty(PropertyName = "tenant")]
    public TenantInfo? Tenant { get; set; }

    [JsonProperty(PropertyName = "meeting")]
    public TeamsMeetingInfo? Meeting { get; set; }

    [JsonProperty(PropertyName = "settings")]
    public TeamsChannelDataSettings? Settings { get; set; }

    [JsonProperty(PropertyName = "onBehalfOf")]
    public IList<OnBehalfOf>? OnBehalfOf { get; set; }

    /// <summary>Members of the JSON object that have no property here; written back as they came.</summary>
    [JsonExtensionData(ReadData = true, WriteData = true)]
    public JObject Properties { get => _properties ??= []; set => _properties = value; }

    private JObject? _properties;
}
