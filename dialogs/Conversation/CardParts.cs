using System.Text.RegularExpressions;
using AdaptiveCards;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace LibraryBot.Dialogs.Conversation;

/// <summary>The few pieces every card is made of, so that all of them wrap on a phone and can be read aloud.</summary>
internal static partial class CardParts
{
    /// <summary>A card in the current language.</summary>
    /// <param name="plain">The card in plain words: what is shown where no card can be, and read aloud.</param>
    /// <param name="body">What is on it.</param>
    public static AdaptiveCard Card(string plain, params IEnumerable<AdaptiveElement> body) => new("1.5")
    {
        FallbackText = plain,
        Speak = plain,
        Lang = SpokenLanguage.Current,
        Body = [.. body],
    };

    /// <summary>A heading, for screen readers too.</summary>
    public static AdaptiveTextBlock Heading(string text) => new(Literal(text))
    {
        Weight = AdaptiveTextWeight.Bolder,
        Size = AdaptiveTextSize.Medium,
        Style = AdaptiveTextBlockStyle.Heading,
        Wrap = true,
    };

    /// <summary>A line of text.</summary>
    public static AdaptiveTextBlock Line(string text, bool subtle = false) => new(Literal(text))
    {
        Wrap = true,
        IsSubtle = subtle,
        Spacing = AdaptiveSpacing.Small,
    };

    /// <summary>A message with a card.</summary>
    /// <param name="text">The sentence before the card, or null where the card says it all.</param>
    /// <param name="card">The card.</param>
    public static Activity Message(string? text, AdaptiveCard card)
    {
        var attachment = new Attachment { ContentType = AdaptiveCard.ContentType, Content = card };
        return (Activity)MessageFactory.Attachment(attachment, text, text is null ? card.Speak : $"{text} {card.Speak}", InputHints.AcceptingInput);
    }

    /// <summary>Text of which nobody knows what is in it, kept from making links, lists and headings in a card's Markdown: "2. Hatchet" would else be shown as number 1.</summary>
    public static string Literal(string text) => Beginning().Replace(text.Replace("](", "] (", StringComparison.Ordinal), "$1\u00A0");

    [GeneratedRegex(@"^(\d{1,9}[.)]|[-+*]|#{1,6}) ")]
    private static partial Regex Beginning();
}
