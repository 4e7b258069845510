using Microsoft.EntityFrameworkCore;

namespace LibraryBot.Data.Catalog;

/// <summary>Questions about titles that are asked in many places.</summary>
public static class TitleQueries
{
    /// <summary>
    /// These titles with their copies and ISBNs, in the order asked for, not tracked. Numbers of no title are left out; withdrawn titles
    /// are there, and say so.
    /// </summary>
    public static async Task<IReadOnlyList<Title>> TitlesByIdAsync(
        this LibraryContext context, IReadOnlyCollection<int> titleIds, CancellationToken cancellationToken)
    {
        var ids = titleIds.Distinct().ToArray();
        var titles = await context.Titles.AsNoTracking().Where(title => EF.Parameter(ids).Contains(title.Id))
            .Include(title => title.Copies).Include(title => title.Isbns).AsSplitQuery()
            .ToDictionaryAsync(title => title.Id, cancellationToken);
        return [.. ids.Where(titles.ContainsKey).Select(id => titles[id])];
    }
}
