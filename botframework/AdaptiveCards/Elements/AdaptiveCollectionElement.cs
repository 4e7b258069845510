using AdaptiveCards.Json;
using Newtonsoft.Json;
using static Newtonsoft.Json.DefaultValueHandling;

namespace AdaptiveCards;

/// <summary>An element that holds others.</summary>
public abstract class AdaptiveCollectionElement : AdaptiveElement
{
    public AdaptiveContainerStyle? Style { get; set; }

    /// <summary>Whether the background goes out to the edge of the card.</summary>
    [JsonProperty(DefaultValueHandling = Ignore)]
    public bool Bleed { get; set; }

    [JsonProperty(DefaultValueHandling = Ignore)]
    public AdaptiveVerticalContentAlignment VerticalContentAlignment { get; set; }

    /// <summary>Pixels; 0 for no minimum.</summary>
    [JsonProperty("minHeight", DefaultValueHandling = Ignore)]
    [JsonConverter(typeof(PixelConverter))]
    public uint PixelMinHeight { get; set; }

    /// <summary>What happens when it is clicked; any action but ShowCard.</summary>
    public AdaptiveAction? SelectAction { get; set; }
}
