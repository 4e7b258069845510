using System.Text.RegularExpressions;

namespace LibraryBot.Dialogs.Recommendations.ReadersAdvisor;

/// <summary>Takes out where somebody can be reached and under which number they are kept.</summary>
internal static partial class ContactMasks
{
    private const int FewestSpelled = 3;
    private static readonly char[] s_between = [' ', ',', '.', '-'];

    /// <summary>Masks a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="keys">Keys of the roster.</param>
    public static string Apply(string text, HashSet<string> keys)
    {
        text = Email().Replace(text, "[email]");
        text = Link().Replace(text, "[address]");
        text = Handle().Replace(text, "[name]");
        text = Home().Replace(text, "$1 [address]");
        text = Street().Replace(text, "[address]");
        text = Isbn().Replace(text, "[number]");
        text = Telephone().Replace(text, "[phone]");
        text = SpelledOut().Replace(text, said => said.Value.Split(s_between, StringSplitOptions.RemoveEmptyEntries).Count(word => char.IsLetter(word[0])) < FewestSpelled ? said.Value : "[phone]");
        text = Identifier().Replace(text, "[number]");
        return Token().Replace(text, token => keys.Contains(token.Value) ? "[number]" : token.Value);
    }

    // "sam@x.org", "sam @ x . org", "sam at x dot org", "sam (arroba) x (punto) org", "sam[at]x.org".
    [GeneratedRegex(
        @"[\p{L}\p{N}._%+'-]+\s*(?:@|[\[({<]\s*(?:at|arroba|@)\s*[\])}>]|\s(?:at|arroba)\s(?=\s*[\p{L}\p{N}-]+\s*(?:\.\s*\p{L}|[\[({<]?\s*\b(?:dot|punto)\b)))\s*[\p{L}\p{N}-]+"
        + @"(?:\s*(?:\.|[\[({<]\s*(?:dot|punto|\.)\s*[\])}>]|\s(?:dot|punto)\s)\s*[\p{L}\p{N}-]+)+",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Email();

    [GeneratedRegex(@"\b(?:https?://|www\.)\S+|\b[\p{L}\p{N}-]+\.(?:com|org|net|edu|gov|us|io|k12)\b\S*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Link();

    // "@sam_lee"; "my insta is sam.lee", "snap: samlee9".
    [GeneratedRegex(@"(?<!\S)@[\p{L}\p{N}_.]+|(?<=\b(?:insta|instagram|snap|snapchat|tiktok|discord|roblox|gamertag|username|usuario)\s*(?:is|es|:|=|name is)?\s*)(?!\b(?:is|es|name)\b)[\p{L}\p{N}_.-]*[\p{N}_.][\p{L}\p{N}_.-]*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Handle();

    [GeneratedRegex(@"\b(i live (?:at|on|in)|my address is|vivo en|mi direcci[oó]n es)\s+[^,.;!?]+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Home();

    [GeneratedRegex(
        @"\b\d{1,5}\s+(?:[\p{L}']+\s+){1,3}(?:street|st|avenue|ave|road|rd|drive|dr|lane|ln|boulevard|blvd|court|ct|place|way|circle|terrace)\b\.?"
        + @"|\b(?:calle|avenida|av|carrera|callej[oó]n)\.?\s+(?:[\p{L}'.]+\s+){1,4}(?:n[uú]mero\s+|#\s*)?\d{1,5}\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Street();

    [GeneratedRegex(@"\b97[89][-\s]?(?:\d[-\s]?){9}\d\b")]
    private static partial Regex Isbn();

    // Seven digits or more with whatever stands between; two years of history, "1939-1945", are none.
    [GeneratedRegex(@"(?<![\p{L}\d])(?!(?:1\d|20)\d\d\s?[-–—/]\s?(?:1\d|20)?\d\d(?!\d))(?:\+\s?)?\(?\d(?:[\s().\-–—/·]{0,3}\d){6,}(?!\d)")]
    private static partial Regex Telephone();

    [GeneratedRegex(
        @"\b(?:(?:zero|oh|one|two|three|four|five|six|seven|eight|nine|double|cero|uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|\d)[\s,.\-]*){7,}\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SpelledOut();

    // Four digits and more that are no year, letters with four digits, "#12345"; what is said to be an identifier whatever it looks like; a birthday.
    [GeneratedRegex(
        @"(?<![\p{L}\d])(?!(?:1[0-9]|20)\d\d(?!\d))\d{4,}(?!\d)|(?<![\p{L}\d])\d{5,}|\b\p{L}{1,6}[-_]?\d{4,}\b|\b\d+[-_]?\p{L}+\d+\b"
        + @"|(?<=\b(?:student id|id number|student number|lunch number|id|pin|matr[ií]cula|n[uú]mero de estudiante)\s*(?:is|es|:|#|=)?\s*)#?\p{L}*\d[\p{L}\d-]*"
        + @"|\b\d{1,2}[/.]\d{1,2}[/.](?:\d{2}|\d{4})\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Identifier();

    [GeneratedRegex(@"[\p{L}\p{N}_-]+")]
    private static partial Regex Token();
}
