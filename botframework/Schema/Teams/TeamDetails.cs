using Newtonsoft.Json;

namespace Microsoft.Bot.Schema.Teams;

/// <summary>Name and numbers of a team.</summary>
public class TeamDetails
{
    public TeamDetails()
    {
    }

    public TeamDetails(string? id = default, string? name = default, string? aadGroupId = default, int channelCount = default, int memberCount = default)
    {
        Id = id;
        Name = name;
        AadGroupId = aadGroupId;
        ChannelCount = channelCount;
        MemberCount = memberCount;
    }

    [JsonProperty(PropertyName = "id")]
    public string? Id { get; set; }

    [JsonProperty(PropertyName = "name")]
    public string? Name { get; set; }

    [JsonProperty(PropertyName = "aadGroupId")]
    public string? AadGroupId { get; set; }

    [JsonProperty(PropertyName = "type")]
    public string? Type { get; set; }

    [JsonProperty(PropertyName = "tenantId")]
    public string? TenantId { get; set; }

    [JsonProperty(PropertyName = "channelCount")]
    public int ChannelCount { get; set; }

    [JsonProperty(PropertyName = "memberCount")]
    public int MemberCount { get; set; }
}
