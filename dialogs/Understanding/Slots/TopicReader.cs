namespace LibraryBot.Dialogs.Understanding.Slots;

/// <summary>What is left of a sentence when all else is understood and the filler is gone: the topics, in the reader's words.</summary>
internal static class TopicReader
{
    private const int Most = 6;
    private const int LongestInWords = 12;

    /// <summary>The topics as they were written, in order; of a long one its first words.</summary>
    public static List<string> Read(Sentence sentence)
    {
        var topics = new List<string>();
        for (var at = 0; at < sentence.Count && topics.Count < Most;)
        {
            var length = LengthAt(sentence, at);
            if (length == 0)
            {
                at += Math.Max(1, sentence.Length(at, "filler", "book", "volume"));
                continue;
            }

            if (IsSomething(sentence, at, length))
            {
                topics.Add(sentence.Words(at, Math.Min(length, LongestInWords)));
            }

            at += length;
        }

        return topics;
    }

    private static int LengthAt(Sentence sentence, int from)
    {
        var end = from;
        while (true)
        {
            var word = WordAt(sentence, end);
            if (word == 0 || end > from && sentence.Tokens[end].StartsPart)
            {
                return end - from;
            }

            end += word;
            var inner = end;
            while (inner < sentence.Count && !sentence.Tokens[inner].StartsPart && WordAt(sentence, inner) == 0 && sentence.Length(inner, "inner") is var small and > 0)
            {
                inner += small;
            }

            // Small words belong to the topic only where it goes on after them.
            if (inner > end && WordAt(sentence, inner) > 0 && !sentence.Tokens[inner].StartsPart)
            {
                end = inner;
            }
        }
    }

    private static int WordAt(Sentence sentence, int at)
    {
        if (sentence.Length(at, "keep") is var kept and > 0)
        {
            return kept;
        }

        return sentence.IsFree(at) && !IsWhoWrote(sentence, at) && (sentence.Length(at, "filler", "book", "join", "exclude", "change") == 0 || IsGreat(sentence, at) || IsWhoItIsAbout(sentence, at) || sentence.Tokens[at].Plain == "feelings") ? 1 : 0;
    }

    /// <summary>Whether a word says who wrote, and not what it is about: "by native authors".</summary>
    public static bool IsWhoWrote(Sentence sentence, int at) =>
        sentence.IsFree(at) && sentence.Tokens[at].Plain is "authors" or "writers" or "illustrators" or "autores" or "autoras" or "escritores" or "escritoras"
        && Enumerable.Range(Math.Max(at - 3, 0), Math.Min(at, 3)).Any(before => sentence.Tokens[before].Plain is "by" or "from" or "por" or "de");

    private static bool IsWhoItIsAbout(Sentence sentence, int at) =>
        sentence.Length(at, "people") > 0 && at > 0 && !sentence.Tokens[at].StartsPart && sentence.Tokens[at - 1].Plain is "about" or "abt" or "sobre";

    // "A great book" says nothing, "the great depression" is one thing.
    private static bool IsGreat(Sentence sentence, int at) =>
        sentence.Tokens[at].Plain is "great" or "gran" && at > 0 && sentence.Tokens[at - 1].Plain is "the" or "la" or "el" && !sentence.Tokens[at].StartsPart
        && sentence.IsFree(at + 1) && !sentence.Tokens[at + 1].StartsPart && WordAt(sentence, at + 1) > 0;

    // A lone letter or small number says nothing; a year does.
    private static bool IsSomething(Sentence sentence, int at, int length) =>
        length > 1 || sentence.Tokens[at] is { Plain.Length: > 1 } token && !(token.IsNumber && token.Plain.Length < 3);
}
