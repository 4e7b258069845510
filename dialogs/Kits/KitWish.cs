using LibraryBot.Data.Catalog;
using LibraryBot.Data.Kits;

namespace LibraryBot.Dialogs.Kits;

/// <summary>What a sentence says of a kit; everything may be missing.</summary>
internal sealed record KitWish
{
    public IReadOnlyList<string> Topics { get; init; } = [];

    public IReadOnlyList<string> Standards { get; init; } = [];

    public GradeRange? Grades { get; init; }

    public int? Students { get; init; }

    public IReadOnlyList<WishedGroup> Groups { get; init; } = [];

    /// <summary>The language of the whole class.</summary>
    public string? Language { get; init; }

    public IReadOnlyList<TitleFormat> Formats { get; init; } = [];

    public bool OnlyFormats { get; init; }

    public IReadOnlyList<TitleFormat> WithoutFormats { get; init; } = [];

    public IReadOnlyList<string> Without { get; init; } = [];

    public bool? Fiction { get; init; }

    /// <summary>Whether nothing of it but perhaps the topic was said.</summary>
    public bool HasOnlyTopics => Standards.Count == 0 && Grades is null && Students is null && Groups.Count == 0 && Language is null
        && Formats.Count == 0 && WithoutFormats.Count == 0 && Without.Count == 0 && Fiction is null;

    /// <summary>A request with what is said here put in, and all else as it was.</summary>
    /// <param name="request">The request before.</param>
    /// <param name="isBesides">Whether topics and formats come to those there are, or in their place.</param>
    public KitRequest Apply(KitRequest request, bool isBesides = false)
    {
        var grades = Grades ?? request.Grades;
        var students = Students ?? request.Students;
        var groups = request.Groups.ToList();
        foreach (var group in Groups.Select(group => group.Of(grades, students)).OfType<KitGroup>())
        {
            groups.RemoveAll(other => (other.Grade, other.Language) == (group.Grade, group.Language));
            groups.Add(group);
        }

        var formats = Formats.Count == 0 ? request.Formats : isBesides ? [.. request.Formats.Union(Formats)] : Formats;
        return (request with
        {
            Topics = Topics.Count == 0 ? request.Topics : isBesides ? [.. request.Topics.Union(Topics)] : Topics,
            Standards = Standards.Count == 0 ? request.Standards : [.. request.Standards.Union(Standards)],
            Grades = grades,
            Harder = Grades is null ? request.Harder : 0,
            Students = students,
            Groups = groups,
            Language = Language ?? request.Language,
            Formats = [.. formats.Except(WithoutFormats)],
            OnlyFormats = Formats.Count == 0 ? request.OnlyFormats : OnlyFormats,
            WithoutFormats = [.. request.WithoutFormats.Union(WithoutFormats).Except(Formats)],
            Without = [.. request.Without.Union(Without)],
            Fiction = Fiction ?? request.Fiction,
        }).Bounded();
    }
}

/// <summary>Students who read otherwise, as somebody spoke of them.</summary>
/// <param name="Count">How many.</param>
/// <param name="Grade">The grade they read at, if one was said.</param>
/// <param name="Language">The MARC code of the language they read in, if one was said.</param>
/// <param name="Beyond">By how many grades they read above their class, below zero where they read below it; 0 where neither was said.</param>
internal sealed record WishedGroup(SaidCount Count, int? Grade, string? Language, int Beyond)
{
    /// <summary>The group; null where it says nothing without the grade of the class, or half of nobody.</summary>
    public KitGroup? Of(GradeRange? ofClass, int? students)
    {
        var grade = Grade ?? (Beyond == 0 || ofClass is not { } own ? null : Math.Clamp((Beyond < 0 ? own.Low : own.High) + Beyond, -1, 12));
        var count = Count.IsHalf ? students / 2 ?? 0 : Count.Value;
        return count < 1 || (grade is null && Language is null) ? null : new KitGroup(count, grade, Language);
    }
}
