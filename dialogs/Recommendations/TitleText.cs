using LibraryBot.Data.Catalog;
using LibraryBot.Dialogs.Conversation;

namespace LibraryBot.Dialogs.Recommendations;

/// <summary>The words of a record, for telling whether it is about something.</summary>
internal sealed class TitleText(Title title)
{
    private readonly string _all = Stemmed(string.Join(" ",
        [title.TitleProper, title.Subtitle ?? "", title.SeriesName ?? "", .. title.Subjects, .. title.Genres, title.Summary ?? ""]));

    /// <summary>Whether one of several words or phrases is in it, whatever their number, case and accents; a phrase's words in any order.</summary>
    public bool Has(IEnumerable<string> anyOf) => anyOf.Any(phrase =>
        Stemmed(phrase).Split(' ', StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } words
        && words.All(word => _all.Contains($" {word} ", StringComparison.Ordinal)));

    /// <summary>The contributor a name means, as one says it: "Gary Paulsen" for "paulsen"; null where there is none.</summary>
    public string? Contributor(string name)
    {
        var asked = Phrases.Plain(name).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return title.Contributors
            .Where(contributor => Phrases.Plain(contributor.Name).Split(' ') is var parts && asked.Length > 0 && parts.Contains(asked[^1]))
            .Select(contributor => RecommendationWords.Name(contributor.Name))
            .FirstOrDefault();
    }

    private static string Stemmed(string text) => $" {string.Join(' ', Phrases.Plain(text).Split(' ').Select(Singular))} ";

    // Both languages make plurals with -s; what is cut off is cut off on both sides, so a wrong cut does no harm.
    private static string Singular(string word) =>
        word.Length > 4 && word.EndsWith("ies", StringComparison.Ordinal) ? word[..^3] + "y"
        : word.Length > 4 && word.EndsWith("es", StringComparison.Ordinal) ? word[..^2]
        : word.Length > 3 && word[^1] is 's' or 'e' ? word[..^1]
        : word;
}
