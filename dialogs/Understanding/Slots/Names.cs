namespace LibraryBot.Dialogs.Understanding.Slots;

/// <summary>Where a title or a person's name in a sentence ends, and whether words look like one.</summary>
internal static class Names
{
    private const int Longest = 12;

    /// <summary>How many words from a place on may be a name: up to punctuation, a used word, or what cannot be in one.</summary>
    public static int Length(Sentence sentence, int from, bool endsAtOr = false)
    {
        if (sentence.IsFree(from) && sentence.Tokens[from].Quote is var quote and > 0)
        {
            return Enumerable.Range(from, sentence.Count - from).TakeWhile(at => sentence.IsFree(at) && sentence.Tokens[at].Quote == quote).Count();
        }

        var at = from;
        for (; sentence.IsFree(at) && at - from < Longest; at++)
        {
            var token = sentence.Tokens[at];
            if (at > from && token.StartsPart && !token.Gap.Contains(':', StringComparison.Ordinal)
                || !token.IsCapitalized && (sentence.Length(at, "name-end", "exclude") > 0 && at > from || IsForGrade(sentence, at) || IsInLanguage(sentence, at))
                || endsAtOr && token.Plain is "or" or "o")
            {
                break;
            }
        }

        return at - from;
    }

    /// <summary>Whether words were written as a name: capitals, in a sentence that is not all capitals.</summary>
    public static bool IsWritten(Sentence sentence, int from, int length) =>
        sentence.Tokens[from].Quote > 0
        || sentence.Tokens.Any(token => !token.IsCapitalized)
            && Enumerable.Range(from, length).Any(at => sentence.Tokens[at].IsCapitalized && (at > 0 || length > 1))
            && (sentence.Tokens[from].IsCapitalized || IsArticle(sentence, from));

    /// <summary>Whether words without capitals may still be a title: they do not begin as a description does.</summary>
    public static bool MayBeTitle(Sentence sentence, int from, int length)
    {
        if (length == 0)
        {
            return false;
        }

        var first = IsArticle(sentence, from) && length > 1 ? from + 1 : from;
        var described = sentence.Length(first, "filler", "book", "format", "flavor", "fiction", "award", "number", "ordinal", "grades", "short", "long", "change", "exclude") > 0
            && !(first > from && length > 2)
            || IsLanguageBook(sentence, first);
        var endsInBook = sentence.Length(from + length, "book") > 0 && sentence.Tokens[from + length].Key != "serie";
        var hasKind = Enumerable.Range(from, length).Any(at => sentence.Length(at, "format", "book") > 0);
        return !described && !endsInBook && !hasKind;
    }

    /// <summary>Whether a word is an article.</summary>
    public static bool IsArticle(Sentence sentence, int at) => sentence.Tokens[at].Plain is "the" or "a" or "an" or "el" or "la" or "los" or "las" or "un" or "una";

    private static bool IsLanguageBook(Sentence sentence, int at) =>
        sentence.Length(at, "language") is var length and > 0 && sentence.Length(at + length, "book", "format", "filler") > 0;

    private static bool IsForGrade(Sentence sentence, int at) =>
        sentence.Tokens[at].Plain is "for" or "para" or "at" or "de"
        && (sentence.Length(at + 1, "ordinal", "grades", "grade-word", "age-word") > 0 || sentence.IsFree(at + 1) && sentence.Tokens[at + 1].IsNumber);

    private static bool IsInLanguage(Sentence sentence, int at) =>
        sentence.Tokens[at].Plain is "in" or "en" && sentence.Length(at + 1, "language", "format", "title-in", "flavor") > 0
        || sentence.Tokens[at].Plain is "in" && at + 1 == sentence.Count;
}
