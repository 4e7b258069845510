using LibraryBot.Data.Catalog.Search;
using Microsoft.EntityFrameworkCore;

namespace LibraryBot.Data.Catalog;

/// <summary>
/// Keeps the search index in step with the catalogue. <see cref="DbContext.SaveChanges()"/> of a <see cref="LibraryContext"/> does so by
/// itself, in the same transaction. After changes that go past it (ExecuteUpdate, SQL) call <see cref="RefreshAsync"/>.
/// </summary>
public static class CatalogIndex
{
    private const int Batch = 1000;

    /// <summary>Indexes these titles anew, or takes them out where they are withdrawn or gone.</summary>
    public static async Task RefreshAsync(LibraryContext context, IReadOnlyCollection<int> titleIds, CancellationToken cancellationToken)
    {
        foreach (var ids in titleIds.Distinct().Chunk(Batch))
        {
            var titles = await ReadAsync(context.Titles.Where(title => EF.Parameter(ids).Contains(title.Id)), cancellationToken);
            await WriteAsync(context, titles, ids.Except(titles.Select(title => title.Id)), areNew: false, cancellationToken);
        }
    }

    /// <summary>
    /// Makes the index and the vocabulary anew from the catalogue, in one transaction: until it is done, searches use the old one.
    /// </summary>
    /// <param name="context">A context without changes.</param>
    /// <param name="progress">Is told how many titles are done.</param>
    /// <param name="cancellationToken">Leaves everything as it was.</param>
    /// <returns>How many titles are in the index.</returns>
    public static async Task<int> RebuildAsync(LibraryContext context, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        await using var transaction = context.Database.CurrentTransaction is null
            ? await context.Database.BeginTransactionAsync(cancellationToken) : null;
        var store = SearchStore.Of(context);
        await store.ClearAsync(cancellationToken);
        var done = 0;
        for (var last = 0; ;)
        {
            var after = last;
            var titles = await ReadAsync(
                context.Titles.Where(title => title.Id > after && title.WithdrawnAt == null).OrderBy(title => title.Id).Take(Batch),
                cancellationToken);
            if (titles.Count == 0)
            {
                break;
            }
            await WriteAsync(context, titles, [], areNew: true, cancellationToken);
            done += titles.Count;
            last = titles[^1].Id;
            progress?.Report(done);
        }
        await store.OptimizeAsync(cancellationToken);
        if (transaction is not null)
        {
            await transaction.CommitAsync(cancellationToken);
        }
        return done;
    }

    /// <summary>After very many additions, brings the index into its fastest form. A few seconds for each 100,000 titles.</summary>
    public static Task OptimizeAsync(LibraryContext context, CancellationToken cancellationToken) =>
        SearchStore.Of(context).OptimizeAsync(cancellationToken);

    /// <summary>Compares the index with the catalogue.</summary>
    public static async Task<CatalogIndexState> CheckAsync(LibraryContext context, CancellationToken cancellationToken)
    {
        var indexed = context.Database.SqlQueryRaw<int>(SearchStore.Of(context).IndexedIds);
        var titles = context.Titles.Where(title => title.WithdrawnAt == null).Select(title => title.Id);
        return new CatalogIndexState(
            await titles.CountAsync(cancellationToken),
            await titles.CountAsync(id => !indexed.Contains(id), cancellationToken),
            await indexed.CountAsync(id => !titles.Contains(id), cancellationToken));
    }

    /// <summary>Indexes titles that were just added past SaveChanges, their copies loaded.</summary>
    internal static Task AddAsync(LibraryContext context, IReadOnlyCollection<Title> titles, CancellationToken cancellationToken) =>
        WriteAsync(context, titles, [], areNew: true, cancellationToken);

    /// <summary>Indexes what a save is about to change, as one transaction with it.</summary>
    internal static async Task<int> SaveAsync(LibraryContext context, Func<Task<int>> save, CancellationToken cancellationToken)
    {
        var changes = CatalogChanges.In(context.ChangeTracker);
        if (changes.AreNone)
        {
            return await save();
        }
        await using var transaction = context.Database.CurrentTransaction is null
            ? await context.Database.BeginTransactionAsync(cancellationToken) : null;
        var saved = await save();
        await WriteAsync(context, changes.Added, [], areNew: true, cancellationToken);
        await RefreshAsync(context, changes.OtherTitleIds(), cancellationToken);
        if (transaction is not null)
        {
            await transaction.CommitAsync(cancellationToken);
        }
        return saved;
    }

    private static Task<List<Title>> ReadAsync(IQueryable<Title> titles, CancellationToken cancellationToken) =>
        titles.AsNoTracking().Include(title => title.Copies).AsSplitQuery().ToListAsync(cancellationToken);

    private static (IndexRow Row, Dictionary<string, string> Words) TermsOf(Title title)
    {
        var words = new Dictionary<string, string>(64, StringComparer.Ordinal);
        if (title.WithdrawnAt is not null)
        {
            return (new IndexRow(title.Id, null, false), words);
        }
        words.Add(SearchStore.AllTitles, "");
        return (new IndexRow(title.Id, Terms.Of(title, words), false), words);
    }

    private static async Task WriteAsync(
        LibraryContext context, IReadOnlyCollection<Title> titles, IEnumerable<int> gone, bool areNew, CancellationToken cancellationToken)
    {
        var rows = new List<IndexRow>(titles.Count);
        rows.AddRange(gone.Select(id => new IndexRow(id, null, false)));
        var counts = new Dictionary<string, (string Written, int Titles)>(StringComparer.Ordinal);
        // Finding the terms costs as much as writing them; after an import there are thousands of titles at once.
        foreach (var (row, words) in titles.Count < 100 ? titles.Select(TermsOf) : titles.AsParallel().AsOrdered().Select(TermsOf))
        {
            rows.Add(row with { IsNew = areNew });
            foreach (var (stem, written) in words)
            {
                counts[stem] = counts.TryGetValue(stem, out var known) ? (known.Written, known.Titles + 1) : (written, 1);
            }
        }
        if (rows.Count == 0)
        {
            return;
        }
        var store = SearchStore.Of(context);
        await store.WriteAsync(rows, cancellationToken);
        await store.AddWordsAsync(
            [.. counts.Select(word => new KnownWord(word.Key, word.Value.Written, areNew ? word.Value.Titles : 0))], cancellationToken);
    }
}

/// <summary>How the index compares with the catalogue.</summary>
/// <param name="Titles">Titles in the collection.</param>
/// <param name="Missing">Of them, how many the index lacks: they are not found.</param>
/// <param name="Stale">How many entries of the index are of no title in the collection: they take room, and are never shown.</param>
public sealed record CatalogIndexState(int Titles, int Missing, int Stale)
{
    /// <summary>Whether nothing is missing or stale.</summary>
    public bool IsComplete => Missing == 0 && Stale == 0;
}
