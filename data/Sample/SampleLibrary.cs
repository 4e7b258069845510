using LibraryBot.Data.Calendar;
using LibraryBot.Data.Catalog;
using LibraryBot.Data.Catalog.Import;
using Microsoft.EntityFrameworkCore;

namespace LibraryBot.Data.Sample;

/// <summary>
/// The library of a fictional school, with real titles, for newcomers, demonstrations and tests. The people with the keys "teacher", "student"
/// and "librarian" are always there.
/// </summary>
public static class SampleLibrary
{
    /// <inheritdoc cref="LoadAsync(IDbContextFactory{LibraryContext}, LibraryProfile, TimeProvider, Task{SampleTitles}?, CancellationToken)"/>
    public static Task<bool> LoadAsync(
        IDbContextFactory<LibraryContext> factory, LibraryProfile profile, TimeProvider clock, CancellationToken cancellationToken) =>
        LoadAsync(factory, profile, clock, null, cancellationToken);

    /// <summary>Fills an empty database with the sample library, in one transaction. Does nothing where the catalogue has a title already.</summary>
    /// <param name="factory">The library's database, prepared.</param>
    /// <param name="profile">The school, whose time zone says which day it is.</param>
    /// <param name="clock">The time from which due dates count.</param>
    /// <param name="read">The titles, where they were read ahead; or null.</param>
    /// <param name="cancellationToken">Leaves the database as it was.</param>
    /// <returns>Whether it was filled.</returns>
    public static async Task<bool> LoadAsync(
        IDbContextFactory<LibraryContext> factory, LibraryProfile profile, TimeProvider clock, Task<SampleTitles>? read, CancellationToken cancellationToken)
    {
        await using var context = await factory.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        if (await HasAnyAsync(context, "Titles", cancellationToken).ConfigureAwait(false))
        {
            return false;
        }

        var now = clock.GetUtcNow();
        var titles = (await (read ?? SampleTitles.ReadAsync(profile, clock, cancellationToken)).ConfigureAwait(false)).ByKey;

        // SQLite locks with the transaction. On PostgreSQL two instances may start at once, and the second has to see what the first did.
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        if (context.Database.IsNpgsql())
        {
            await context.Database.ExecuteSqlRawAsync("LOCK TABLE \"ImportRuns\", \"Titles\", \"People\" IN SHARE ROW EXCLUSIVE MODE", cancellationToken).ConfigureAwait(false);
        }

        if (await HasAnyAsync(context, "Titles", cancellationToken).ConfigureAwait(false))
        {
            return false;
        }

        await WriteAsync(context, titles.Values, now, cancellationToken).ConfigureAwait(false);
        var people = await context.People.ToDictionaryAsync(person => person.Key, StringComparer.Ordinal, cancellationToken).ConfigureAwait(false);
        context.People.AddRange(SamplePeople.Read().Where(person => people.TryAdd(person.Key, person)));
        await context.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        if (!await HasAnyAsync(context, "Resources", cancellationToken).ConfigureAwait(false))
        {
            await SampleEquipment.AddAsync(context, cancellationToken).ConfigureAwait(false);
        }

        if (!await HasAnyAsync(context, "Standards", cancellationToken).ConfigureAwait(false))
        {
            context.Standards.AddRange(await SampleStandards.ReadAsync(cancellationToken).ConfigureAwait(false));
        }

        var ids = titles.ToDictionary(title => title.Key, title => title.Value.Title.Id);
        context.Holds.AddRange(SampleHolds.Read(ids, people, now));
        context.BookLists.AddRange(SampleLists.Read(ids, now));
        context.Loans.AddRange(SampleLoans.Read(titles.Values.SelectMany(title => title.Copies).ToDictionary(copy => copy.Barcode, StringComparer.Ordinal), people, now));
        await context.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
        return true;
    }

    /// <summary>
    /// Adds the sample's people where nobody is on the roster yet, so that somebody who imported a catalogue of their own before the first start
    /// has somebody to chat as.
    /// </summary>
    /// <param name="factory">The library's database, prepared.</param>
    /// <param name="cancellationToken">Leaves the database as it was.</param>
    public static async Task LoadPeopleAsync(IDbContextFactory<LibraryContext> factory, CancellationToken cancellationToken)
    {
        await using var context = await factory.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        if (!await HasAnyAsync(context, "People", cancellationToken).ConfigureAwait(false))
        {
            context.People.AddRange(SamplePeople.Read());
            await context.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    // Every start asks this, and EF's first query of a process costs it a third of a second.
    private static async Task<bool> HasAnyAsync(LibraryContext context, string table, CancellationToken cancellationToken) =>
        (await context.ReadAsync($"""SELECT 1 FROM "{table}" LIMIT 1""", row => row.GetInt32(0), cancellationToken).ConfigureAwait(false)).Count > 0;

    private static async Task WriteAsync(LibraryContext context, IEnumerable<SampleTitle> titles, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // The importer's writer is several times as fast as SaveChanges, and the bot's first answer waits for it.
        var run = new ImportRun { StartedAt = now };
        using var writer = await CatalogWriter.BeginAsync(context, run, cancellationToken).ConfigureAwait(false);
        foreach (var (title, copies) in titles)
        {
            await writer.AddTitleAsync(title, cancellationToken).ConfigureAwait(false);
            foreach (var copy in copies)
            {
                copy.TitleId = title.Id;
                await writer.AddCopyAsync(copy, cancellationToken).ConfigureAwait(false);
            }
        }

        // Nobody asked for this import, so there is nothing of it to undo.
        context.ImportRuns.Remove(run);
        await writer.EndAsync(cancellationToken).ConfigureAwait(false);
    }
}
