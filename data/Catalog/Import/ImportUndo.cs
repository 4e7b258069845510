using System.Text.Json;
using LibraryBot.Data.Catalog.Circulation;
using Microsoft.EntityFrameworkCore;

namespace LibraryBot.Data.Catalog.Import;

/// <summary>What came of undoing an import.</summary>
public abstract record UndoOutcome
{
    private UndoOutcome()
    {
    }

    /// <summary>There is no import that was not undone.</summary>
    public sealed record NothingToUndo : UndoOutcome;

    /// <summary>The catalogue is as it was before the import.</summary>
    /// <param name="Run">The import.</param>
    /// <param name="TitlesRemoved">Titles it had added, now gone.</param>
    /// <param name="TitlesKept">Of those, how many somebody asked for since: withdrawn, so that the request is not lost.</param>
    /// <param name="TitlesRestored">Titles that are again as they were.</param>
    /// <param name="CopiesRemoved">Copies it had added.</param>
    /// <param name="CopiesRestored">Copies that are again as they were.</param>
    public sealed record Undone(ImportRun Run, int TitlesRemoved, int TitlesKept, int TitlesRestored, int CopiesRemoved, int CopiesRestored) : UndoOutcome;
}

/// <summary>Undoes imports, the last one first.</summary>
/// <param name="factory">The library's database.</param>
/// <param name="clock">The time that is written.</param>
public sealed class ImportUndo(IDbContextFactory<LibraryContext> factory, TimeProvider clock)
{
    /// <summary>Undoes the last import that was not undone yet, in one transaction.</summary>
    public async Task<UndoOutcome> UndoLastAsync(CancellationToken cancellationToken)
    {
        await using var context = await factory.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        if (context.Database.IsNpgsql())
        {
            await context.Database.ExecuteSqlRawAsync("LOCK TABLE \"ImportRuns\", \"Titles\", \"TitleIsbns\", \"Copies\" IN SHARE ROW EXCLUSIVE MODE", cancellationToken).ConfigureAwait(false);
        }

        var run = await context.ImportRuns.Where(each => each.UndoneAt == null).OrderByDescending(each => each.Id).FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false);
        if (run is null)
        {
            return new UndoOutcome.NothingToUndo();
        }

        run.UndoneAt = clock.GetUtcNow();
        var touched = new HashSet<int>();
        var (titles, copies) = await RestoreAsync(context, run, touched, cancellationToken).ConfigureAwait(false);
        var copiesRemoved = await RemoveCopiesAsync(context, run, touched, cancellationToken).ConfigureAwait(false);
        var (removed, kept) = await RemoveTitlesAsync(context, run, cancellationToken).ConfigureAwait(false);
        await Loans.ForgetReturnedAsync(context, cancellationToken).ConfigureAwait(false);
        await context.ImportChanges.Where(change => change.RunId == run.Id).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
        await context.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        touched.UnionWith(Enumerable.Range(run.FirstTitleId, run.LastTitleId - run.FirstTitleId + 1));
        await CatalogIndex.RefreshAsync(context, touched, cancellationToken).ConfigureAwait(false);
        await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
        return new UndoOutcome.Undone(run, removed, kept, titles, copiesRemoved, copies);
    }

    private static async Task<(int Titles, int Copies)> RestoreAsync(LibraryContext context, ImportRun run, HashSet<int> touched, CancellationToken cancellationToken)
    {
        using var titles = new EntityCommands<Title>(context);
        using var isbns = new EntityCommands<TitleIsbn>(context);
        using var copies = new EntityCommands<Copy>(context);
        var (titleIds, copyIds) = (new HashSet<int>(), new HashSet<int>());

        // What was changed twice was first what its first change says.
        for (var last = long.MaxValue; ;)
        {
            var changes = await context.ImportChanges.AsNoTracking().Where(change => change.RunId == run.Id && change.Id < last).OrderByDescending(change => change.Id).Take(500).ToListAsync(cancellationToken).ConfigureAwait(false);
            if (changes.Count == 0)
            {
                break;
            }

            last = changes[^1].Id;
            var restored = changes.Where(change => change.Thing == ImportedThing.Title).Select(change => change.ThingId).Distinct().ToArray();
            await context.TitleIsbns.Where(isbn => EF.Parameter(restored).Contains(isbn.TitleId)).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
            var moved = changes.Where(change => change.Thing == ImportedThing.Copy).Select(change => change.ThingId).ToArray();
            touched.UnionWith(await context.Copies.Where(copy => EF.Parameter(moved).Contains(copy.Id)).Select(copy => copy.TitleId).ToListAsync(cancellationToken).ConfigureAwait(false));
            var latest = new Dictionary<int, Title>();
            foreach (var change in changes)
            {
                if (change.Thing == ImportedThing.Copy)
                {
                    var copy = JsonSerializer.Deserialize<Copy>(change.Before)!;
                    touched.Add(copy.TitleId);
                    await copies.UpdateAsync(copy, cancellationToken).ConfigureAwait(false);
                    copyIds.Add(copy.Id);
                    continue;
                }

                latest[change.ThingId] = JsonSerializer.Deserialize<Title>(change.Before)!;
            }

            foreach (var title in latest.Values)
            {
                await titles.UpdateAsync(title, cancellationToken).ConfigureAwait(false);
                foreach (var isbn in title.Isbns)
                {
                    await isbns.InsertAsync(isbn, cancellationToken).ConfigureAwait(false);
                }

                touched.Add(title.Id);
                titleIds.Add(title.Id);
            }
        }

        return (titleIds.Count, copyIds.Count);
    }

    private static async Task<int> RemoveCopiesAsync(LibraryContext context, ImportRun run, HashSet<int> touched, CancellationToken cancellationToken)
    {
        var added = context.Copies.Where(copy => copy.Id >= run.FirstCopyId && copy.Id <= run.LastCopyId);
        touched.UnionWith(await added.Select(copy => copy.TitleId).Distinct().ToListAsync(cancellationToken).ConfigureAwait(false));
        return await added.ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
    }

    private static async Task<(int Removed, int Kept)> RemoveTitlesAsync(LibraryContext context, ImportRun run, CancellationToken cancellationToken)
    {
        var added = context.Titles.Where(title => title.Id >= run.FirstTitleId && title.Id <= run.LastTitleId);
        var kept = await added.Where(title => context.Holds.Any(hold => hold.TitleId == title.Id) || context.AvailabilityAlerts.Any(alert => alert.TitleId == title.Id) || context.BookListEntries.Any(entry => entry.TitleId == title.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(title => title.WithdrawnAt, run.UndoneAt), cancellationToken).ConfigureAwait(false);
        var removed = await added.Where(title => !context.Holds.Any(hold => hold.TitleId == title.Id) && !context.AvailabilityAlerts.Any(alert => alert.TitleId == title.Id)
            && !context.BookListEntries.Any(entry => entry.TitleId == title.Id))
            .ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
        return (removed, kept);
    }
}
