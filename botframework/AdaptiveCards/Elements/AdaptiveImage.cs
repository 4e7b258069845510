using AdaptiveCards.Json;
using Newtonsoft.Json;
using static Newtonsoft.Json.DefaultValueHandling;

namespace AdaptiveCards;

/// <summary>A picture.</summary>
public class AdaptiveImage : AdaptiveElement
{
    public const string TypeName = "Image";

    public AdaptiveImage()
    {
    }

    public AdaptiveImage(string url) => UrlString = url;

    public AdaptiveImage(Uri url) => Url = url;

    public override string Type { get; set; } = TypeName;

    public Uri? Url { get; set; }

    [JsonIgnore]
    public string? UrlString
    {
        get => Url?.OriginalString;
        set => Url = value is null ? null : new Uri(value, UriKind.RelativeOrAbsolute);
    }

    /// <summary>What the picture shows, for those who do not see it.</summary>
    public string? AltText { get; set; }

    [JsonProperty(DefaultValueHandling = Ignore)]
    public AdaptiveImageSize Size { get; set; }

    [JsonProperty(DefaultValueHandling = Ignore)]
    public AdaptiveImageStyle Style { get; set; }

    [JsonProperty(DefaultValueHandling = Ignore)]
    public AdaptiveHorizontalAlignment HorizontalAlignment { get; set; }

    /// <summary>A color shown through the clear parts, "#DDDDDD".</summary>
    public string? BackgroundColor { get; set; }

    /// <summary>Pixels; 0 where <see cref="Size"/> decides.</summary>
    [JsonProperty("width", DefaultValueHandling = Ignore)]
    [JsonConverter(typeof(PixelConverter))]
    public uint PixelWidth { get; set; }

    /// <summary>Pixels; 0 where <see cref="AdaptiveElement.Height"/> is not a number of them.</summary>
    [JsonIgnore]
    public uint PixelHeight
    {
        get => Height.Unit ?? 0;
        set => Height = value == 0 ? AdaptiveHeight.Auto : new AdaptiveHeight(value);
    }

    /// <summary>What happens when it is clicked; any action but ShowCard.</summary>
    public AdaptiveAction? SelectAction { get; set; }
}
