using System.Text.RegularExpressions;

namespace Microsoft.Bot.Builder.Dialogs.Recognition;

/// <summary>Finds a yes or a no.</summary>
internal static partial class BooleanRecognizer
{
    private static readonly Dictionary<string, (string[] Yes, string[] No)> Words = new()
    {
        ["en"] = (["true", "yes", "yep", "yup", "yeah", "y", "sure", "ok", "okay", "agree"], ["false", "no", "nope", "nop", "n", "not ok", "not okay", "disagree"]),
        ["es"] = (["verdad", "verdadero", "si", "sip", "s", "cierto", "claro", "por supuesto", "ok", "vale"], ["falso", "no", "nop", "n"]),
    };

    /// <summary>What is said first, a yes or a no; null where neither is said.</summary>
    /// <param name="text">What was said.</param>
    /// <param name="culture">The language and its own words for yes and no.</param>
    public static bool? Recognize(string text, PromptCulture culture)
    {
        var (yes, no) = Words.GetValueOrDefault(culture.Language, ([], []));
        var folded = string.Join(' ', Word().Matches(text).Select(match => NumberWords.Fold(match.Value)));
        var firstYes = First(folded, [.. yes, NumberWords.Fold(culture.Yes), "\U0001F44D", "\U0001F44C"]);
        var firstNo = First(folded, [.. no, NumberWords.Fold(culture.No), "\U0001F44E", "\u270B", "\U0001F590"]);
        return (firstYes, firstNo) switch
        {
            (null, null) => null,
            (_, null) => true,
            (null, _) => false,
            var (a, b) => a < b,
        };
    }

    private static int? First(string text, IEnumerable<string> phrases) => phrases
        .Select(phrase => $" {text} ".IndexOf($" {phrase} ", StringComparison.Ordinal))
        .Where(place => place >= 0)
        .Select(place => (int?)place)
        .Min();

    [GeneratedRegex(@"[\p{L}\p{M}\d]+|\uD83D[\uDC4C-\uDC4E\uDD90]|\u270B", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}

/// <summary>A language and its words for yes and no.</summary>
internal sealed record PromptCulture(string Language, string Yes, string No);
