using LibraryBot.Dialogs.Understanding.Slots;

namespace LibraryBot.Dialogs.Understanding;

/// <summary>Replies that change the wish: "shorter", "in Spanish", "not scary", "about dogs instead". Null for what asks for something of its own.</summary>
internal static class ChangeReader
{
    private const int LongestReply = 25;

    /// <summary>The wish changed, or null.</summary>
    public static Refinement? Read(string text, string language, Wish current)
    {
        var sentence = Sentence.Of(text, language);
        if (sentence.Count is 0 or > LongestReply)
        {
            return null;
        }

        if (NewRequest.Is(text, language) || ShelfReader.Read(sentence, new Wish()).Shelf is not null)
        {
            return null;
        }

        var asksAnew = StartsWith(sentence, "asks-anew");
        var isBesides = StartsWith(sentence, "besides");
        var isInstead = !isBesides && UseAny(sentence, "instead");
        var changed = Change(sentence, current, out var changes);
        var named = TitleReader.Read(sentence, LikeReader.Read(sentence, SeriesReader.Read(sentence, IsbnReader.Read(sentence, new Wish()))));
        if (named != new Wish() with { Topics = named.Topics, Flavors = named.Flavors, Without = named.Without, Formats = named.Formats, Languages = named.Languages })
        {
            return null;
        }

        var said = AuthorReader.Read(sentence, new Wish());
        said = WishReader.ReadKinds(sentence, said);
        var topics = Topics(sentence);
        var kinds = Kinds(said) + changes;
        if (topics.Count > 0 && (asksAnew || !isBesides && !isInstead) || asksAnew && kinds > 1 || kinds > 2 && StartsWithBook(text, language) || kinds + topics.Count == 0)
        {
            return null;
        }

        return new Refinement.Changed(Merge(changed, said, topics, isBesides));
    }

    private static Wish Merge(Wish wish, Wish said, List<string> topics, bool isBesides)
    {
        var flavors = wish.Flavors.Union(said.Flavors).Except(said.Without).ToList();
        return wish with
        {
            Topics = [.. (topics.Count == 0 || isBesides ? wish.Topics.Union(topics) : topics).Except(said.Without)],
            Flavors = flavors,
            Without = [.. wish.Without.Except(said.Flavors).Union(said.Without)],
            Title = topics.Count > 0 && !isBesides ? null : wish.Title,
            Like = topics.Count > 0 && !isBesides ? null : wish.Like,
            Author = said.Author ?? (topics.Count > 0 && !isBesides ? null : wish.Author),
            Fiction = said.Fiction ?? wish.Fiction,
            Grades = said.Grades ?? wish.Grades,
            Lexiles = said.Lexiles ?? wish.Lexiles,
            Formats = said.Formats.Count > 0 ? said.Formats : wish.Formats,
            Languages = said.Languages.Count > 0 ? said.Languages : wish.Languages,
            PagesAtMost = said.PagesAtMost ?? (said.PagesAtLeast >= wish.PagesAtMost ? null : wish.PagesAtMost),
            PagesAtLeast = said.PagesAtLeast ?? (said.PagesAtMost <= wish.PagesAtLeast ? null : wish.PagesAtLeast),
            HowMany = said.HowMany ?? wish.HowMany,
            AvailableNow = said.AvailableNow || wish.AvailableNow,
            Award = said.Award ?? wish.Award,
            AwardYears = said.AwardYears ?? (said.Award is null ? wish.AwardYears : null),
        };
    }

    private static Wish Change(Sentence sentence, Wish wish, out int changes)
    {
        changes = 0;
        for (var at = 0; at < sentence.Count; at++)
        {
            var (value, length, kind) = sentence.Match(at, "change", "short", "long", "flavor", "exclude", "at-most", "at-least", "format");
            if (kind == "exclude" && sentence.Match(at, "exclude", "change") is { Length: > 0 })
            {
                // "Not shorter" is not said; "not so long" is a change of its own and longer than its "not".
                (value, length, kind) = sentence.Match(at, "change");
            }

            if (kind == "change" && !(value is "shorter" or "longer" && Quantity.At(sentence, at) is not null))
            {
                sentence.Use(at, length);
                wish = Shift.Apply(wish, value);
                changes++;
            }
        }

        return wish;
    }

    private static List<string> Topics(Sentence sentence)
    {
        for (var at = 0; at < sentence.Count; at++)
        {
            if (sentence.Match(at, "ones", "keep") is { Length: > 0, Kind: "ones" } ones && sentence.Length(at, "filler") <= ones.Length)
            {
                sentence.Use(at, ones.Length);
            }
        }

        return [.. TopicReader.Read(sentence).Select(topic => topic.ToLowerInvariant())];
    }

    private static int Kinds(Wish said) =>
        said.Flavors.Count + said.Without.Count + said.Formats.Count + said.Languages.Count
        + (said.Author is null ? 0 : 1) + (said.Fiction is null ? 0 : 1) + (said.Grades is null ? 0 : 1) + (said.Lexiles is null ? 0 : 1)
        + (said.PagesAtMost is null && said.PagesAtLeast is null ? 0 : 1) + (said.HowMany is null ? 0 : 1) + (said.AvailableNow ? 1 : 0) + (said.Award is null ? 0 : 1);

    private static bool StartsWith(Sentence sentence, string kind)
    {
        for (var at = 0; at < Math.Min(sentence.Count, 3); at++)
        {
            if (sentence.Length(at, kind) is var length and > 0 && Enumerable.Range(0, at).All(before => sentence.Length(before, "filler", "ones") > 0))
            {
                if (kind == "besides")
                {
                    sentence.Use(at, length);
                }

                return true;
            }
        }

        return false;
    }

    private static bool UseAny(Sentence sentence, string kind)
    {
        var any = false;
        for (var at = 0; at < sentence.Count; at++)
        {
            if (sentence.Length(at, kind) is var length and > 0 && !IsLeftOut(sentence, at))
            {
                sentence.Use(at, length);
                any = true;
            }
        }

        return any;
    }

    // "Not about animals" and "no stories about war" leave something out; "no, about animals" puts it in another's place.
    private static bool IsLeftOut(Sentence sentence, int at)
    {
        for (var before = at; before > 0 && !sentence.Tokens[before].StartsPart && sentence.Length(before, "exclude-skip", "book") > 0; before--)
        {
            var end = before;
            if (Enumerable.Range(1, Math.Min(4, before)).Any(back => sentence.Length(end - back, "exclude") >= back))
            {
                return true;
            }
        }

        return false;
    }

    // "A funny graphic novel for a 4th grader" describes a wish of its own, complete.
    private static bool StartsWithBook(string text, string language)
    {
        var sentence = Sentence.Of(text, language);
        return sentence.Tokens[0].Plain is "a" or "an" or "un" or "una" || sentence.Length(0, "asks-anew") > 0;
    }
}
