using Newtonsoft.Json;
using static Newtonsoft.Json.DefaultValueHandling;

namespace AdaptiveCards;

/// <summary>A paragraph of text, with the Markdown that the client supports.</summary>
public class AdaptiveTextBlock : AdaptiveElement
{
    public const string TypeName = "TextBlock";

    public AdaptiveTextBlock()
    {
    }

    public AdaptiveTextBlock(string text) => Text = text;

    public override string Type { get; set; } = TypeName;

    public string Text { get; set; } = string.Empty;

    [JsonProperty(DefaultValueHandling = Ignore)]
    public AdaptiveTextSize Size { get; set; }

    [JsonProperty(DefaultValueHandling = Ignore)]
    public AdaptiveTextWeight Weight { get; set; }

    [JsonProperty(DefaultValueHandling = Ignore)]
    public AdaptiveTextColor Color { get; set; }

    [JsonProperty(DefaultValueHandling = Ignore)]
    public AdaptiveTextBlockStyle Style { get; set; }

    [JsonProperty(DefaultValueHandling = Ignore)]
    public AdaptiveFontType FontType { get; set; }

    [JsonProperty(DefaultValueHandling = Ignore)]
    public AdaptiveHorizontalAlignment HorizontalAlignment { get; set; }

    [JsonProperty(DefaultValueHandling = Ignore)]
    public bool IsSubtle { get; set; }

    /// <summary>Whether long text goes on in a new line; otherwise it is cut off.</summary>
    [JsonProperty(DefaultValueHandling = Ignore)]
    public bool Wrap { get; set; }

    /// <summary>Lines shown at most; 0 for all.</summary>
    [JsonProperty(DefaultValueHandling = Ignore)]
    public int MaxLines { get; set; }
}
