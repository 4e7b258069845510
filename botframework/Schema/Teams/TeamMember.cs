using Newtonsoft.Json;

namespace Microsoft.Bot.Schema.Teams;

/// <summary>A person to send a message to, by id.</summary>
public class TeamMember
{
    public TeamMember()
    {
    }

    public TeamMember(string? id = default)
    {
        Id = id;
    }

    [JsonProperty(PropertyName = "id")]
    public string? Id { get; set; }
}
