using System.Globalization;
using System.Text.RegularExpressions;

namespace Microsoft.Bot.Builder.Dialogs.Recognition;

/// <summary>Finds numbers and places in English and Spanish text, in words and in digits.</summary>
internal static partial class NumberRecognizer
{
    /// <summary>"first", "the 2nd", "tercera", "4.º".</summary>
    public static IReadOnlyList<FoundNumber> Ordinals(string text, string? locale)
    {
        var inDigits = OrdinalInDigits().Matches(text)
            .Where(match => int.TryParse(match.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            .Select(match => Found(text, match.Index, match.Index + match.Length - 1, int.Parse(match.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture)));
        return [.. inDigits.Concat(InWords(text, locale, wantOrdinals: true)).OrderBy(number => number.Start)];
    }

    /// <summary>"two", "-3", "1,000", "dos mil", "2,5".</summary>
    public static IReadOnlyList<FoundNumber> Numbers(string text, string? locale)
    {
        var inDigits = Digits().Matches(text)
            .Select(match => (match, value: Parse(match.Value, locale)))
            .Where(x => x.value is not null)
            .Select(x => Found(text, x.match.Index, x.match.Index + x.match.Length - 1, x.value!.Value));
        return [.. inDigits.Concat(InWords(text, locale, wantOrdinals: false)).OrderBy(number => number.Start)];
    }

    private static IEnumerable<FoundNumber> InWords(string text, string? locale, bool wantOrdinals)
    {
        var words = NumberWords.For(locale);
        var tokens = Words().Matches(text);
        var folded = tokens.Select(token => NumberWords.Fold(token.Value)).ToArray();
        for (var i = 0; i < folded.Length; i++)
        {
            var phrase = new NumberPhrase(words);
            var last = i - 1;
            var next = words.Articles.Contains(folded[i]) && i + 1 < folded.Length && words.Multipliers.ContainsKey(folded[i + 1]) ? i + 1 : i;
            while (next < folded.Length && Joins(next))
            {
                if (phrase.TryTake(folded[next]))
                {
                    last = next++;
                }
                else if (phrase.HasValue && last == next - 1 && words.Connectors.Contains(folded[next]))
                {
                    next++;
                }
                else
                {
                    break;
                }
            }

            if (last < i)
            {
                continue;
            }

            if (phrase.IsOrdinal == wantOrdinals)
            {
                yield return Found(text, tokens[i].Index, tokens[last].Index + tokens[last].Length - 1, phrase.Value);
            }

            i = last;

            // A number goes on only over spaces and hyphens: "one, two" is two of them.
            bool Joins(int at) => at == i || text.AsSpan(tokens[at - 1].Index + tokens[at - 1].Length, tokens[at].Index - tokens[at - 1].Index - tokens[at - 1].Length).Trim(" -\u2010\t").IsEmpty;
        }
    }

    private static decimal? Parse(string digits, string? locale)
    {
        var format = NumberWords.For(locale) == NumberWords.For("es") ? CultureOf(locale) : CultureInfo.InvariantCulture;
        var group = format.NumberFormat.NumberGroupSeparator is [var only] ? only : '.';
        var isGrouped = Regex.IsMatch(digits, $@"^-?\d{{1,3}}(\{group}\d{{3}})+([.,]\d+)?$", RegexOptions.CultureInvariant);
        var plain = (isGrouped ? digits.Replace(group.ToString(), string.Empty, StringComparison.Ordinal) : digits).Replace(',', '.');
        return decimal.TryParse(plain, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : null;
    }

    private static CultureInfo CultureOf(string? locale)
    {
        try
        {
            return CultureInfo.GetCultureInfo(locale!);
        }
        catch (CultureNotFoundException)
        {
            return CultureInfo.GetCultureInfo("es");
        }
    }

    private static FoundNumber Found(string text, int start, int end, decimal value) => new(start, end, text[start..(end + 1)], value);

    [GeneratedRegex(@"(?<![\p{L}\d.,])(\d{1,9})(?:st|nd|rd|th|\.?[ºª°]|er|r[oa]|d[oa]|t[oa]|m[oa]|v[oa]|n[oa])(?![\p{L}\d])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OrdinalInDigits();

    [GeneratedRegex(@"(?<![\p{L}\d.,-])-?\d+(?:[.,]\d+)*(?![\p{L}\dºª°])(?!\.[ºª])", RegexOptions.CultureInvariant)]
    private static partial Regex Digits();

    [GeneratedRegex(@"[\p{L}\p{M}]+", RegexOptions.CultureInvariant)]
    private static partial Regex Words();
}
