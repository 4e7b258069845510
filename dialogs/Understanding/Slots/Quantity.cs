using System.Globalization;

namespace LibraryBot.Dialogs.Understanding.Slots;

/// <summary>A number or a range with its bounds: "under 100", "600-700", "at least 5 or so".</summary>
/// <param name="Low">The least, or null.</param>
/// <param name="High">The most, or null.</param>
/// <param name="IsExact">Whether it was one number without a bound.</param>
/// <param name="IsLexile">Whether it was written as a Lexile measure, "600L".</param>
/// <param name="Next">The word after it.</param>
internal readonly record struct Quantity(decimal? Low, decimal? High, bool IsExact, bool IsLexile, int Next)
{
    /// <summary>The quantity that begins at a word, if one does.</summary>
    public static Quantity? At(Sentence sentence, int at)
    {
        var (_, length, bound) = sentence.Match(at, "at-most", "at-least", "about", "between");
        var start = at + length;
        if (NumberAt(sentence, start) is not { } first || length > 0 && sentence.Tokens[start].StartsPart)
        {
            return null;
        }

        var next = start + 1;
        if (bound is "at-most" or "at-least")
        {
            return new Quantity(bound == "at-least" ? first.Value : null, bound == "at-most" ? first.Value : null, false, first.IsLexile, next);
        }

        var second = next + (IsDash(sentence, next) ? 0 : sentence.Length(next, "to"));
        if ((second > next || IsDash(sentence, next)) && NumberAt(sentence, second) is { } last && last.Value > first.Value)
        {
            return new Quantity(first.Value, last.Value, false, first.IsLexile || last.IsLexile, second + 1);
        }

        return new Quantity(first.Value, first.Value, true, first.IsLexile, next).OrMore(sentence);
    }

    /// <summary>The quantity with "or less", "or more" after it, perhaps after its unit.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="at">Where that may stand; the place after the number where it is not given.</param>
    public Quantity OrMore(Sentence sentence, int? at = null)
    {
        var place = at ?? Next;
        if (!IsExact)
        {
            return this;
        }

        if (sentence.Length(place, "or-less") is var less and > 0)
        {
            return this with { Low = null, IsExact = false, Next = place + less };
        }

        return sentence.Length(place, "or-more") is var more and > 0 ? this with { High = null, IsExact = false, Next = place + more } : this;
    }

    private static bool IsDash(Sentence sentence, int at) => at < sentence.Count && sentence.Tokens[at].Gap.Trim() is "-" or "–" or "—";

    private static (decimal Value, bool IsLexile)? NumberAt(Sentence sentence, int at)
    {
        if (!sentence.IsFree(at))
        {
            return null;
        }

        var plain = sentence.Tokens[at].Plain;
        var isLexile = plain.Length is 4 or 5 && plain[^1] == 'l';
        var digits = (isLexile ? plain[..^1] : plain).Replace(",", string.Empty, StringComparison.Ordinal);
        return decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value < 10_000
            ? (value, isLexile)
            : null;
    }
}
