using AdaptiveCards.Json;
using Newtonsoft.Json;

namespace AdaptiveCards;

/// <summary>A picture behind a card, a container or a column.</summary>
[JsonConverter(typeof(BackgroundImageConverter))]
public class AdaptiveBackgroundImage
{
    public AdaptiveBackgroundImage()
    {
    }

    public AdaptiveBackgroundImage(string url) => UrlString = url;

    public AdaptiveBackgroundImage(Uri url) => Url = url;

    public Uri? Url { get; set; }

    public string? UrlString
    {
        get => Url?.OriginalString;
        set => Url = value is null ? null : new Uri(value, UriKind.RelativeOrAbsolute);
    }

    public AdaptiveImageFillMode FillMode { get; set; }

    public AdaptiveHorizontalAlignment HorizontalAlignment { get; set; }

    public AdaptiveVerticalAlignment VerticalAlignment { get; set; }

    public static implicit operator AdaptiveBackgroundImage(string backgroundImageUrl) => new(backgroundImageUrl);

    public static implicit operator AdaptiveBackgroundImage(Uri backgroundImageUrl) => new(backgroundImageUrl);
}
