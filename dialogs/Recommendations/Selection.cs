using LibraryBot.Data.Catalog;

namespace LibraryBot.Dialogs.Recommendations;

/// <summary>What is needed to make a good shelf out of titles: each work once, and what suits a grade.</summary>
internal static class Selection
{
    private const double OffByAGrade = 0.85;
    private const double FurtherOff = 0.6;

    /// <summary>Of each work the edition that lacks least, in the place of the best one; a book before its recording.</summary>
    public static IEnumerable<FoundTitle> Works(IEnumerable<FoundTitle> titles) => titles
        .GroupBy(found => Work(found.Title))
        .Select(editions => editions.OrderBy(found => found.Fit.Misses.Count).ThenBy(found => found.Title.Format).First());

    /// <summary>What editions of one work have in common: their name as filed and who made it first.</summary>
    public static (string Name, string? Maker) Work(Title title) => (title.SortTitle, title.Contributors.FirstOrDefault()?.Name);

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
