namespace LibraryBot.Dialogs.Understanding.Slots;

/// <summary>An author: "by Gary Paulsen", "anything by kwame alexander", "libros de Yuyi Morales" but not "de perros".</summary>
internal static class AuthorReader
{
    private const int Longest = 5;

    private static readonly HashSet<string> s_givenNames = [.. TextFiles.Lines("Understanding/Words/GivenNames.txt")];

    public static Wish Read(Sentence sentence, Wish wish)
    {
        for (var at = 0; at < sentence.Count; at++)
        {
            var label = sentence.Length(at, "author");
            var start = at + label;
            if (label > 0 && !TopicReader.IsWhoWrote(sentence, at) && sentence.IsFree(start) && !sentence.Tokens[start].StartsPart && !sentence.Tokens[start].IsNumber
                && sentence.Length(start, "author-not", "ordinal", "grades", "grade-word") == 0 && LengthOf(sentence, start) is var length and > 0
                && !TopicReader.IsWhoWrote(sentence, start + length - 1) && !TopicReader.IsWhoWrote(sentence, start + length))
            {
                return Taken(sentence, wish, at, start, length);
            }

            if (sentence.Length(at, "author-de") > 0 && sentence.Length(at + 1, "author-de-not") == 0
                && sentence.LengthBefore(at, "author-de-not-after") == 0 && !TopicReader.IsWhoWrote(sentence, at + 1) && NameAfterDe(sentence, at + 1) is var name and > 0)
            {
                return Taken(sentence, wish, at, at + 1, name);
            }
        }

        return wish;
    }

    private static Wish Taken(Sentence sentence, Wish wish, int from, int start, int length)
    {
        var author = sentence.Words(start, length);
        sentence.Use(from, start + length - from);
        return wish with { Author = author };
    }

    private static int LengthOf(Sentence sentence, int start)
    {
        var length = Math.Min(Names.Length(sentence, start, endsAtOr: true), Longest);
        for (var at = start + 1; at < start + length; at++)
        {
            if (sentence.Length(at, "filler", "join", "book") > 0 && !IsParticle(sentence, at))
            {
                return at - start;
            }
        }

        return length;
    }

    private static int NameAfterDe(Sentence sentence, int start)
    {
        var length = LengthOf(sentence, start);
        if (length < 2)
        {
            return 0;
        }

        var written = sentence.Tokens.Any(token => !token.IsCapitalized)
            && sentence.Tokens[start].IsCapitalized
            && sentence.Tokens[start + length - 1].IsCapitalized
            && Enumerable.Range(start, length).All(at => sentence.Tokens[at].IsCapitalized || IsParticle(sentence, at));
        return written || s_givenNames.Contains(sentence.Tokens[start].Plain) && sentence.Tokens[start].Plain.Length > 2 ? length : 0;
    }

    private static bool IsParticle(Sentence sentence, int at) => sentence.Tokens[at].Plain is "de" or "la" or "del" or "y" or "van" or "von";
}
