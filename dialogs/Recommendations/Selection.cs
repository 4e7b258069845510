using LibraryBot.Data.Catalog;

namespace LibraryBot.Dialogs.Recommendations;

/// <summary>Makes a good shelf out of search results: each work once, one of a series before its sequels, what is in and for the reader's own grade first.</summary>
internal static class Selection
{
    private const double OffByAGrade = 0.85;
    private const double FurtherOff = 0.6;
    private const double NotIn = 0.93;
    private const double InAnotherLanguage = 0.6;

    /// <summary>Orders what was found.</summary>
    /// <param name="titles">Titles with their scores.</param>
    /// <param name="grade">A grade to lean to, nothing being left out for it; or null.</param>
    /// <param name="language">The MARC code of a language to lean to, nothing being left out for it; or null where a language was asked for.</param>
    /// <param name="spread">Whether the second of a series waits behind the first of another.</param>
    public static List<FoundTitle> Of(IReadOnlyList<FoundTitle> titles, int? grade, string? language, bool spread)
    {
        var works = titles
            .OrderByDescending(found => found.Score * Leaning(found.Title, grade) * (Standing.Available(found.Title) > 0 ? 1 : NotIn) * LeaningTo(language, found.Title))
            .GroupBy(found => Work(found.Title))
            .Select(editions => editions.OrderBy(found => found.Fit.Misses.Count).ThenBy(found => found.Title.Format).First())
            .ToList();
        if (!spread)
        {
            return works;
        }

        var series = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var first = works.Where(found => found.Title.SeriesName is not { } name || series.Add(name)).ToList();
        return [.. first, .. works.Except(first)];
    }

    /// <summary>What editions of one work have in common: their name as filed and who made it first.</summary>
    public static (string Name, string? Maker) Work(Title title) => (title.SortTitle, title.Contributors.FirstOrDefault()?.Name);

    private static double LeaningTo(string? language, Title title) =>
        language is null || title.Languages.Count == 0 || title.Languages.Contains(language, StringComparer.Ordinal) ? 1 : InAnotherLanguage;

    /// <summary>How well a title suits a grade, 1 for well; a title that names no grade may suit.</summary>
    public static double Leaning(Title title, int? grade)
    {
        if (grade is not { } own || (title.GradeLow is null && title.GradeHigh is null))
        {
            return 1;
        }

        var off = Math.Max((title.GradeLow ?? own) - own, own - (title.GradeHigh ?? own));
        return off <= 0 ? 1 : off == 1 ? OffByAGrade : FurtherOff;
    }
}
