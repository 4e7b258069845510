using System.Text.RegularExpressions;

namespace Microsoft.Bot.Builder.Dialogs.Recognition;

/// <summary>Finds places that are counted from the end: "the last one", "second to last", "la penúltima".</summary>
internal static partial class PlaceFromEnd
{
    /// <summary>The places, each with what was said for it; a value of 1 is the last.</summary>
    public static IReadOnlyList<FoundNumber> Find(string text, string? locale)
    {
        var pattern = NumberWords.For(locale) == NumberWords.For("es") ? Spanish() : English();
        return [.. pattern.Matches(text).Select(match => new FoundNumber(match.Index, match.Index + match.Length - 1, match.Value, PlaceOf(match, locale)))];
    }

    private static decimal PlaceOf(Match match, string? locale) =>
        match.Groups["third"].Success ? 3
        : match.Groups["second"].Success ? 2
        : match.Groups["counted"] is { Success: true } counted ? NumberRecognizer.Ordinals(counted.Value, locale)[0].Value
        : 1;

    // "Last" alone is no place in "at last" or "the last time".
    [GeneratedRegex(
        @"\b(?:(?<second>one\s+before\s+(?:the\s+)?last|next[\s-]+to[\s-]+(?:the\s+)?last|last\s+but\s+one|penultimate)"
        + @"|(?<counted>first|second|third|fourth|fifth|\d+(?:st|nd|rd|th))(?:\s+one)?[\s-]+(?:to|from)[\s-]+(?:the\s+)?(?:last|end)"
        + @"|(?:the\s+last|last\s+(?:one|choice|option)|(?<=^\W*)last(?=\W*$))(?!\s+(?:time|year|month|week|night|day)))\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex English();

    [GeneratedRegex(@"\b(?:(?<third>antepen[uú]ltim[oa])|(?<second>pen[uú]ltim[oa])|[uú]ltim[oa](?!\s+(?:vez|semana|noche|hora)))\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Spanish();
}
