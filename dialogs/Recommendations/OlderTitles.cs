using LibraryBot.Data.Catalog;
using LibraryBot.Data.People;
using LibraryBot.Dialogs.Conversation;
using Microsoft.Bot.Builder;

namespace LibraryBot.Dialogs.Recommendations;

/// <summary>What the school wants done when a student comes upon a title that the collection marks for older readers.</summary>
public enum OlderTitlesPolicy
{
    /// <summary>It is shown like any other.</summary>
    Show,

    /// <summary>It is shown, with a line that says for whom it is marked.</summary>
    ShowWithNote,

    /// <summary>It is not shown in answers to wishes; who asks for it by name is told whom to ask.</summary>
    AskLibrarian,
}

/// <summary>The school's wishes for recommendations; the host reads them from its settings.</summary>
public sealed record RecommendationOptions
{
    /// <summary>What is done with titles for older readers; they are shown with a note where the school says nothing.</summary>
    public OlderTitlesPolicy OlderTitles { get; init; } = OlderTitlesPolicy.ShowWithNote;
}

/// <summary>Decides, for whoever asks, about titles that the collection marks for older readers. It is about students; nobody else is told what to read.</summary>
internal sealed class OlderTitles(RecommendationOptions options)
{
    // From which grade on a title for young adults or for adults is nothing special: grade 9 is 14 years, where 008/22 begins with them.
    private const int YoungAdults = 9;
    private const int Adults = 10;

    /// <summary>Whether a title is not to be shown to them.</summary>
    public bool Withholds(Title title, Reader reader) => options.OlderTitles == OlderTitlesPolicy.AskLibrarian && IsOlder(title, reader);

    /// <summary>Whether a title is to be shown to them with a note.</summary>
    public bool Notes(Title title, Reader reader) => options.OlderTitles == OlderTitlesPolicy.ShowWithNote && IsOlder(title, reader);

    /// <summary>Whether the record says that a title is for readers more than a grade above them, by its interest grades or its audience.</summary>
    public static bool IsOlder(Title title, Reader reader)
    {
        var from = Math.Max(
            title.GradeLow ?? int.MinValue,
            title.Audience switch { Audience.Adolescent => YoungAdults, Audience.Adult => Adults, _ => int.MinValue });
        return reader.StudentGrade is { } grade && from > grade + 1;
    }
}

/// <summary>Who reads, as far as it matters for which titles are shown.</summary>
/// <param name="Grade">A student's grade where the answer may lean to it and say so; null for others, and where others read along.</param>
/// <param name="StudentGrade">A student's grade for <see cref="OlderTitles"/>, which says nothing of it; null for others.</param>
internal readonly record struct Reader(int? Grade, int? StudentGrade)
{
    /// <summary>The reader of a turn.</summary>
    public static Reader Of(ITurnContext turn)
    {
        var grade = turn.Speaker() is { Role: Role.Student, Grade: { } own } ? own : (int?)null;

        // What grade a student is in is nobody else's business.
        return new Reader(turn.IsGroup() ? null : grade, grade);
    }
}
