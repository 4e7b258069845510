using Newtonsoft.Json;
using static Newtonsoft.Json.DefaultValueHandling;

namespace AdaptiveCards;

/// <summary>A run of text in one format. Markdown is not understood in it.</summary>
public class AdaptiveTextRun : AdaptiveInline
{
    public const string TypeName = "TextRun";

    public AdaptiveTextRun()
    {
    }

    public AdaptiveTextRun(string text) => Text = text;

    public override string Type { get; set; } = TypeName;

    public string Text { get; set; } = string.Empty;

    [JsonProperty(DefaultValueHandling = Ignore)]
    public AdaptiveTextSize Size { get; set; }

    [JsonProperty(DefaultValueHandling = Ignore)]
    public AdaptiveTextWeight Weight { get; set; }

    [JsonProperty(DefaultValueHandling = Ignore)]
    public AdaptiveTextColor Color { get; set; }

    [JsonProperty(DefaultValueHandling = Ignore)]
    public AdaptiveFontType FontType { get; set; }

    [JsonProperty(DefaultValueHandling = Ignore)]
    public bool IsSubtle { get; set; }

    [JsonProperty(DefaultValueHandling = Ignore)]
    public bool Italic { get; set; }

    [JsonProperty(DefaultValueHandling = Ignore)]
    public bool Strikethrough { get; set; }

    [JsonProperty(DefaultValueHandling = Ignore)]
    public bool Highlight { get; set; }

    [JsonProperty(DefaultValueHandling = Ignore)]
    public bool Underline { get; set; }

    /// <summary>What happens when it is clicked; any action but ShowCard.</summary>
    public AdaptiveAction? SelectAction { get; set; }
}
