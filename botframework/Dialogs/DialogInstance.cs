using Newtonsoft.Json;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>A dialog on the stack: which, and what it remembers.</summary>
public class DialogInstance
{
    [JsonProperty("id")]
    public string Id { get; set; } = null!;

    [JsonProperty("state")]
    public IDictionary<string, object?> State { get; set; } = null!;

    /// <summary>The place on the stack of a context inside, for dialogs that have several; null for the rest.</summary>
    [JsonProperty("stackIndex", NullValueHandling = NullValueHandling.Ignore)]
    public int? StackIndex { get; set; }

    /// <summary>The version of the dialog when it was last run, where it is a container.</summary>
    [JsonProperty("version", NullValueHandling = NullValueHandling.Ignore)]
    public string? Version { get; set; }
}
