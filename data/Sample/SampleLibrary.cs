using LibraryBot.Data.Calendar;
using LibraryBot.Data.Catalog;
using LibraryBot.Data.Catalog.Import;
using LibraryBot.Data.Catalog.Import.Csv;
using Microsoft.EntityFrameworkCore;

namespace LibraryBot.Data.Sample;

/// <summary>
/// The library of a fictional school, with real titles, for newcomers, demonstrations and tests. The people with the keys "teacher", "student"
/// and "librarian" are always there.
/// </summary>
public static class SampleLibrary
{
    /// <summary>Fills an empty database with the sample library, in one transaction. Does nothing where the catalogue has a title already.</summary>
    /// <param name="factory">The library's database, prepared.</param>
    /// <param name="profile">The school, whose time zone says which day it is.</param>
    /// <param name="clock">The time from which due dates count.</param>
    /// <param name="cancellationToken">Leaves the database as it was.</param>
    /// <returns>Whether it was filled.</returns>
    public static async Task<bool> LoadAsync(
        IDbContextFactory<LibraryContext> factory, LibraryProfile profile, TimeProvider clock, CancellationToken cancellationToken)
    {
        await using var context = await factory.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        if (await context.Titles.AnyAsync(cancellationToken).ConfigureAwait(false))
        {
            return false;
        }

        var now = clock.GetUtcNow();
        var titles = await ReadTitlesAsync(new OpeningTimes(profile, clock).Today, now, cancellationToken).ConfigureAwait(false);

        // SQLite locks with the transaction. On PostgreSQL two instances may start at once, and the second has to see what the first did.
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        if (context.Database.IsNpgsql())
        {
            await context.Database.ExecuteSqlRawAsync("LOCK TABLE \"ImportRuns\", \"Titles\", \"People\" IN SHARE ROW EXCLUSIVE MODE", cancellationToken).ConfigureAwait(false);
        }

        if (await context.Titles.AnyAsync(cancellationToken).ConfigureAwait(false))
        {
            return false;
        }

        await WriteAsync(context, titles.Values, now, cancellationToken).ConfigureAwait(false);
        var people = await context.People.ToDictionaryAsync(person => person.Key, StringComparer.Ordinal, cancellationToken).ConfigureAwait(false);
        context.People.AddRange(SamplePeople.Read().Where(person => people.TryAdd(person.Key, person)));
        await context.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        context.Holds.AddRange(SampleHolds.Read(titles.ToDictionary(title => title.Key, title => title.Value.Title.Id), people, now));
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
        if (!await context.People.AnyAsync(cancellationToken).ConfigureAwait(false))
        {
            context.People.AddRange(SamplePeople.Read());
            await context.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private static async Task WriteAsync(LibraryContext context, IEnumerable<TitleWithCopies> titles, DateTimeOffset now, CancellationToken cancellationToken)
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

    private static async Task<Dictionary<string, TitleWithCopies>> ReadTitlesAsync(DateOnly today, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var titles = new Dictionary<string, TitleWithCopies>(StringComparer.Ordinal);
        await foreach (var record in ReadAsync("titles.csv", today, cancellationToken).ConfigureAwait(false))
        {
            record.Title!.AddedAt = now;
            record.Title.Digest = TitleDigest.Of(record.Title);
            titles.Add(record.Key!, new TitleWithCopies(record.Title, []));
        }

        await foreach (var record in ReadAsync("copies.csv", today, cancellationToken).ConfigureAwait(false))
        {
            titles[record.Key!].Copies.AddRange(record.Copies);
        }

        return titles;
    }

    private static async IAsyncEnumerable<ImportedRecord> ReadAsync(
        string file, DateOnly today, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var stream = SampleFiles.Open(file);
        await foreach (var record in CsvImport.ReadAsync(stream, today, cancellationToken).ConfigureAwait(false))
        {
            // The files are part of the program, so a mistake in them is one of the program's.
            yield return record.Problems.Count == 0
                ? record
                : throw new InvalidDataException($"Sample/{file}, row {record.Number} ({record.Key}): {string.Join("; ", record.Problems)}");
        }
    }

    private sealed record TitleWithCopies(Title Title, List<Copy> Copies);
}
