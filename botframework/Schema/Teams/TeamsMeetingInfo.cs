using Newtonsoft.Json;

namespace Microsoft.Bot.Schema.Teams;

/// <summary>A meeting, as an activity names it.</summary>
public class TeamsMeetingInfo
{
    public TeamsMeetingInfo()
    {
    }

    public TeamsMeetingInfo(string? id = default)
    {
        Id = id;
    }

    [JsonProperty(PropertyName = "id")]
    public string? Id { get; set; }
}
