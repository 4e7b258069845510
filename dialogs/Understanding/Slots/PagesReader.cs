namespace LibraryBot.Dialogs.Understanding.Slots;

/// <summary>How long: "under 100 pages", "de 50 a 100 páginas", "short", "long".</summary>
internal static class PagesReader
{
    /// <summary>The most pages of what is called short without a number.</summary>
    public const int Short = 120;

    /// <summary>The fewest pages of what is called long without a number.</summary>
    public const int Long = 250;

    public static Wish Read(Sentence sentence, Wish wish)
    {
        for (var at = 0; at < sentence.Count; at++)
        {
            if (Quantity.At(sentence, at) is { } quantity && sentence.Length(quantity.Next, "page") is var unit and > 0)
            {
                var bounded = quantity.OrMore(sentence, quantity.Next + unit);
                sentence.Use(at, Math.Max(bounded.Next, quantity.Next + unit) - at);
                UseShort(sentence);
                return bounded.IsExact
                    ? wish with { PagesAtLeast = (int)(quantity.Low! * 0.8m), PagesAtMost = (int)(quantity.High! * 1.2m) }
                    : wish with { PagesAtLeast = (int?)bounded.Low, PagesAtMost = (int?)bounded.High };
            }
        }

        return UseShort(sentence) switch
        {
            "short" => wish with { PagesAtMost = Short },
            "long" => wish with { PagesAtLeast = Long },
            _ => wish,
        };
    }

    private static string? UseShort(Sentence sentence)
    {
        string? found = null;
        for (var at = 0; at < sentence.Count; at++)
        {
            var (_, length, kind) = sentence.Match(at, "short", "long", "flavor");
            if (length == 0 || kind == "flavor" || IsPartOfTopic(sentence, at, length))
            {
                continue;
            }

            // "Who hates long books" wants short ones. "Not long" is a phrase for short of its own.
            var unwanted = sentence.LengthBefore(at, "exclude");
            sentence.Use(at - unwanted, length + unwanted);
            found ??= (kind == "long") == (unwanted > 0) ? "short" : "long";
        }

        return found;
    }

    // "Long division", "shorthair cats", "long vowels" are topics; "a long one", "short books", "something short" are lengths.
    private static bool IsPartOfTopic(Sentence sentence, int at, int length) =>
        length == 1 && sentence.Tokens[at].Key == "long" && sentence.IsFree(at + 1) && !sentence.Tokens[at + 1].StartsPart
        && sentence.Length(at + 1, "book", "format", "flavor", "fiction", "filler", "language", "ones", "join", "short", "long") == 0
        || length == 1 && sentence.Tokens[at].Key == "long" && sentence.IsFree(at + 1) && sentence.Tokens[at + 1].Key is "weekend" or "time" or "ago";
}
