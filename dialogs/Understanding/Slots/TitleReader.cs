namespace LibraryBot.Dialogs.Understanding.Slots;

/// <summary>A title asked for by name: "do you have Hatchet?", "is Holes in?", "the book called wonder", anything in quotation marks.</summary>
internal static class TitleReader
{
    public static Wish Read(Sentence sentence, Wish wish)
    {
        if (wish.Title is not null)
        {
            return wish;
        }

        for (var at = 0; at < sentence.Count; at++)
        {
            if (sentence.IsFree(at) && sentence.Tokens[at].Quote > 0)
            {
                return Taken(sentence, wish, at, at, Names.Length(sentence, at));
            }
        }

        for (var at = 0; at < sentence.Count; at++)
        {
            if (OfACopy(sentence, at) is { } copied)
            {
                return Taken(sentence, wish, copied.Start, copied.Start, copied.Length);
            }
        }

        for (var at = 0; at < sentence.Count; at++)
        {
            if (Framed(sentence, at) is { } title)
            {
                return Taken(sentence, wish, at, title.Start, title.Length);
            }
        }

        return wish;
    }

    private static Wish Taken(Sentence sentence, Wish wish, int from, int start, int length)
    {
        var title = sentence.Words(start, length);
        sentence.Use(from, start + length - from);
        return wish with { Title = title };
    }

    // "The audiobook of The Hobbit", "a Spanish copy of Holes": the words before it say which copy and are read later.
    private static (int Start, int Length)? OfACopy(Sentence sentence, int at)
    {
        var label = sentence.Length(at, "title-copy");
        var start = at + label;
        if (label == 0 || !sentence.IsFree(start) || sentence.Tokens[start].StartsPart || Names.Length(sentence, start) is not (> 0 and var length))
        {
            return null;
        }

        return Names.IsWritten(sentence, start, length) || Names.MayBeTitle(sentence, start, length) && sentence.Tokens[at].Key is not ("movie" or "dvd" or "audio" or "pelicula")
            ? (start, length)
            : null;
    }

    private static (int Start, int Length)? Framed(Sentence sentence, int at)
    {
        var (_, label, kind) = sentence.Match(at, "title-called", "title-the-book", "title-before", "title-where", "title-is");
        if (label == 0 || kind == "title-is" && at > 1)
        {
            return null;
        }

        var start = at + label;
        if (kind is "title-before" or "title-where" or "title-is" && sentence.Match(start, "title-called", "title-the-book") is { Length: > 0 } named)
        {
            (start, kind) = (start + named.Length, named.Kind);
        }

        if (kind == "title-the-book" && sentence.Length(start, "title-called") is var called and > 0)
        {
            (start, kind) = (start + called, "title-called");
        }

        if (!sentence.IsFree(start) || sentence.Tokens[start].StartsPart)
        {
            return null;
        }

        var length = Names.Length(sentence, start);
        return length > 0 && Fits(sentence, kind, start, ref length) ? (start, length) : null;
    }

    private static bool Fits(Sentence sentence, string kind, int start, ref int length)
    {
        var isWritten = Names.IsWritten(sentence, start, length) && sentence.Length(start, "language", "award") == 0;
        var endsInBook = sentence.Length(start + length, "book") > 0 && sentence.Tokens[start + length].Key is not ("serie" or "book" and "x");
        switch (kind)
        {
            case "title-called":
                return true;
            case "title-the-book":
                return isWritten || sentence.Length(start, "filler") == 0 && Names.MayBeTitle(sentence, start, length);
            case "title-before":
                return isWritten ? !endsInBook : Names.MayBeTitle(sentence, start, length);
            case "title-where":
                return isWritten && !endsInBook;
            default:
                length = UpToIn(sentence, start, length);
                return length > 0 && (isWritten || sentence.Length(start, "filler", "title-in", "this") == 0 || Names.IsArticle(sentence, start) && length > 1);
        }
    }

    // "Is the giver available": the title ends where "available" begins, and without that it was no question for a title.
    private static int UpToIn(Sentence sentence, int start, int length)
    {
        for (var at = start + 1; at <= start + length && at < sentence.Count; at++)
        {
            if (sentence.Length(at, "title-in") is var ends and > 0 && (at + ends == sentence.Count || !sentence.Tokens[at].IsCapitalized))
            {
                sentence.Use(at, ends);
                return at - start;
            }
        }

        return sentence.LengthBefore(start, "title-is") > 1 && start + length == sentence.Count ? length : 0;
    }
}
