namespace LibraryBot.Dialogs.Understanding.Slots;

/// <summary>What must not be: "no vampires", "not scary", "sin vampiros ni zombis", "que no dé miedo".</summary>
internal static class ExcludeReader
{
    private const int LongestName = 4;

    public static Wish Read(Sentence sentence, Wish wish)
    {
        var without = new List<string>(wish.Without);
        for (var at = 0; at < sentence.Count; at++)
        {
            // "That's not checked out" and "no ficción" begin with a no and are wishes of their own.
            var own = sentence.Length(at, "available", "fiction", "short", "long", "at-most", "at-least");
            if (sentence.Length(at, "exclude") is not (> 0 and var label) || own > 0)
            {
                continue;
            }

            var next = at + label;
            var taken = new List<string>();
            while (Thing(sentence, ref next) is { } thing)
            {
                taken.Add(thing);
                var joined = sentence.Length(next, "join");
                var goesOn = joined > 0 && sentence.Length(next + joined, "exclude", "book", "filler", "title-before") == 0
                    || sentence.IsFree(next) && sentence.Tokens[next].StartsPart && sentence.Length(next, "filler", "exclude", "join") == 0 && IsJoinedLater(sentence, next);
                if (!goesOn)
                {
                    break;
                }

                next += joined;
            }

            if (taken.Count > 0)
            {
                sentence.Use(at, next - at);
                without.AddRange(taken.Where(thing => !without.Contains(thing)));
            }
        }

        return wish with { Without = without };
    }

    // One thing to leave out: a flavor, a format, or the reader's own words up to where they end.
    private static string? Thing(Sentence sentence, ref int next)
    {
        var start = next;
        while (sentence.Match(start, "exclude-skip", "flavor") is { Length: > 0, Kind: "exclude-skip" } skip)
        {
            start += skip.Length;
        }

        if (!sentence.IsFree(start) || sentence.Tokens[start].StartsPart && start == next && sentence.Tokens[start].Gap.Contains(',', StringComparison.Ordinal) && start < 2)
        {
            return null;
        }

        if (sentence.Match(start, "flavor") is { Length: > 0 } flavor)
        {
            next = start + flavor.Length;
            return flavor.Value;
        }

        var length = 0;
        while (length < LongestName && sentence.IsFree(start + length)
            && (length == 0 || !sentence.Tokens[start + length].StartsPart)
            && sentence.Length(start + length, "filler", "join", "name-end", "exclude", "book", "available") == 0)
        {
            length++;
        }

        if (length == 0)
        {
            return null;
        }

        var tail = sentence.Length(start + length, "book");
        next = start + length + tail;
        var words = sentence.Words(start, length);
        return sentence.Tokens[start].IsCapitalized ? words : words.ToLowerInvariant();
    }

    private static bool IsJoinedLater(Sentence sentence, int at)
    {
        for (var later = at; later < sentence.Count && later < at + 4; later++)
        {
            if (sentence.Length(later, "join") > 0)
            {
                return true;
            }
        }

        return false;
    }
}
