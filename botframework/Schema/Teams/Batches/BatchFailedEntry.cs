using Newtonsoft.Json;

namespace Microsoft.Bot.Schema.Teams;

/// <summary>Somebody whom a message to many did not reach, and why.</summary>
public class BatchFailedEntry
{
    [JsonProperty(PropertyName = "id")]
    public string? EntryId { get; set; }

    [JsonProperty(PropertyName = "error")]
    public string? Error { get; set; }
}
