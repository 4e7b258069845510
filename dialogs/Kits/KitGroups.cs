using LibraryBot.Data.Catalog;
using LibraryBot.Dialogs.Conversation;
using LibraryBot.Dialogs.Understanding;
using LibraryBot.Dialogs.Understanding.Slots;

namespace LibraryBot.Dialogs.Kits;

/// <summary>
/// Reads how many students there are and who of them reads otherwise: each number is taken with the words after it, up to the next number or the end of the part.
/// "28 students, four reading at grade 2, two in Spanish"; "veintiocho alumnos de quinto, la mitad en español".
/// </summary>
internal static class KitGroups
{
    private const int FewestStudents = 5;

    public static KitWish Read(Sentence sentence, string text, string language, KitWish wish)
    {
        var counts = new List<(int At, SaidCount Count)>();
        for (var at = 0; at < sentence.Count; at++)
        {
            if (Counting(sentence, at) is { } found)
            {
                counts.Add((at, found));
                at += found.Length - 1;
            }
        }

        var groups = new List<WishedGroup>();
        int? students = null, perhaps = null;
        for (var number = 0; number < counts.Count; number++)
        {
            var (at, count) = counts[number];
            var end = End(sentence, at + count.Length, number + 1 < counts.Count ? counts[number + 1].At : sentence.Count);
            if (GroupOf(sentence, text, language, at + count.Length, end, count) is { } group)
            {
                groups.Add(group.Group);
                sentence.Use(at, group.Used - at);
            }
            else if (count is { IsGuess: false, IsHalf: false } && IsOfStudents(sentence, at, at + count.Length, end))
            {
                students ??= count.Value;
                sentence.Use(at, count.Length);
            }
            else if (count is { IsGuess: false, IsHalf: false, Value: >= FewestStudents } && sentence.Length(at + count.Length, "book", "format", "flavor", "page") == 0)
            {
                perhaps ??= count.Value;
            }
        }

        return wish with { Students = students ?? perhaps, Groups = groups };
    }

    private static SaidCount? Counting(Sentence sentence, int at)
    {
        if (SaidCount.At(sentence, at) is not { } count)
        {
            return null;
        }

        var next = at + count.Length;
        var isGrade = (!sentence.Tokens[at].StartsPart && count.Value <= 18 && sentence.LengthBefore(at, "grade-word", "level-before", "age-word", "lexile", "volume") > 0)
            || (count.Value <= 12 && sentence.Length(next, "grade-word", "age-unit", "page") > 0 && !(next < sentence.Count && sentence.Tokens[next].Plain is "graders"))
            || sentence.Tokens[at].Gap.Trim() is "-" or "–" or "#"
            || (next < sentence.Count && sentence.Tokens[next].Gap.Trim() is "-" or "–" && SaidCount.At(sentence, next) is not null);
        return isGrade ? null : count;
    }

    // A comma ends what belongs to a number, unless nothing has been said of it yet: "four, reading at grade 2".
    private static int End(Sentence sentence, int from, int next)
    {
        var saysNothing = true;
        for (var end = from; end < next; end++)
        {
            var token = sentence.Tokens[end];
            var goesOn = KitWords.IsReading(token) || token.Plain is "who" or "that" or "which" or "que" or "quienes";
            if (token.StartsPart && !(saysNothing && goesOn))
            {
                return end;
            }

            saysNothing &= KitWords.IsStudent(token) || goesOn;
        }

        return next;
    }

    private static (WishedGroup Group, int Used)? GroupOf(Sentence sentence, string text, string language, int from, int end, SaidCount count)
    {
        if (from >= end)
        {
            return null;
        }

        var clause = text[sentence.Tokens[from].Start..sentence.Tokens[end - 1].End];
        var (beyond, isBeyond) = Beyond(clause);
        string? read = null;
        var used = from;
        for (var at = from; at < end; at++)
        {
            if (read is null && sentence.Match(at, "language") is { Length: > 0 } found)
            {
                (read, used) = (found.Value, at + found.Length);
            }
        }

        var levels = Sentence.Of(clause, language);
        var isAboutReading = Enumerable.Range(from, end - from).Any(at => KitWords.IsReading(sentence.Tokens[at]) || sentence.Tokens[at].Plain is "at");
        var grade = isAboutReading && !isBeyond ? GradeReader.Read(levels, new Wish()).Grades : null;
        if (grade is not null || isBeyond)
        {
            used = Math.Max(used, grade is null ? end : from + LastUsed(levels));
        }

        return read is null && grade is null && !isBeyond ? null : (new WishedGroup(count, grade?.Low, read, beyond), Math.Max(used, from));
    }

    private static int LastUsed(Sentence sentence) => Enumerable.Range(0, sentence.Count).LastOrDefault(at => !sentence.IsFree(at), -1) + 1;

    private static (int Grades, bool Is) Beyond(string clause)
    {
        var plain = Phrases.Plain(clause);
        return Has("below grade", "below level", "below the grade", "struggling", "behind grade", "por debajo", "bajo su grado", "debajo del nivel", "con dificultad") ? (-2, true)
            : Has("above grade", "above level", "above the grade", "advanced", "gifted", "ahead of grade", "por encima", "arriba de su grado", "avanzad", "arriba del nivel") ? (2, true)
            : (0, false);

        bool Has(params string[] phrases) => phrases.Any(phrase => plain.Contains(phrase, StringComparison.Ordinal));
    }

    // "28 students", "28 of my fifth graders", "a class of 28", "somos 28".
    private static bool IsOfStudents(Sentence sentence, int at, int from, int end) =>
        Enumerable.Range(from, Math.Max(0, Math.Min(end, from + 5) - from)).Any(next => KitWords.IsStudent(sentence.Tokens[next]) || KitWords.IsClass(sentence.Tokens[next]))
        || (at > 1 && sentence.Tokens[at - 1].Plain is "of" or "de" && KitWords.IsClass(sentence.Tokens[at - 2]))
        || (at > 0 && sentence.Tokens[at - 1].Plain is "somos" or "tengo" or "seran" or "sean" or "son" or "have");
}
