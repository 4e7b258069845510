using System.Text.Json.Serialization;
using LibraryBot.Data.Catalog;

namespace LibraryBot.Data.Kits;

/// <summary>What a teacher wants a kit of titles for. A value: every adjustment makes another. <see cref="Bounded"/> keeps it within limits.</summary>
public sealed record KitRequest
{
    /// <summary>The most students a kit is made for.</summary>
    public const int MostStudents = 500;

    /// <summary>The most groups apart from the class.</summary>
    public const int MostGroups = 6;

    private const int MostTopics = 4, MostWords = 12, MostTitles = 100, LongestWord = 200;

    /// <summary>What the unit is about, in the teacher's words.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>The codes of standards, as they were said.</summary>
    public IReadOnlyList<string> Standards { get; init; } = [];

    /// <summary>The grade of the class: -1 pre-K, 0 kindergarten.</summary>
    public GradeRange? Grades { get; init; }

    /// <summary>How many students, those of the groups included; null where nobody said, then no copies are counted.</summary>
    public int? Students { get; init; }

    /// <summary>Students of the class who read at another grade or in another language.</summary>
    public IReadOnlyList<KitGroup> Groups { get; init; } = [];

    /// <summary>The MARC code of the language the class reads in.</summary>
    public string Language { get; init; } = "eng";

    /// <summary>By how many grades the class reads above (or below zero: below) its grade, -4 to 4.</summary>
    public int Harder { get; init; }

    /// <summary>Formats there should be some of; empty for any.</summary>
    public IReadOnlyList<TitleFormat> Formats { get; init; } = [];

    /// <summary>Whether there should be no other formats than <see cref="Formats"/>.</summary>
    public bool OnlyFormats { get; init; }

    /// <summary>Formats there should be none of.</summary>
    public IReadOnlyList<TitleFormat> WithoutFormats { get; init; } = [];

    /// <summary>Only fiction, or only what is none; null for both.</summary>
    public bool? Fiction { get; init; }

    /// <summary>Words no title may have.</summary>
    public IReadOnlyList<string> Without { get; init; } = [];

    /// <summary>Titles taken out by hand.</summary>
    public IReadOnlyList<int> WithoutTitleIds { get; init; } = [];

    /// <summary>Titles put in by hand; they are in the kit whatever they are about.</summary>
    public IReadOnlyList<int> WithTitleIds { get; init; } = [];

    /// <summary>How many students read as the class does: all but those of the groups; null where nobody said how many there are.</summary>
    [JsonIgnore]
    public int? ClassStudents => Students is { } students ? Math.Max(0, students - Groups.Sum(group => group.Students)) : null;

    /// <summary>The same with everything within sensible limits, for what comes from people and from buttons.</summary>
    public KitRequest Bounded() => this with
    {
        Topics = Short(Topics, MostTopics),
        Standards = Short(Standards, MostWords),
        Grades = Grades is { } grades ? new GradeRange(Math.Clamp(grades.Low, -1, 12), Math.Clamp(Math.Max(grades.Low, grades.High), -1, 12)) : null,
        Students = Students is { } students ? Math.Clamp(students, 1, MostStudents) : null,
        Groups = [.. (Groups ?? []).OfType<KitGroup>().Select(group => group.Bounded()).Where(group => group.Grade is not null || group.Language is not null)
            .GroupBy(group => (group.Grade, group.Language))
            .Select(same => new KitGroup(same.Sum(group => group.Students), same.Key.Grade, same.Key.Language) { More = same.Max(group => group.More) }).Take(MostGroups)],
        Language = IsLanguage(Language) ? Language : "eng",
        Harder = Math.Clamp(Harder, -4, 4),
        Formats = [.. (Formats ?? []).Where(Enum.IsDefined).Distinct().Take(MostWords)],
        OnlyFormats = OnlyFormats && Formats is { Count: > 0 },
        WithoutFormats = [.. (WithoutFormats ?? []).Where(Enum.IsDefined).Distinct().Take(MostWords)],
        Without = Short(Without, MostWords),
        WithoutTitleIds = [.. (WithoutTitleIds ?? []).Distinct().TakeLast(MostTitles)],
        WithTitleIds = [.. (WithTitleIds ?? []).Distinct().Take(MostTitles)],
    };

    internal static bool IsLanguage(string? code) => code is { Length: 3 } && code.All(char.IsAsciiLetterLower);

    private static IReadOnlyList<string> Short(IReadOnlyList<string>? words, int most) => [.. (words ?? [])
        .Where(word => !string.IsNullOrWhiteSpace(word)).Select(word => word.Length > LongestWord ? word[..LongestWord] : word).Distinct().Take(most)];
}

/// <summary>Students of a class who read at another grade, in another language, or both.</summary>
/// <param name="Students">How many, at least 1.</param>
/// <param name="Grade">The grade they read at; null for that of the class.</param>
/// <param name="Language">The MARC code of the language they read in; null for that of the class.</param>
public sealed record KitGroup(int Students, int? Grade = null, string? Language = null)
{
    /// <summary>Copies wanted beyond one for each student.</summary>
    public int More { get; init; }

    /// <summary>How many copies it needs.</summary>
    [JsonIgnore]
    public int Needed => Students + More;

    internal KitGroup Bounded() => this with
    {
        Students = Math.Clamp(Students, 1, KitRequest.MostStudents),
        Grade = Grade is { } grade ? Math.Clamp(grade, -1, 12) : null,
        Language = KitRequest.IsLanguage(Language) ? Language : null,
        More = Math.Clamp(More, 0, 50),
    };
}
