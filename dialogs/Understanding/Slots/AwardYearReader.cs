using System.Globalization;
using LibraryBot.Data.Catalog;

namespace LibraryBot.Dialogs.Understanding.Slots;

/// <summary>The years of an award: "Newbery after 2015", "the 2019 Caldecott", "premio Belpré de 2010 a 2014". Without an award a year is a topic.</summary>
internal static class AwardYearReader
{
    // The first of these awards, the Pulitzer, was given in 1917.
    private const int First = 1900, Last = 2099;

    public static Wish Read(Sentence sentence, Wish wish)
    {
        for (var at = 0; wish.Award is not null && at < sentence.Count; at++)
        {
            if (Year(sentence, at) is { } year)
            {
                var (years, from, next) = Around(sentence, at, year);
                sentence.Use(from, next - from);
                return wish with { AwardYears = years };
            }
        }

        return wish;
    }

    private static (YearRange Years, int From, int Next) Around(Sentence sentence, int at, YearRange year)
    {
        if (Year(sentence, at + 1) is { } end)
        {
            return (new YearRange(year.From, end.To), at, at + 2);
        }

        if (at + 2 < sentence.Count && sentence.Tokens[at + 1].Plain is "to" or "and" or "through" or "thru" or "until" or "till" or "a" or "y" or "al" or "hasta"
            && Year(sentence, at + 2) is { } last)
        {
            return (new YearRange(year.From, last.To), at, at + 3);
        }

        // The words before, "de" and "the" left out: "después de 2015", "antes del 2000".
        var before = at - 1;
        while (before >= 0 && at - before < 3 && sentence.Tokens[before].Plain is "de" or "del" or "the" or "el" or "los" or "ano" or "year" or "than" or "que")
        {
            before--;
        }

        return (before < 0 ? "" : sentence.Tokens[before].Plain) switch
        {
            "after" or "past" or "despues" or "newer" or "later" => (new YearRange(year.To + 1, YearRange.Latest), before, at + 1),
            "since" or "from" or "desde" or "partir" => (new YearRange(year.From, YearRange.Latest), before, at + 1),
            "before" or "antes" or "older" or "earlier" => (new YearRange(YearRange.Earliest, year.From - 1), before, at + 1),
            "until" or "till" or "hasta" or "through" => (new YearRange(YearRange.Earliest, year.To), before, at + 1),
            _ => sentence.IsFree(at + 1) && sentence.Tokens[at + 1].Plain is "on" or "onward" or "onwards" or "later"
                ? (new YearRange(year.From, YearRange.Latest), at, at + 2) : (year, at, at + 1),
        };
    }

    // "2015", or all of a decade, "2010s".
    private static YearRange? Year(Sentence sentence, int at)
    {
        if (!sentence.IsFree(at))
        {
            return null;
        }

        var plain = sentence.Tokens[at].Plain;
        var isDecade = plain.Length == 5 && plain.EndsWith("0s", StringComparison.Ordinal);
        return int.TryParse(isDecade ? plain[..4] : plain, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= First and <= Last
            ? new YearRange(year, isDecade ? year + 9 : year)
            : null;
    }
}
