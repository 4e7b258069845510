using System.ComponentModel;
using Newtonsoft.Json;
using static Newtonsoft.Json.DefaultValueHandling;

namespace AdaptiveCards;

/// <summary>A button of a card.</summary>
public abstract class AdaptiveAction : AdaptiveTypedElement
{
    public string? Title { get; set; }

    public string? IconUrl { get; set; }

    /// <summary>"default", "positive" or "destructive".</summary>
    [JsonProperty(DefaultValueHandling = Ignore)]
    [DefaultValue("default")]
    public string? Style { get; set; } = "default";

    public string? Tooltip { get; set; }

    [JsonProperty(DefaultValueHandling = Ignore)]
    [DefaultValue(true)]
    public bool IsEnabled { get; set; } = true;

    [JsonProperty(DefaultValueHandling = Ignore)]
    public AdaptiveActionMode Mode { get; set; }
}
