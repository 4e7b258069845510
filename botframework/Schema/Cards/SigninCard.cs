using Newtonsoft.Json;

namespace Microsoft.Bot.Schema;

/// <summary>A card that asks a person to sign in.</summary>
public class SigninCard
{
    /// <summary>The media type of the card, for <see cref="Attachment.ContentType"/>.</summary>
    public const string ContentType = "application/vnd.microsoft.card.signin";

    public SigninCard()
    {
    }

    public SigninCard(string? text = default, IList<CardAction>? buttons = default)
    {
        Text = text;
        Buttons = buttons;
    }

    [JsonProperty(PropertyName = "text")]
    public string? Text { get; set; }

    [JsonProperty(PropertyName = "buttons")]
    public IList<CardAction>? Buttons { get; set; }

    /// <summary>A card with one button, which opens <paramref name="url"/>.</summary>
    public static SigninCard Create(string? text, string? buttonLabel, string? url) => new(
        text,
        [new CardAction(ActionTypes.Signin, buttonLabel, value: url)]);
}
