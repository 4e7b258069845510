using Newtonsoft.Json;

namespace Microsoft.Bot.Schema;

/// <summary>A card that asks a person to sign in to a connection of the bot.</summary>
public class OAuthCard
{
    /// <summary>The media type of the card, for <see cref="Attachment.ContentType"/>.</summary>
    public const string ContentType = "application/vnd.microsoft.card.oauth";

    public OAuthCard()
    {
    }

    public OAuthCard(
        string? text = default,
        string? connectionName = default,
        IList<CardAction>? buttons = default,
        TokenExchangeResource? tokenExchangeResource = default,
        TokenPostResource? tokenPostResource = default)
    {
        Text = text;
        ConnectionName = connectionName;
        Buttons = buttons;
        TokenExchangeResource = tokenExchangeResource;
        TokenPostResource = tokenPostResource;
    }

    [JsonProperty(PropertyName = "text")]
    public string? Text { get; set; }

    [JsonProperty(PropertyName = "connectionName")]
    public string? ConnectionName { get; set; }

    [JsonProperty(PropertyName = "buttons")]
    public IList<CardAction>? Buttons { get; set; }

    [JsonProperty(PropertyName = "tokenExchangeResource")]
    public TokenExchangeResource? TokenExchangeResource { get; set; }

    [JsonProperty(PropertyName = "tokenPostResource")]
    public TokenPostResource? TokenPostResource { get; set; }
}
