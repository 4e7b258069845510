using System.ComponentModel;
using Newtonsoft.Json;
using static Newtonsoft.Json.DefaultValueHandling;

namespace AdaptiveCards;

/// <summary>Something in the body of a card.</summary>
public abstract class AdaptiveElement : AdaptiveTypedElement
{
    [JsonProperty(DefaultValueHandling = Ignore)]
    public AdaptiveSpacing Spacing { get; set; }

    /// <summary>Whether a line is drawn above the element.</summary>
    [JsonProperty(DefaultValueHandling = Ignore)]
    public bool Separator { get; set; }

    public AdaptiveHeight Height { get; set; } = AdaptiveHeight.Auto;

    [JsonProperty(DefaultValueHandling = Ignore)]
    [DefaultValue(true)]
    public bool IsVisible { get; set; } = true;

    public bool ShouldSerializeHeight() => Height is not null && Height != AdaptiveHeight.Auto;
}
