using LibraryBot.Dialogs.Understanding;

namespace LibraryBot.Dialogs.Kits;

/// <summary>The topic where a sentence says which words it is: "a kit on the civil war for...", "unidad sobre los ecosistemas, ...".</summary>
internal static class KitTopic
{
    private const int Longest = 10;

    private static readonly HashSet<string> s_about = new(StringComparer.Ordinal) { "on", "about", "abt", "abot", "sobre", "covering", "acerca", "around", "regarding" };
    private static readonly HashSet<string> s_belongs = new(StringComparer.Ordinal) { "for", "de", "para", "of", "del" };
    private static readonly HashSet<string> s_small = new(StringComparer.Ordinal)
    {
        "the", "a", "an", "el", "la", "los", "las", "our", "my", "mi", "mis", "nuestra", "nuestro", "un", "una", "de", "del", "unit", "topic", "study", "tema", "please", "pls", "plz", "thanks", "thank", "you", "por", "favor", "gracias", "and", "y",
    };

    /// <summary>The topic, its words used up; null where none is marked so.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="isAsked">Whether the teacher was asked for it, so that the sentence may begin with it.</param>
    public static string? Explicit(Sentence sentence, bool isAsked)
    {
        for (var at = 0; at < sentence.Count; at++)
        {
            var plain = sentence.Tokens[at].Plain;
            var isMarked = s_about.Contains(plain) || (s_belongs.Contains(plain) && at > 0 && KitWords.IsKit(sentence.Tokens[at - 1]));
            if (isMarked && Span(sentence, at + 1) is { } topic)
            {
                return topic;
            }
        }

        return isAsked ? Span(sentence, 0) : null;
    }

    private static string? Span(Sentence sentence, int start)
    {
        while (start < sentence.Count && s_small.Contains(sentence.Tokens[start].Plain))
        {
            start++;
        }

        var end = start;
        while (end < sentence.Count && end - start < Longest && !Ends(sentence, end, end == start))
        {
            end++;
        }

        while (end > start && s_small.Contains(sentence.Tokens[end - 1].Plain))
        {
            end--;
        }

        if (end <= start)
        {
            return null;
        }

        var topic = sentence.Words(start, end - start);
        sentence.Use(start, end - start);
        return topic.ToLowerInvariant();
    }

    private static bool Ends(Sentence sentence, int at, bool isFirst)
    {
        var token = sentence.Tokens[at];
        if ((!isFirst && token.StartsPart) || IsWhom(sentence, at) || (KitWords.IsKit(token) && isFirst))
        {
            return true;
        }

        var next = at + 1;
        while (next < sentence.Count && sentence.Tokens[next].Plain is "my" or "our" or "a" or "an" or "the" or "mi" or "mis" or "un" or "una" or "el" or "la" or "los" or "some" or "algunos" or "unos" or "of" or "nuestra")
        {
            next++;
        }

        return token.Plain switch
        {
            "for" or "para" => next >= sentence.Count || IsWhom(sentence, next),
            "with" or "con" => next >= sentence.Count || IsWhom(sentence, next) || sentence.Length(next, "format", "book", "language", "fiction") > 0,
            "in" or "en" or "at" or "a" or "de" => next < sentence.Count && (IsWhom(sentence, next) || sentence.Length(next, "language") > 0),
            "no" or "without" or "sin" or "not" => !isFirst,
            "and" or "y" => next < sentence.Count && IsWhom(sentence, next),
            "that" or "que" or "who" or "please" or "pls" or "plz" or "gracias" or "thanks" => !isFirst,
            _ => !isFirst && sentence.Length(at, "language") > 0 && at + 1 == sentence.Count,
        };
    }

    // A grade, a number of students, a class: from there on it is about the readers.
    private static bool IsWhom(Sentence sentence, int at)
    {
        if (sentence.Length(at, "grades", "grade-word", "level-before") > 0 || KitWords.IsStudent(sentence.Tokens[at]) || KitWords.IsClass(sentence.Tokens[at]))
        {
            return true;
        }

        var isGrade = (sentence.Length(at, "ordinal") > 0 || sentence.Length(at, "grade-k") > 0) && at + 1 < sentence.Count && sentence.Length(at + 1, "grade-word", "to") + sentence.Length(at + 1, "number") > 0;
        return isGrade || (SaidCount.At(sentence, at) is { IsGuess: false } count && count.Value != 1 && IsCounting(sentence, at + count.Length));
    }

    // "28 students", "20 5th graders", "four reading at", "28, ..." count; "apollo 11" and "world war 2" end with a number that is theirs.
    private static bool IsCounting(Sentence sentence, int after)
    {
        for (var at = after; at < Math.Min(sentence.Count, after + 4); at++)
        {
            if (sentence.Tokens[at].StartsPart || sentence.Tokens[at].Plain is "for" or "para" or "with" or "con")
            {
                return false;
            }

            if (KitWords.IsStudent(sentence.Tokens[at]) || KitWords.IsReading(sentence.Tokens[at]) || sentence.Length(at, "grade-word", "language") > 0)
            {
                return true;
            }
        }

        return false;
    }
}
