using LibraryBot.Dialogs.Understanding.Slots;

namespace LibraryBot.Dialogs.Understanding;

/// <summary>
/// Tells a request of its own from a change of the last one by how it is put: it names a kind of thing to read and what that should be about,
/// by whom, or for whom, and compares with nothing. "Scores by Mozart", "a graphic novel about space" and "something else about dogs" are
/// requests; "by Mozart", "scary ones", "books in Spanish" and "comics instead" are changes.
/// </summary>
internal static class NewRequest
{
    /// <summary>Whether a sentence is one.</summary>
    public static bool Is(string text, string language)
    {
        var sentence = Sentence.Of(text, language);
        var isOther = Find(sentence, "request-other");
        if (Find(sentence, "request-compares") && !isOther)
        {
            return false;
        }

        if (isOther)
        {
            return Find(sentence, "request-about") && TopicsOf(text, language).Count > 0;
        }

        for (var at = 0; at < sentence.Count; at++)
        {
            if (sentence.Match(at, "book", "format", "request-thing", "volume", "volume-of") is not { Length: > 0, Kind: "book" or "format" or "request-thing" } thing)
            {
                continue;
            }

            var next = at + thing.Length;
            if (sentence.Length(next, "author") > 0 && next + 1 < sentence.Count || sentence.Length(next, "request-about") > 0 && TopicsOf(text, language).Count > 0)
            {
                return true;
            }
        }

        // "Funny books for kindergarten" says what and for whom; "funny books" and "books for kindergarten" may each be a change.
        var said = WishReader.ReadKinds(Sentence.Of(text, language), new Wish());
        return said.Flavors.Count > 0 && said.Grades is not null && Enumerable.Range(0, sentence.Count).Any(at => sentence.Length(at, "book", "format", "request-thing", "request-told") > 0);
    }

    private static bool Find(Sentence sentence, string kind) => Enumerable.Range(0, sentence.Count).Any(at => sentence.Length(at, kind) > 0);

    private static List<string> TopicsOf(string text, string language)
    {
        var sentence = Sentence.Of(text, language);
        WishReader.ReadKinds(sentence, new Wish());
        return TopicReader.Read(sentence);
    }
}
