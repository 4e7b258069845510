using System.Globalization;
using System.Text.RegularExpressions;

namespace LibraryBot.Data.Catalog.Import.Mapping;

/// <summary>A Lexile measure: "1020L", "AD540L", "BR120L", or "NP" for what is not prose.</summary>
/// <param name="Measure">The number, below zero for BR; null where there is only a code.</param>
/// <param name="Code">"AD", "GN", "HL", "IG", "NC" or "NP"; null for none.</param>
public sealed partial record Lexile(int? Measure, string? Code)
{
    /// <summary>Finds a measure with its L in a text; null where there is none between BR2000L and 2000L.</summary>
    public static Lexile? Find(string text) => Read(WithLetter().Match(text));

    /// <summary>Reads a measure where the text is known to be one, so that the L may be missing ("560", "NP").</summary>
    public static Lexile? Parse(string text) => Find(text) ?? Read(Bare().Match(text));

    private static Lexile? Read(Match match)
    {
        if (!match.Success)
        {
            return null;
        }

        var code = match.Groups["code"].Value.ToUpperInvariant();
        if (!match.Groups["number"].Success)
        {
            return code.Length > 0 && code != "BR" ? new Lexile(null, code) : null;
        }

        var number = int.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture);
        var below = code == "BR" || match.Groups["minus"].Success;
        return number > 2000 ? null : new Lexile(below ? -number : number, code.Length == 0 || code == "BR" ? null : code);
    }

    [GeneratedRegex(@"(?<![\w-])(?<code>AD|GN|HL|IG|NC|NP|BR)?[ :-]?(?<minus>-)?(?<number>\d{1,4})L\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex WithLetter();

    [GeneratedRegex(@"(?<![\w.])(?<code>AD|GN|HL|IG|NC|NP|BR)?[ :]?(?<minus>-)?(?<number>\d{1,4})(?![\w.])|(?<![\w.])(?<code>NP)(?!\w)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Bare();
}
