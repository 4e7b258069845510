using LibraryBot.Data.Catalog;

namespace LibraryBot.Dialogs.Recommendations;

/// <summary>Makes a good shelf out of titles: each work once.</summary>
internal static class Selection
{
    /// <summary>Of each work the edition that lacks least, in the place of the best one; a book before its recording.</summary>
    public static IEnumerable<FoundTitle> Works(IEnumerable<FoundTitle> titles) => titles
        .GroupBy(found => Work(found.Title))
        .Select(editions => editions.OrderBy(found => found.Fit.Misses.Count).ThenBy(found => found.Title.Format).First());

    /// <summary>What editions of one work have in common: their name as filed and who made it first.</summary>
    public static (string Name, string? Maker) Work(Title title) => (title.SortTitle, title.Contributors.FirstOrDefault()?.Name);
}
