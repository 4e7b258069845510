using Newtonsoft.Json;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>A dialog on the stack: which, and what it remembers.</summary>
public class DialogInstance
{
    [JsonProperty("id")]
    public string Id { get; set; } = null!;

    [JsonProperty("state")]
    public IDictionary<string, object?> State { get; set; } = null!;

    /// <summary>The version of the dialog when it was last run, where it is a container.</summary>
    [JsonProperty("version", NullValueHandling = NullValueHandling.Ignore)]
    public string? Version { get; set; }
}
