using LibraryBot.Data.Catalog.Borrowing;
using LibraryBot.Data.Catalog.Search;
using Microsoft.EntityFrameworkCore;

namespace LibraryBot.Data.Catalog.Recommending;

/// <summary>The lists a library keeps beside its subjects: what is borrowed most, and what has come in last.</summary>
/// <param name="factory">The library's database.</param>
public sealed class Highlights(IDbContextFactory<LibraryContext> factory)
{
    private const int MostLookedAt = 400;

    /// <summary>
    /// What is borrowed most, best first. A grade counts only where ten of its readers borrow, and a title only where three of them do
    /// (<see cref="TitlePopularity"/>); so the list of a small group is empty.
    /// </summary>
    /// <param name="grades">The readers' grades; null for everybody.</param>
    /// <param name="filters">Its filters and the page wanted; its words are not looked at.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The titles; <see cref="CatalogHit.Score"/> is how many people of the group borrowed it within a year.</returns>
    public async Task<CatalogResults> PopularAsync(GradeRange? grades, CatalogQuery filters, CancellationToken cancellationToken)
    {
        await using var context = await factory.CreateDbContextAsync(cancellationToken);
        var (low, high) = grades is { } group ? (group.Low, group.High) : (TitlePopularity.Everybody, TitlePopularity.Everybody);
        var titles = await context.ReadAsync(
            """
            SELECT p."TitleId", SUM(p."Readers") FROM "TitlePopularities" p WHERE p."Grade" BETWEEN @low AND @high
            GROUP BY p."TitleId" ORDER BY SUM(p."Readers") DESC, p."TitleId" LIMIT @most
            """,
            row => (Id: row.GetInt32(0), Readers: row.GetInt64(1)), cancellationToken, ("@low", low), ("@high", high), ("@most", MostLookedAt));
        return await ResultsAsync(context, titles.ConvertAll(title => (title.Id, (double)title.Readers)), filters, cancellationToken);
    }

    /// <summary>What has come in last, by the day, of the same day the newest books first.</summary>
    /// <param name="filters">Its filters and the page wanted; its words are not looked at.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<CatalogResults> NewAsync(CatalogQuery filters, CancellationToken cancellationToken)
    {
        await using var context = await factory.CreateDbContextAsync(cancellationToken);

        // Numbers are given as titles come in, so that the last ones are found without an index of days.
        var arrivals = await context.Titles.AsNoTracking().Where(title => title.WithdrawnAt == null).OrderByDescending(title => title.Id).Take(MostLookedAt)
            .Select(title => new { title.Id, title.AddedAt, title.Year }).ToListAsync(cancellationToken);
        if (arrivals.Count == MostLookedAt && arrivals[0].AddedAt.UtcDateTime.Date == arrivals[^1].AddedAt.UtcDateTime.Date)
        {
            // All at once, as when a library begins: then new is what was published last.
            arrivals = await context.Titles.AsNoTracking().Where(title => title.WithdrawnAt == null && title.Year != null).OrderByDescending(title => title.Year)
                .ThenByDescending(title => title.Id).Take(MostLookedAt).Select(title => new { title.Id, title.AddedAt, title.Year }).ToListAsync(cancellationToken);
        }
        var ordered = arrivals.OrderByDescending(title => title.AddedAt.UtcDateTime.Date).ThenByDescending(title => title.Year).ThenByDescending(title => title.Id);
        return await ResultsAsync(context, [.. ordered.Select((title, at) => (title.Id, (double)(arrivals.Count - at)))], filters, cancellationToken);
    }

    private static async Task<CatalogResults> ResultsAsync(
        LibraryContext context, List<(int Id, double Score)> titles, CatalogQuery query, CancellationToken cancellationToken)
    {
        var filters = new Filters(query);
        if (Page.Of(query) is not { } page || titles.Count == 0)
        {
            return CatalogResults.None;
        }
        var ids = await filters.AmongAsync(SearchStore.Of(context), [.. titles.Select(title => title.Id).Except(query.WithoutTitleIds)], cancellationToken);
        var passing = (await new CandidateReader(context, query).PassingAsync(ids, cancellationToken)).ToHashSet();
        var ordered = titles.Where(title => passing.Contains(title.Id)).ToList();
        var scores = ordered.Skip(page.Skip).Take(page.Take).ToDictionary(title => title.Id, title => title.Score);
        return new CatalogResults(
            [.. (await context.TitlesByIdAsync(scores.Keys, cancellationToken)).Select(title => new CatalogHit(title, scores[title.Id], MatchedIn.None, false))],
            ordered.Count > page.End, null);
    }
}
