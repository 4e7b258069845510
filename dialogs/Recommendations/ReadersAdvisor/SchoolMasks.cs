using System.Text.RegularExpressions;
using Words = LibraryBot.Dialogs.Conversation.Phrases;

namespace LibraryBot.Dialogs.Recommendations.ReadersAdvisor;

/// <summary>Takes out which school it is.</summary>
internal static partial class SchoolMasks
{
    private static readonly HashSet<string> s_kinds = new(StringComparer.Ordinal)
    {
        "school", "schools", "elementary", "middle", "high", "primary", "academy", "library", "media", "center", "the", "of", "district", "public", "isd",
        "escuela", "primaria", "secundaria", "colegio", "biblioteca", "la", "el", "de", "del", "k8", "k", "8",
    };

    /// <summary>The ways in which a school's name is said, each as its plain words: whole, and without "school" and "elementary".</summary>
    public static IEnumerable<string[]> Phrases(string name)
    {
        var whole = Words.Plain(name).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var own = whole.SkipWhile(s_kinds.Contains).Reverse().SkipWhile(s_kinds.Contains).Reverse().ToArray();
        // One everyday word of a name, "Oak", is a word first; with "school" after it, it is caught all the same.
        return new[] { whole, own.Length > 1 ? own : [] }.Where(words => words.Length > 1);
    }

    /// <summary>Masks a text.</summary>
    public static string Apply(string text, string[][] schools)
    {
        foreach (var words in schools)
        {
            text = Regex.Replace(text, $@"(?<![\p{{L}}\d]){string.Join(@"[^\p{L}\d]{1,3}", words.Select(Loose))}(?![\p{{L}}\d])", "[school]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
        }

        return Named().Replace(text, "[school]");
    }

    // A letter of a plain word may be written with an accent, and an apostrophe may be there or not.
    private static string Loose(string word) => string.Concat(word.Select(letter => letter switch
    {
        'a' => "[aá]",
        'e' => "[eé]",
        'i' => "[ií]",
        'o' => "[oó]",
        'u' => "[uúü]",
        'n' => "[nñ]",
        _ => Regex.Escape(letter.ToString()),
    } + "['’]?"));

    [GeneratedRegex(
        @"(?:\b\p{Lu}[\p{L}'’.]*\s+){1,4}(?:Elementary|Middle|High|Primary|Charter|elementary|middle|high)?\s*(?:School|Academy|school|academy)\b|(?:\b\p{Lu}[\p{L}'’.]*\s+){1,3}(?:Elementary|Middle|elementary)\b(?! [Ss]chool)"
        + @"|\b(?:[Ee]scuela|[Cc]olegio|[Pp]rimaria|[Ss]ecundaria)\s+(?:(?:de|del|la|el|los|las)\s+)*\p{Lu}[\p{L}'’.]*(?:\s+(?:(?:de|del|la|los|las)\s+)?\p{Lu}[\p{L}'’.]*){0,3}")]
    private static partial Regex Named();
}
