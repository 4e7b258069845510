namespace LibraryBot.Dialogs.Understanding.Slots;

/// <summary>What it should be like: "something like Dog Man", "if you liked Hatchet", "parecido a Matilda".</summary>
internal static class LikeReader
{
    public static Wish Read(Sentence sentence, Wish wish)
    {
        for (var at = 0; at < sentence.Count; at++)
        {
            if (From(sentence, at) is not (> 0 and var start) || !sentence.IsFree(start))
            {
                continue;
            }

            var length = Names.Length(sentence, start, endsAtOr: true);
            if (length > 0)
            {
                var like = sentence.Words(start, length);
                sentence.Use(at, start + length - at);
                return wish with { Like = like };
            }
        }

        return wish;
    }

    // Where the name begins, 0 where there is none.
    private static int From(Sentence sentence, int at)
    {
        var (_, length, _) = sentence.Match(at, "like");
        var loves = sentence.Length(at, "loves");
        if (loves > length)
        {
            return Start(sentence, at + loves) is var loved && loved < sentence.Count && sentence.Tokens[loved] is { IsCapitalized: true } && IsNoKind(sentence, loved)
                && Names.IsWritten(sentence, loved, 1) ? loved : 0;
        }

        if (length == 0)
        {
            return 0;
        }

        var start = Start(sentence, at + length);
        if (start >= sentence.Count || sentence.Tokens[start].StartsPart && sentence.Tokens[start].Quote == 0)
        {
            return 0;
        }

        var isNamed = sentence.Tokens[start].IsCapitalized || sentence.Tokens[start].Quote > 0;
        if (length == 1 && at > 0 && sentence.Tokens[at].Key == "like" && (sentence.LengthBefore(at, "liker") > 0 || sentence.Tokens[at].Plain == "likes"))
        {
            return 0;
        }

        // "¿Cómo se llama?" and "de tipo juvenil" are no likenesses, "como Matilda" and "libros como matilda" are.
        if (sentence.Tokens[at].Key is "como" or "tipo" && length == 1 && !isNamed && sentence.LengthBefore(at, "book", "available-before") == 0)
        {
            return 0;
        }

        return isNamed && IsNoKind(sentence, start) || sentence.Length(start, "filler", "this") == 0 || Names.IsArticle(sentence, start) ? start : 0;
    }

    private static bool IsNoKind(Sentence sentence, int at) => sentence.Length(at, "language", "award") == 0;

    private static int Start(Sentence sentence, int at)
    {
        var named = at + sentence.Length(at, "title-the-book", "title-called");
        return named + sentence.Length(named, "title-called");
    }
}
