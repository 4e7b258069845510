using System.Globalization;
using LibraryBot.Data.Catalog;

namespace LibraryBot.Dialogs.Understanding.Slots;

/// <summary>
/// Grades, ages and reading levels given as grades: "4th grader", "grades 3-5", "K-2", "my 9 year old", "AR 4.5", "reads at grade 2".
/// Where a grade and a different level are both given, the grade says whom it is for and the level becomes Lexile measures.
/// </summary>
internal static class GradeReader
{
    public static Wish Read(Sentence sentence, Wish wish)
    {
        GradeRange? grades = null;
        GradeRange? level = null;
        for (var at = 0; at < sentence.Count; at++)
        {
            if (At(sentence, at) is not { } found)
            {
                continue;
            }

            var before = sentence.LengthBefore(at, "level-before");
            var after = sentence.Length(found.Next, "level-after");
            sentence.Use(at - before, found.Next + after - at + before);
            if (found.IsLevel || before + after > 0)
            {
                level ??= found.Grades;
            }
            else
            {
                grades = grades is { } known ? new(Math.Min(known.Low, found.Grades.Low), Math.Max(known.High, found.Grades.High)) : found.Grades;
            }
        }

        return (grades, level) switch
        {
            (null, null) => wish,
            (null, _) => wish with { Grades = level },
            (_, null) => wish with { Grades = grades },
            _ => wish with { Grades = grades, Lexiles = wish.Lexiles ?? LexileBands.Of(level.Value) },
        };
    }

    private static (GradeRange Grades, int Next, bool IsLevel)? At(Sentence sentence, int at) =>
        sentence.IsFree(at) ? Accelerated(sentence, at) ?? Level(sentence, at) ?? Age(sentence, at) ?? Word(sentence, at) ?? Range(sentence, at) : null;

    // A book level of Accelerated Reader is a grade and its month: 4.5 is the fifth month of fourth grade.
    private static (GradeRange, int, bool)? Accelerated(Sentence sentence, int at) =>
        sentence.Length(at, "ar") is var label and > 0 && Quantity.At(sentence, at + label) is { Low: <= 13 } or { High: <= 13 }
        && Quantity.At(sentence, at + label) is { } levels
            ? (new((int)(levels.Low ?? 0), (int)(levels.High ?? 12)), levels.Next, true)
            : null;

    // "Reading level 3.5" is a grade and its month too.
    private static (GradeRange, int, bool)? Level(Sentence sentence, int at) =>
        sentence.LengthBefore(at, "level-before") > 0 && sentence.Tokens[at].Plain.Contains('.', StringComparison.Ordinal) && Quantity.At(sentence, at) is { Low: <= 13 and var low, High: <= 13 and var high } level
            ? (new((int)low, (int)high), level.Next, true)
            : null;

    private static (GradeRange, int, bool)? Age(Sentence sentence, int at)
    {
        var label = sentence.Length(at, "age-word");
        if (Quantity.At(sentence, at + label) is { } years && (years.Low ?? years.High) is >= 2 and <= 19)
        {
            var unit = sentence.Length(years.Next, "age-unit");
            if (label + unit > 0)
            {
                var (low, high) = (Clamp((years.Low ?? 3) - 6), Clamp((years.High ?? 18) - 5));
                return (new(Math.Min(low, high), high), years.Next + unit, false);
            }
        }

        if (Number(sentence, at) is >= 2 and <= 18 and var spelled && sentence.Length(at + 1, "age-unit") is var length and > 0)
        {
            return (new(Clamp(spelled - 6), Clamp(spelled - 5)), at + 1 + length, false);
        }

        return null;
    }

    private static (GradeRange, int, bool)? Word(Sentence sentence, int at)
    {
        var (value, length, _) = sentence.Match(at, "grades");
        if (length == 0)
        {
            return null;
        }

        var bounds = value.Split(' ').Select(bound => int.Parse(bound, CultureInfo.InvariantCulture)).ToArray();
        var next = at + length;
        if (UpTo(sentence, next, bounds[0]) is { } end)
        {
            return (new(bounds[0], end.Grade), end.Next + sentence.Length(end.Next, "grade-word"), false);
        }

        return (new(bounds[0], bounds[1]), next + sentence.Length(next, "grade-word"), false);
    }

    private static (GradeRange, int, bool)? Range(Sentence sentence, int at)
    {
        var label = sentence.Length(at, "grade-word");
        var first = at + label;
        if (GradeAt(sentence, first) is not { } low || label > 0 && sentence.Tokens[first].StartsPart)
        {
            return null;
        }

        var end = UpTo(sentence, first + 1, low) ?? (low, first + 1);
        var unit = label > 0 ? 0 : sentence.Length(end.Next, "grade-word");
        var isRangeFromK = sentence.Length(first, "grade-k") > 0 && end.Grade > low;
        var isOrdinalAlone = sentence.Length(first, "ordinal") > 0 && sentence.LengthBefore(first, "grade-lead") > 0 && IsEnd(sentence, end.Next);
        return label + unit > 0 || isRangeFromK || isOrdinalAlone ? (new(low, end.Grade), end.Next + unit, false) : null;
    }

    private static bool IsEnd(Sentence sentence, int at) =>
        at >= sentence.Count || sentence.Tokens[at].StartsPart || sentence.Length(at, "join", "exclude", "grade-end") > 0;

    private static (int Grade, int Next)? UpTo(Sentence sentence, int at, int low)
    {
        var start = at + sentence.Length(at, "grade-word");
        var isDash = start < sentence.Count && sentence.Tokens[start].Gap.Trim() is "-" or "–";
        var joined = isDash ? 0 : sentence.Length(start, "to");
        if (!isDash && joined == 0 || GradeAt(sentence, start + joined) is not { } high || high <= low)
        {
            return null;
        }

        return (high, start + joined + 1);
    }

    private static int? GradeAt(Sentence sentence, int at)
    {
        if (sentence.Length(at, "grade-k") > 0)
        {
            return 0;
        }

        return Number(sentence, at) is >= 0 and <= 12 and var number ? number
            : sentence.Match(at, "ordinal") is { Length: > 0 } ordinal && ordinal.Value != "-1" ? int.Parse(ordinal.Value, CultureInfo.InvariantCulture)
            : sentence.Match(at, "grades") is { Length: 1, Value: "0 0" } ? 0
            : null;
    }

    private static int? Number(Sentence sentence, int at) =>
        sentence.IsFree(at) && int.TryParse(sentence.Tokens[at].Plain, NumberStyles.None, CultureInfo.InvariantCulture, out var digits) ? digits
        : sentence.Match(at, "number") is { Length: 1 } word ? int.Parse(word.Value, CultureInfo.InvariantCulture)
        : null;

    private static int Clamp(decimal grade) => (int)Math.Clamp(grade, -1, 12);
}
