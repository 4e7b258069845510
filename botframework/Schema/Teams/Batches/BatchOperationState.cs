using Newtonsoft.Json;

namespace Microsoft.Bot.Schema.Teams;

/// <summary>How far a message to many has come.</summary>
public class BatchOperationState
{
    [JsonProperty(PropertyName = "state")]
    public string? State { get; set; }

    /// <summary>How many ended with which HTTP status.</summary>
    [JsonProperty(PropertyName = "statusMap")]
    public IDictionary<int, int>? StatusMap { get; set; }

    /// <summary>When to ask again, in UTC.</summary>
    [JsonProperty(PropertyName = "retryAfter")]
    public DateTime? RetryAfter { get; set; }

    [JsonProperty(PropertyName = "totalEntriesCount")]
    public int TotalEntriesCount { get; set; }
}
