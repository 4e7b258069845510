using System.Globalization;
using LibraryBot.Data.Catalog;

namespace LibraryBot.Dialogs.Understanding.Slots;

/// <summary>Genre, mood, format, language, award, fiction or not, in now, how many.</summary>
internal static class KindReader
{
    /// <summary>The most titles on a card.</summary>
    private const int MostTitles = 5;

    public static Wish Read(Sentence sentence, Wish wish)
    {
        wish = HowMany(sentence, wish);
        var flavors = new List<string>(wish.Flavors);
        var formats = new List<TitleFormat>(wish.Formats);
        var languages = new List<string>(wish.Languages);
        for (var at = 0; at < sentence.Count; at++)
        {
            var (value, length, kind) = sentence.Match(at, "available", "flavor", "format", "award", "fiction", "language", "keep");
            switch (kind)
            {
                case "available":
                    wish = wish with { AvailableNow = true };
                    break;
                case "fiction":
                    wish = wish with { Fiction = value == "true" };
                    break;
                case "award":
                    length += sentence.Length(at + length, "award-word");
                    wish = wish with { Award = string.IsNullOrEmpty(wish.Award) ? value : wish.Award };
                    break;
                case "flavor":
                    AddNew(flavors, value);
                    break;
                case "format":
                    AddNew(formats, Enum.Parse<TitleFormat>(value));
                    break;
                case "language" when IsWished(sentence, at, length):
                    AddNew(languages, value);
                    break;
                default:
                    continue;
            }

            sentence.Use(at, length);
        }

        if (flavors.Contains(Flavors.Bilingual))
        {
            AddNew(languages, "spa");
        }

        // "Scary but not too scary" is scary all the same.
        return wish with { Without = [.. wish.Without.Except(flavors)], Flavors = flavors, Formats = formats, Languages = languages };
    }

    // "In Spanish", "Spanish books", "french please" say what to read in; "the french revolution" and "learn spanish" are topics.
    private static bool IsWished(Sentence sentence, int at, int length)
    {
        var next = at + length;
        var isAfterIn = at > 0 && sentence.Tokens[at - 1].Plain is "in" or "en" or "into" or "only" or "solo";
        var isBeforeKind = sentence.Length(next, "book", "format", "flavor", "fiction", "language-word", "language-end") > 0;
        var isAlone = (next >= sentence.Count || sentence.Tokens[next].StartsPart) && (at == 0 || sentence.LengthBefore(at, "book", "format", "ones") > 0 || !sentence.IsFree(at - 1))
            && sentence.LengthBefore(at, "language-topic") == 0;
        return isAfterIn || isBeforeKind || isAlone;
    }

    private static Wish HowMany(Sentence sentence, Wish wish)
    {
        for (var at = 0; at < sentence.Count; at++)
        {
            var number = Number(sentence, at);
            // "World war 2 books" are not two.
            if (number is null || (at > 0 && sentence.Tokens[at - 1].Plain is "war" or "wars" or "guerra"))
            {
                continue;
            }

            var end = at + number.Value.Length;
            for (var steps = 0; steps < 4 && sentence.Length(end, "book", "format", "of-them") == 0
                && sentence.Length(end, "flavor", "short", "long", "fiction", "award", "language", "filler", "change") is var between and > 0; steps++)
            {
                end += between;
            }

            // "Two mysteries" counts books, "three friends" does not.
            if (sentence.Length(end, "book", "format", "of-them") > 0 || sentence.Tokens[Math.Max(end - 1, 0)].Key is "mystery" or "mysterie" or "misterio" or "biography" or "biographie" or "biografia" or "poem" or "poema")
            {
                sentence.Use(at, number.Value.Length);
                return wish with { HowMany = Math.Min(number.Value.Value, MostTitles) };
            }
        }

        return wish;
    }

    private static (int Value, int Length)? Number(Sentence sentence, int at)
    {
        if (sentence.Match(at, "number") is { Length: > 0 } word)
        {
            return (int.Parse(word.Value, CultureInfo.InvariantCulture), word.Length);
        }

        return sentence.IsFree(at) && sentence.Tokens[at].IsNumber && int.TryParse(sentence.Tokens[at].Plain, NumberStyles.None, CultureInfo.InvariantCulture, out var digits) && digits is > 0 and <= 30
            ? (digits, 1)
            : null;
    }

    private static void AddNew<T>(List<T> list, T value)
    {
        if (!list.Contains(value))
        {
            list.Add(value);
        }
    }
}
