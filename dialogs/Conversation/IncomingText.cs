using System.Globalization;
using System.Text;
using Microsoft.Bot.Schema;

namespace LibraryBot.Dialogs.Conversation;

/// <summary>What a message said, made safe to read: mentions of the bot, control characters and runs of blanks removed.</summary>
/// <param name="Text">The words, at most <see cref="Limit"/> characters.</param>
/// <param name="Kind">What there is to be read.</param>
internal sealed record IncomingText(string Text, IncomingKind Kind)
{
    /// <summary>How much of a message is read. No sensible question is longer; what follows is left unread, and that is said.</summary>
    public const int Limit = 2000;

    /// <summary>Whether the message went on beyond <see cref="Limit"/>.</summary>
    public bool IsCut { get; private init; }

    /// <summary>Reads a message.</summary>
    public static IncomingText Read(IMessageActivity activity)
    {
        var text = Clean((Activity)activity);
        var cut = text.Length > Limit;
        if (cut)
        {
            var end = text.LastIndexOf(' ', Limit);
            text = text[..(end > Limit / 2 ? end : char.IsHighSurrogate(text[Limit - 1]) ? Limit - 1 : Limit)];
        }

        return new IncomingText(text, KindOf(text, activity)) { IsCut = cut };
    }

    /// <summary>A message's text without mentions of the bot, control and formatting characters, and blanks that say nothing.</summary>
    public static string Clean(Activity activity)
    {
        var text = new StringBuilder();
        foreach (var rune in WithoutMention(activity).EnumerateRunes())
        {
            if (text.Length > 2 * Limit)
            {
                break;
            }

            var category = Rune.GetUnicodeCategory(rune);
            if (Rune.IsWhiteSpace(rune) || category == UnicodeCategory.Control)
            {
                if (text.Length > 0 && text[^1] != ' ')
                {
                    text.Append(' ');
                }
            }
            // Zero-width and direction marks are no words; the joiner (U+200D) holds emoji together, and those are no words either.
            else if (category is not (UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.Surrogate)
                && rune != Rune.ReplacementChar)
            {
                text.Append(rune);
            }
        }

        return text.ToString().Trim();
    }

    private static string WithoutMention(Activity activity)
    {
        if (string.IsNullOrEmpty(activity.Text) || activity.Recipient?.Id is null || activity.Entities is not { Count: > 0 })
        {
            return activity.Text ?? string.Empty;
        }

        // The runtime takes the mention out of the activity itself; the turn's own text stays as it came.
        var copy = new Activity { Text = activity.Text, Recipient = activity.Recipient, Entities = activity.Entities };
        return copy.RemoveRecipientMention() ?? string.Empty;
    }

    private static IncomingKind KindOf(string text, IMessageActivity activity)
    {
        if (text.EnumerateRunes().Any(Rune.IsLetterOrDigit))
        {
            return text.EnumerateRunes().Count(Rune.IsLetter) is var letters and > 0
                && text.EnumerateRunes().Count(IsLatin) * 2 < letters ? IncomingKind.AnotherScript : IncomingKind.Words;
        }

        if (text.Length > 0)
        {
            return text.Any(c => c is '?' or '¿') ? IncomingKind.Question : IncomingKind.Symbols;
        }

        // Teams repeats the text itself as an attachment of HTML.
        return activity.Attachments?.Any(attachment => attachment.ContentType is not ("text/html" or "text/plain")) == true
            ? IncomingKind.Attachment
            : IncomingKind.Nothing;
    }

    private static bool IsLatin(Rune rune) => Rune.IsLetter(rune) && rune.Value is < 0x250 or >= 0x1E00 and < 0x1F00;
}

/// <summary>What there is to be read in a message.</summary>
internal enum IncomingKind
{
    /// <summary>Words in Latin letters, or numbers.</summary>
    Words,

    /// <summary>Words mostly in other letters: Arabic, Hebrew, Cyrillic, Chinese...</summary>
    AnotherScript,

    /// <summary>A question mark and nothing else: a call for help.</summary>
    Question,

    /// <summary>Emoji or punctuation only.</summary>
    Symbols,

    /// <summary>A picture, a recording or a file, without a word.</summary>
    Attachment,

    /// <summary>Nothing at all.</summary>
    Nothing,
}
