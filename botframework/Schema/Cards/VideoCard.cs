using Newtonsoft.Json;

namespace Microsoft.Bot.Schema;

/// <summary>A card that plays a video.</summary>
public class VideoCard
{
    /// <summary>The media type of the card, for <see cref="Attachment.ContentType"/>.</summary>
    public const string ContentType = "application/vnd.microsoft.card.video";

    public VideoCard()
    {
    }

    public VideoCard(
        string? title = default,
        string? subtitle = default,
        string? text = default,
        ThumbnailUrl? image = default,
        IList<MediaUrl>? media = default,
        IList<CardAction>? buttons = default,
        bool? shareable = default,
        bool? autoloop = default,
        bool? autostart = default,
        string? aspect = default,
        object? value = default,
        string? duration = default)
    {
        Title = title;
        Subtitle = subtitle;
        Text = text;
        Image = image;
        Media = media;
        Buttons = buttons;
        Shareable = shareable;
        Autoloop = autoloop;
        Autostart = autostart;
        Aspect = aspect;
        Value = value;
        Duration = duration;
    }

    [JsonProperty(PropertyName = "title")]
    public string? Title { get; set; }

    [JsonProperty(PropertyName = "subtitle")]
    public string? Subtitle { get; set; }

    [JsonProperty(PropertyName = "text")]
    public string? Text { get; set; }

    [JsonProperty(PropertyName = "image")]
    public ThumbnailUrl? Image { get; set; }

    [JsonProperty(PropertyName = "media")]
    public IList<MediaUrl>? Media { get; set; }

    [JsonProperty(PropertyName = "buttons")]
    public IList<CardAction>? Buttons { get; set; }

    [JsonProperty(PropertyName = "shareable")]
    public bool? Shareable { get; set; }

    [JsonProperty(PropertyName = "autoloop")]
    public bool? Autoloop { get; set; }

    [JsonProperty(PropertyName = "autostart")]
    public bool? Autostart { get; set; }

    [JsonProperty(PropertyName = "aspect")]
    public string? Aspect { get; set; }

    [JsonProperty(PropertyName = "value")]
    public object? Value { get; set; }

    /// <summary>Length of the media, as an ISO 8601 duration.</summary>
    [JsonProperty(PropertyName = "duration")]
    public string? Duration { get; set; }
}
