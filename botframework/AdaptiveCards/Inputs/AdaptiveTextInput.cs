using Newtonsoft.Json;
using static Newtonsoft.Json.DefaultValueHandling;

namespace AdaptiveCards;

/// <summary>Text to be typed.</summary>
public class AdaptiveTextInput : AdaptiveInput
{
    public const string TypeName = "Input.Text";

    public override string Type { get; set; } = TypeName;

    public string? Placeholder { get; set; }

    public string? Value { get; set; }

    /// <summary>Characters at most; 0 for no limit.</summary>
    [JsonProperty(DefaultValueHandling = Ignore)]
    public int MaxLength { get; set; }

    [JsonProperty(DefaultValueHandling = Ignore)]
    public bool IsMultiline { get; set; }

    [JsonProperty(DefaultValueHandling = Ignore)]
    public AdaptiveTextInputStyle Style { get; set; }

    /// <summary>A regular expression that the text must match.</summary>
    public string? Regex { get; set; }

    /// <summary>A button beside the input; any action but ShowCard.</summary>
    public AdaptiveAction? InlineAction { get; set; }
}
