using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace LibraryBot.Data.Catalog.Search;

/// <summary>Reads candidates and results from the catalogue itself, so that what is withdrawn or changed is never shown from the index.</summary>
internal sealed class CandidateReader(LibraryContext context, CatalogQuery query)
{
    private readonly CandidateFilter filter = new(query, context.Database.IsSqlite());

    public async Task<List<Candidate>> ByIsbnAsync(string isbn, CancellationToken cancellationToken) => await ByIdAsync(
        await context.ReadAsync("""SELECT "TitleId" FROM "TitleIsbns" WHERE "Isbn" = @isbn""", row => row.GetInt32(0), cancellationToken, ("@isbn", isbn)),
        cancellationToken);

    public async Task<List<Candidate>> ByIdAsync(IReadOnlyCollection<int> ids, CancellationToken cancellationToken)
    {
        var read = await ReadAsync<Candidate>(ids, cancellationToken);
        return query.Locations.Count > 0 ? await WithCopyAsync(read, cancellationToken) : read;
    }

    /// <summary>As much of these titles as a candidate has, where they pass the filters; the places of copies are not looked at.</summary>
    public Task<List<TCandidate>> ReadAsync<TCandidate>(IReadOnlyCollection<int> ids, CancellationToken cancellationToken)
    {
        var candidate = RowReader<Title, TCandidate>.Of(context);
        return PassingAsync(candidate.Columns, candidate.Read, [.. ids.Except(query.WithoutTitleIds)], cancellationToken);
    }

    /// <summary>Of these titles, those that pass the filters.</summary>
    public Task<List<int>> PassingAsync(IReadOnlyCollection<int> ids, CancellationToken cancellationToken) =>
        PassingAsync("t.\"Id\"", row => row.GetInt32(0), ids, cancellationToken);

    /// <summary>The page asked for, its titles with copies and ISBNs.</summary>
    public async Task<CatalogResults> ResultsAsync(
        List<Ranked> ranked, Page page, string? corrected, CancellationToken cancellationToken)
    {
        ranked.Sort((one, other) => Compare(other, one));
        var shown = ranked.Skip(page.Skip).Take(page.Take).ToList();
        if (shown.Count == 0)
        {
            return CatalogResults.None with { CorrectedText = corrected };
        }
        var unread = shown.Select(hit => hit.Candidate.Id).Where(id => !query.Known.ContainsKey(id)).ToList();
        var titles = (unread.Count > 0 ? await context.TitlesByIdAsync(unread, cancellationToken) : [])
            .Concat(shown.Select(hit => query.Known.GetValueOrDefault(hit.Candidate.Id)).OfType<Title>());
        return new CatalogResults(
            [.. shown.Join(titles, hit => hit.Candidate.Id, title => title.Id, (hit, title) => new CatalogHit(title, hit.Score, hit.Matched, hit.IsPartial))],
            ranked.Count > page.End, corrected);
    }

    /// <summary>Which of two fits better: what has all the words, then the score, then the newer record.</summary>
    public static int Compare(Ranked one, Ranked other) =>
        other.IsPartial.CompareTo(one.IsPartial) is var partial and not 0 ? partial
        : one.Score.CompareTo(other.Score) is var score and not 0 ? score
        : one.Candidate.Id.CompareTo(other.Candidate.Id);

    private async Task<List<T>> PassingAsync<T>(string columns, Func<DbDataReader, T> read, IReadOnlyCollection<int> ids, CancellationToken cancellationToken)
    {
        if (ids.Count == 0)
        {
            return [];
        }
        var (isAmong, parameter) = context.Among(ids);
        return await context.ReadAsync(
            $"""SELECT {columns} FROM "Titles" t WHERE t."Id" {isAmong} AND {filter.Condition}""", read, cancellationToken, [parameter, .. filter.Parameters]);
    }

    // The same copy must be in, and in the place.
    private async Task<List<Candidate>> WithCopyAsync(List<Candidate> titles, CancellationToken cancellationToken)
    {
        var ids = titles.Select(title => title.Id).ToArray();
        var now = query.AvailableNow;
        var copies = await context.Copies.AsNoTracking()
            .Where(copy => EF.Parameter(ids).Contains(copy.TitleId) && (!now || copy.Status == CopyStatus.Available))
            .Select(copy => new { copy.TitleId, copy.Location }).ToListAsync(cancellationToken);
        var places = query.Locations.Select(Terms.Location).ToHashSet();
        var passing = copies.Where(copy => places.Count == 0 || (copy.Location is not null && places.Contains(Terms.Location(copy.Location))))
            .Select(copy => copy.TitleId).ToHashSet();
        return titles.FindAll(title => passing.Contains(title.Id));
    }
}
