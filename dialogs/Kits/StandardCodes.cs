using System.Text.RegularExpressions;

namespace LibraryBot.Dialogs.Kits;

/// <summary>Finds the codes of standards in what was said, by their look: "5-LS2-1", "RI.5.3", "AASL I.A.1", "standard 4.NF.B".</summary>
internal static partial class StandardCodes
{
    private const int Most = 12;
    private const int Longest = 2000;

    /// <summary>The codes, and the text without them.</summary>
    public static (IReadOnlyList<string> Codes, string Others) Take(string text)
    {
        var codes = new List<string>();
        text = text.Length > Longest ? text[..Longest] : text;
        var rest = Code().Replace(text, match =>
        {
            codes.Add(string.Join(' ', match.Groups["code"].Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));

            // What stood around it stays apart.
            return ", ";
        });
        return ([.. codes.Distinct(StringComparer.OrdinalIgnoreCase).Take(Most)], rest);
    }

    // Two separators and a digit or capitals make a code; one does after the word standard. Grades ("K-2", "3rd-5th") are none.
    [GeneratedRegex(
        @"(?:\b(?:for|to|on|para|de)\s+)?(?:\b(?:the\s+|el\s+|los\s+)?(?:standards?|est[aá]ndar(?:es)?)\s*:?\s*#?)?(?<![\w.-])(?<code>AASL\s*:?\s*(?:[IVX]+|\d)(?:[\s.-]*[A-D](?:[\s.-]*\d{1,2})?)?(?![\w])"
        + @"|(?=[\w.-]*\d)(?=[\w.-]*[A-Za-z])(?!\d{1,2}(?:st|nd|rd|th)-)[A-Za-z0-9]{1,12}(?:[.-][A-Za-z0-9]{1,12}){2,7}"
        + @"|(?:\d{1,2}|K|MS|HS)[\s-](?:LS|PS|ESS|ETS)\d[\s-]\d)(?![\w-])"
        + @"|(?:\b(?:standards?|est[aá]ndar(?:es)?)\s*:?\s*#?)(?<code>(?=[\w.-]*\d)[A-Za-z0-9]{1,12}(?:[.-][A-Za-z0-9]{1,12}){1,7})(?![\w-])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Code();
}
