using Newtonsoft.Json;

namespace Microsoft.Bot.Schema.Teams;

/// <summary>One page of the members of a team or chat.</summary>
public class TeamsPagedMembersResult
{
    public TeamsPagedMembersResult()
    {
    }

    public TeamsPagedMembersResult(string? continuationToken = default, IList<TeamsChannelAccount>? members = default)
    {
        ContinuationToken = continuationToken;
        Members = members;
    }

    [JsonProperty(PropertyName = "continuationToken")]
    public string? ContinuationToken { get; set; }

    [JsonProperty(PropertyName = "members")]
    public IList<TeamsChannelAccount>? Members { get; set; }
}
