using System.Collections.Frozen;
using LibraryBot.Data.Catalog;
using LibraryBot.Dialogs.Conversation;
using LibraryBot.Dialogs.Understanding;

namespace LibraryBot.Dialogs.Recommendations;

/// <summary>The words of a record, for telling whether it is about something.</summary>
internal sealed class TitleText(Title title)
{
    // The lists are part of the program, and looking through them for each record would cost more than the search for the records.
    private static readonly FrozenDictionary<string, string[][]> s_flavors =
        Flavors.All.ToFrozenDictionary(flavor => flavor, flavor => Prepared(Flavors.Synonyms(flavor)), StringComparer.Ordinal);

    private string? _all;

    private string All => _all ??= Stemmed(string.Join(" ",
        [title.TitleProper, title.Subtitle ?? "", title.SeriesName ?? "", .. title.Subjects, .. title.Genres, title.Summary ?? ""]));

    /// <summary>Whether one of several words or phrases is in it, whatever their number, case and accents; a phrase's words in any order.</summary>
    public bool Has(IEnumerable<string> anyOf) => Has(Prepared(anyOf));

    /// <summary>Whether it is about a topic, in the words asked for or others for it: "perros" where the record says "Dogs".</summary>
    public bool IsAbout(AskedTopic topic) => Has(topic.Whole) || (topic.Words.Length > 0 && Array.TrueForAll(topic.Words, Has));

    /// <summary>Whether it shows a flavor, by one of its synonyms.</summary>
    public bool HasFlavor(string flavor) => (flavor == Flavors.Bilingual && title.Languages.Count > 1) || Has(s_flavors.GetValueOrDefault(flavor) ?? Prepared(Flavors.Synonyms(flavor)));

    /// <summary>The contributor a name means, as one says it: "Gary Paulsen" for "paulsen"; null where there is none.</summary>
    public string? Contributor(string name)
    {
        var asked = Phrases.Plain(name).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return title.Contributors
            .Where(contributor => Phrases.Plain(contributor.Name).Split(' ') is var parts && asked.Length > 0 && parts.Contains(asked[^1]))
            .Select(contributor => RecommendationWords.Name(contributor.Name))
            .FirstOrDefault();
    }

    private bool Has(string[][] anyOf)
    {
        var all = All;
        return Array.Exists(anyOf, words => Array.TrueForAll(words, word => all.Contains(word, StringComparison.Ordinal)));
    }

    /// <summary>Phrases as they are looked for, each as its words between blanks.</summary>
    public static string[][] Prepared(IEnumerable<string> phrases) =>
        [.. phrases.Select(phrase => Stemmed(phrase).Split(' ', StringSplitOptions.RemoveEmptyEntries)).Where(words => words.Length > 0)
            .Select(words => Array.ConvertAll(words, word => $" {word} "))];

    private static string Stemmed(string text) => $" {string.Join(' ', Phrases.Plain(text).Split(' ').Select(Singular))} ";

    // Both languages make plurals with -s; what is cut off is cut off on both sides, so a wrong cut does no
    // harm unless it makes two words one: "loss" is not what somebody "loses".
    private static string Singular(string word) =>
        word.Length > 4 && word.EndsWith("ies", StringComparison.Ordinal) ? word[..^3] + "y"
        : word.Length > 4 && word.EndsWith("es", StringComparison.Ordinal) ? word[..^2]
        : word.EndsWith("ss", StringComparison.Ordinal) ? word
        : word.Length > 3 && word[^1] is 's' or 'e' ? word[..^1]
        : word;
}

/// <summary>A topic somebody asked for, with its other words, made ready to be looked for in many records.</summary>
/// <param name="Whole">The topic, and what else it is called.</param>
/// <param name="Words">Each word of it, with what else that is called and what belongs to it.</param>
internal sealed record AskedTopic(string[][] Whole, string[][][] Words)
{
    /// <summary>Makes one ready.</summary>
    public static AskedTopic Of(string topic) => new(
        TitleText.Prepared([topic, .. TopicWords.Of(topic).Same]),
        [.. topic.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => TopicWords.Of(word) is var other ? TitleText.Prepared([word, .. other.Same, .. other.Narrower]) : [])]);
}
