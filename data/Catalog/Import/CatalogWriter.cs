using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace LibraryBot.Data.Catalog.Import;

/// <summary>Writes what an import changes, and what it was before, within the transaction the context is in.</summary>
internal sealed class CatalogWriter : IDisposable
{
    private const int IndexedAtOnce = 4000;

    private readonly LibraryContext context;
    private readonly ImportRun run;
    private readonly EntityCommands<Title> titles;
    private readonly EntityCommands<TitleIsbn> isbns;
    private readonly EntityCommands<Copy> copies;
    private readonly EntityCommands<ImportChange> changes;
    private readonly Dictionary<int, Title> added = [];
    private readonly HashSet<int> changed = [];
    private readonly Dictionary<int, int> cameIn = [];
    private long nextChangeId;

    private CatalogWriter(LibraryContext context, ImportRun run, long nextChangeId)
    {
        (this.context, this.run, this.nextChangeId) = (context, run, nextChangeId);
        (titles, isbns, copies, changes) = (new(context), new(context), new(context), new(context));
    }

    /// <summary>How many copies became available, by the number of their title.</summary>
    public IReadOnlyDictionary<int, int> CameIn => cameIn;

    /// <summary>Begins to write for a run, whose row is made here. Ids are given out here, so that a run's own are without gaps and never used twice.</summary>
    public static async Task<CatalogWriter> BeginAsync(LibraryContext context, ImportRun run, CancellationToken cancellationToken)
    {
        if (context.Database.IsNpgsql())
        {
            // Ids are given out here and not by the sequences, and two imports at once would undo each other: others wait, readers do not.
            await context.Database.ExecuteSqlRawAsync("LOCK TABLE \"ImportRuns\", \"Titles\", \"TitleIsbns\", \"Copies\" IN SHARE ROW EXCLUSIVE MODE", cancellationToken).ConfigureAwait(false);
        }

        var lastTitle = Math.Max(
            await context.Titles.MaxAsync(title => (int?)title.Id, cancellationToken).ConfigureAwait(false) ?? 0,
            await context.ImportRuns.MaxAsync(each => (int?)each.LastTitleId, cancellationToken).ConfigureAwait(false) ?? 0);
        var lastCopy = Math.Max(
            await context.Copies.MaxAsync(copy => (int?)copy.Id, cancellationToken).ConfigureAwait(false) ?? 0,
            await context.ImportRuns.MaxAsync(each => (int?)each.LastCopyId, cancellationToken).ConfigureAwait(false) ?? 0);
        var lastChange = await context.ImportChanges.MaxAsync(change => (long?)change.Id, cancellationToken).ConfigureAwait(false) ?? 0;
        (run.FirstTitleId, run.LastTitleId, run.FirstCopyId, run.LastCopyId) = (lastTitle + 1, lastTitle, lastCopy + 1, lastCopy);
        context.ImportRuns.Add(run);
        await context.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        return new CatalogWriter(context, run, lastChange + 1);
    }

    /// <summary>Adds a title with its ISBNs; gives it its id. Copies are added one by one.</summary>
    public async Task AddTitleAsync(Title title, CancellationToken cancellationToken)
    {
        title.Id = ++run.LastTitleId;
        added.Add(title.Id, title);
        await titles.InsertAsync(title, cancellationToken).ConfigureAwait(false);
        await AddIsbnsAsync(title, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Changes a title and its ISBNs.</summary>
    public async Task ChangeTitleAsync(Title before, Title after, CancellationToken cancellationToken)
    {
        await KeepAsync(before, cancellationToken).ConfigureAwait(false);
        await titles.UpdateAsync(after, cancellationToken).ConfigureAwait(false);
        if (!before.Isbns.Select(each => each.Isbn).SequenceEqual(after.Isbns.Select(each => each.Isbn)))
        {
            await context.TitleIsbns.Where(isbn => isbn.TitleId == after.Id).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
            await AddIsbnsAsync(after, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Writes the columns of a title that was kept.</summary>
    public Task UpdateTitleAsync(Title title, CancellationToken cancellationToken) => titles.UpdateAsync(title, cancellationToken);

    /// <summary>Adds a copy; gives it its id.</summary>
    public async Task AddCopyAsync(Copy copy, CancellationToken cancellationToken)
    {
        Touch(copy);
        copy.Id = ++run.LastCopyId;
        ComeIn(null, copy);
        await copies.InsertAsync(copy, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Changes a copy.</summary>
    public async Task ChangeCopyAsync(Copy before, Copy after, CancellationToken cancellationToken)
    {
        changed.Add(before.TitleId);
        Touch(after);
        ComeIn(before, after);
        await KeepAsync(ImportedThing.Copy, before.Id, JsonSerializer.Serialize(before), cancellationToken).ConfigureAwait(false);
        await copies.UpdateAsync(after, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Brings the search index up to what was written, once enough of it has gathered: the vocabulary is cheaper in large pieces.</summary>
    public Task IndexAsync(CancellationToken cancellationToken) => added.Count + changed.Count < IndexedAtOnce ? Task.CompletedTask : IndexAllAsync(cancellationToken);

    private async Task IndexAllAsync(CancellationToken cancellationToken)
    {
        await CatalogIndex.AddAsync(context, added.Values, cancellationToken).ConfigureAwait(false);
        changed.ExceptWith(added.Keys);
        await CatalogIndex.RefreshAsync(context, changed, cancellationToken).ConfigureAwait(false);
        added.Clear();
        changed.Clear();
    }

    /// <summary>Writes the run's figures, and lets the database give out ids after those used.</summary>
    public async Task EndAsync(CancellationToken cancellationToken)
    {
        await IndexAllAsync(cancellationToken).ConfigureAwait(false);
        await context.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        if (context.Database.IsNpgsql())
        {
            await context.Database.ExecuteSqlRawAsync(
                """
                SELECT setval(pg_get_serial_sequence('"Titles"', 'Id'), GREATEST({0}, 1)), setval(pg_get_serial_sequence('"Copies"', 'Id'), GREATEST({1}, 1)),
                       setval(pg_get_serial_sequence('"ImportChanges"', 'Id'), {2})
                """,
                [run.LastTitleId, run.LastCopyId, nextChangeId],
                cancellationToken).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        titles.Dispose();
        isbns.Dispose();
        copies.Dispose();
        changes.Dispose();
    }

    private void ComeIn(Copy? before, Copy after)
    {
        if (after.Status == CopyStatus.Available && before?.Status != CopyStatus.Available)
        {
            cameIn[after.TitleId] = cameIn.GetValueOrDefault(after.TitleId) + 1;
        }
    }

    private void Touch(Copy copy)
    {
        // A new title is indexed with the copies it has in memory; any other is read again.
        if (added.TryGetValue(copy.TitleId, out var title))
        {
            title.Copies.Add(copy);
        }
        else
        {
            changed.Add(copy.TitleId);
        }
    }

    private async Task AddIsbnsAsync(Title title, CancellationToken cancellationToken)
    {
        foreach (var isbn in title.Isbns)
        {
            isbn.TitleId = title.Id;
            await isbns.InsertAsync(isbn, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Keeps what a title is now, before it is changed.</summary>
    public Task KeepAsync(Title before, CancellationToken cancellationToken)
    {
        added.Remove(before.Id);
        changed.Add(before.Id);
        before.Copies = [];
        return KeepAsync(ImportedThing.Title, before.Id, JsonSerializer.Serialize(before), cancellationToken);
    }

    private Task KeepAsync(ImportedThing thing, int id, string before, CancellationToken cancellationToken) =>
        changes.InsertAsync(new ImportChange { Id = nextChangeId++, RunId = run.Id, Thing = thing, ThingId = id, Before = before }, cancellationToken);
}
