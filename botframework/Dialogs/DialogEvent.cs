using Newtonsoft.Json;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>Something that happened, offered to the dialogs.</summary>
public class DialogEvent
{
    /// <summary>Whether the parents are asked too.</summary>
    [JsonProperty("bubble")]
    public bool Bubble { get; set; }

    [JsonProperty("name")]
    public string Name { get; set; } = null!;

    [JsonProperty("value")]
    public object? Value { get; set; }
}

/// <summary>Names of events.</summary>
public static class DialogEvents
{
    public const string BeginDialog = "beginDialog";
    public const string RepromptDialog = "repromptDialog";
    public const string CancelDialog = "cancelDialog";
    public const string ActivityReceived = "activityReceived";
    public const string VersionChanged = "versionChanged";
    public const string Error = "error";
    public const string Custom = "custom";
}
