using Newtonsoft.Json;
using static Newtonsoft.Json.DefaultValueHandling;

namespace AdaptiveCards;

/// <summary>A paragraph made of differently formatted runs.</summary>
public class AdaptiveRichTextBlock : AdaptiveElement
{
    public const string TypeName = "RichTextBlock";

    public override string Type { get; set; } = TypeName;

    public List<AdaptiveInline> Inlines { get; set; } = [];

    [JsonProperty(DefaultValueHandling = Ignore)]
    public AdaptiveHorizontalAlignment HorizontalAlignment { get; set; }
}
