using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Bot.Schema;

namespace LibraryBot.Teams;

/// <summary>
/// Makes plain words of what Teams writes: its text holds <c>&lt;at&gt;</c> markup for mentions and character references of HTML. Mentions of
/// the bot go; those of people stay as their names.
/// </summary>
internal static partial class TeamsMentions
{
    /// <summary>Changes the text of a message in place.</summary>
    public static void MakePlain(Activity message)
    {
        if (message.Text is not { Length: > 0 } text)
        {
            return;
        }

        var mentions = message.GetMentions();
        var people = mentions.Where(mention => mention.Mentioned?.Id != message.Recipient?.Id)
            .SelectMany(mention => new[] { Name(mention.Text), Name(mention.Mentioned?.Name) })
            .OfType<string>()
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        var bot = mentions.Where(mention => mention.Mentioned?.Id == message.Recipient?.Id)
            .SelectMany(mention => new[] { Name(mention.Text), Name(mention.Mentioned?.Name) })
            .Append(Name(message.Recipient?.Name))
            .OfType<string>()
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        var plain = Mention().Replace(text, found =>
        {
            // Who renamed the app in their team mentions the bot by that name: what is no person's is the bot's.
            var name = Name(found.Groups[1].Value);
            return name is null || bot.Contains(name) || !people.Contains(name) ? " " : $" {found.Groups[1].Value} ";
        });
        message.Text = WebUtility.HtmlDecode(plain).Trim();
    }

    private static string? Name(string? markup) =>
        markup is null || WebUtility.HtmlDecode(Markup().Replace(markup, string.Empty)).Trim() is not { Length: > 0 } name ? null : name;

    [GeneratedRegex(@"<at(?:\s[^<>]*)?>(.*?)</at>", RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Mention();

    [GeneratedRegex(@"</?at(?:\s[^<>]*)?>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Markup();
}
