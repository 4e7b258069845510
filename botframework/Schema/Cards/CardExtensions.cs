namespace Microsoft.Bot.Schema;

/// <summary>Cards as attachments.</summary>
public static class CardExtensions
{
    public static Attachment ToAttachment(this HeroCard card) => new() { Content = card, ContentType = HeroCard.ContentType };

    public static Attachment ToAttachment(this ThumbnailCard card) => new() { Content = card, ContentType = ThumbnailCard.ContentType };

    public static Attachment ToAttachment(this AnimationCard card) => new() { Content = card, ContentType = AnimationCard.ContentType };

    public static Attachment ToAttachment(this AudioCard card) => new() { Content = card, ContentType = AudioCard.ContentType };

    public static Attachment ToAttachment(this VideoCard card) => new() { Content = card, ContentType = VideoCard.ContentType };

    public static Attachment ToAttachment(this ReceiptCard card) => new() { Content = card, ContentType = ReceiptCard.ContentType };

    public static Attachment ToAttachment(this SigninCard card) => new() { Content = card, ContentType = SigninCard.ContentType };

    public static Attachment ToAttachment(this OAuthCard card) => new() { Content = card, ContentType = OAuthCard.ContentType };
}
