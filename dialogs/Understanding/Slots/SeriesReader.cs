using System.Globalization;

namespace LibraryBot.Dialogs.Understanding.Slots;

/// <summary>A number in a series: "the third Harry Potter", "book 2 of Wings of Fire", "Dog Man #4".</summary>
internal static class SeriesReader
{
    private const int Most = 200;

    public static Wish Read(Sentence sentence, Wish wish)
    {
        for (var at = 0; at < sentence.Count; at++)
        {
            if (Volume(sentence, at) is { } volume)
            {
                return Named(sentence, wish with { SeriesNumber = volume.Number }, at, volume.Next);
            }

            if (Ordinal(sentence, at) is { } ordinal)
            {
                return Named(sentence, wish with { SeriesNumber = ordinal.Number }, at, ordinal.Next);
            }
        }

        return wish;
    }

    private static (int Number, int Next)? Volume(Sentence sentence, int at)
    {
        var label = sentence.Length(at, "volume");
        var isMarked = label > 0 || sentence.IsFree(at) && sentence.Tokens[at].Gap.EndsWith('#');
        return isMarked && sentence.IsFree(at + label) && !sentence.Tokens[at + label].StartsPart && Value(sentence, at + label) is { } number
            ? (number, at + label + 1)
            : null;
    }

    private static (int Number, int Next)? Ordinal(Sentence sentence, int at)
    {
        if (sentence.Match(at, "ordinal") is not { Length: > 0 } ordinal || ordinal.Value == "-1")
        {
            return null;
        }

        var next = at + ordinal.Length;
        var number = int.Parse(ordinal.Value, CultureInfo.InvariantCulture);
        if (sentence.Length(next, "volume-of") > 0 && sentence.Length(next, "book") + sentence.Length(next, "volume") > 0
            || sentence.Tokens[Math.Min(next, sentence.Count - 1)].Plain == "one" && sentence.Length(next, "volume-of") > 0)
        {
            return (number, next);
        }

        if (sentence.Length(next, "ordinal-not", "filler", "book", "join") > 0 || Names.Length(sentence, next) is not (> 0 and var length))
        {
            return null;
        }

        // "The third harry potter": a name is more than a word, or written with a capital.
        var isArticled = at > 0 && Names.IsArticle(sentence, at - 1);
        return Names.IsWritten(sentence, next, length) || isArticled && length > 1 && sentence.Length(next, "flavor", "format") == 0 ? (number, next) : null;
    }

    private static Wish Named(Sentence sentence, Wish wish, int from, int next)
    {
        var start = next + sentence.Length(next, "volume-of");
        start += start < sentence.Count && sentence.IsFree(start) && start > next && sentence.Tokens[start].Plain == "the" ? 1 : 0;
        if (start > next || sentence.Length(from, "ordinal") > 0)
        {
            var length = Names.Length(sentence, start);
            if (length > 0)
            {
                var title = sentence.Words(start, length);
                sentence.Use(from, start + length - from);
                return wish with { Title = title };
            }
        }

        sentence.Use(from, next - from);
        return wish;
    }

    private static int? Value(Sentence sentence, int at) =>
        int.TryParse(sentence.Tokens[at].Plain, NumberStyles.None, CultureInfo.InvariantCulture, out var digits) && digits is > 0 and <= Most ? digits
        : sentence.Match(at, "number") is { Length: 1 } word ? int.Parse(word.Value, CultureInfo.InvariantCulture)
        : null;
}
