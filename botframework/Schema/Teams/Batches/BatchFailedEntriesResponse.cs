using Newtonsoft.Json;

namespace Microsoft.Bot.Schema.Teams;

/// <summary>A page of those whom a message to many did not reach.</summary>
public class BatchFailedEntriesResponse
{
    [JsonProperty(PropertyName = "continuationToken")]
    public string? ContinuationToken { get; set; }

    [JsonProperty(PropertyName = "failedEntryResponses")]
    public IList<BatchFailedEntry>? FailedEntries { get; set; }
}
