using LibraryBot.Data.Outbox;
using Microsoft.EntityFrameworkCore;

namespace LibraryBot.Data.Catalog.Circulation;

/// <summary>
/// Brings in what the library's own system says is lent at present, and to whom, so that people can ask about it. The file holds all of it: what is not in it is back. One transaction.
/// </summary>
/// <param name="factory">The library's database.</param>
/// <param name="clock">The time that is written with a loan of which no day is known.</param>
public sealed class CheckoutImporter(IDbContextFactory<LibraryContext> factory, TimeProvider clock)
{
    /// <summary>Imports a file.</summary>
    /// <param name="file">Its path.</param>
    /// <param name="cancellationToken">Stops it; nothing is changed then.</param>
    /// <exception cref="InvalidDataException">The first row does not name the columns, or no row can be read: nothing is changed, for it would forget every loan.</exception>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    public async Task<CheckoutReport> ImportAsync(string file, CancellationToken cancellationToken)
    {
        var report = new CheckoutReport();
        await using var stream = File.OpenRead(file);
        var checkouts = await CheckoutFile.ReadAsync(stream, report, cancellationToken).ConfigureAwait(false);
        if (checkouts.Count == 0)
        {
            throw new InvalidDataException("patron, barcode, due");
        }

        await using var context = await factory.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        if (context.Database.IsNpgsql())
        {
            // As the import of a catalogue does, which it must not run beside; who renews waits.
            await context.Database.ExecuteSqlRawAsync("LOCK TABLE \"Copies\" IN SHARE ROW EXCLUSIVE MODE", cancellationToken).ConfigureAwait(false);
        }

        var barcodes = checkouts.Keys.ToArray();
        var copies = await context.Copies.Where(copy => EF.Parameter(barcodes).Contains(copy.Barcode) || context.Loans.Any(loan => loan.CopyId == copy.Id)).ToListAsync(cancellationToken).ConfigureAwait(false);
        var loans = await context.Loans.ToDictionaryAsync(loan => loan.CopyId, cancellationToken).ConfigureAwait(false);
        var people = await context.People.ToDictionaryAsync(person => person.Key, person => person.Id, StringComparer.Ordinal, cancellationToken).ConfigureAwait(false);
        report.UnknownBarcodes = barcodes.Except(copies.Select(copy => copy.Barcode)).Count();
        var cameIn = new Dictionary<int, int>();
        foreach (var copy in copies)
        {
            var checkout = checkouts.GetValueOrDefault(copy.Barcode);
            int? person = checkout is not null && people.TryGetValue(checkout.Patron, out var id) ? id : null;
            report.UnknownPatrons += checkout is not null && person is null ? 1 : 0;
            var loan = loans.GetValueOrDefault(copy.Id);
            if (loan is not null && loan.PersonId != person)
            {
                report.Returned++;
                context.Loans.Remove(loan);
                loan = null;
            }

            if (checkout is null)
            {
                cameIn[copy.TitleId] = cameIn.GetValueOrDefault(copy.TitleId) + (copy.Status == CopyStatus.CheckedOut ? 1 : 0);
                (copy.Status, copy.DueOn) = copy.Status == CopyStatus.CheckedOut ? (CopyStatus.Available, null) : (copy.Status, copy.DueOn);
                continue;
            }

            // Who renewed here was told a later day; the library's own system may not know of it yet.
            (copy.Status, copy.DueOn) = (CopyStatus.CheckedOut, loan is { Renewals: > 0 } && copy.DueOn > checkout.DueOn ? copy.DueOn : checkout.DueOn);
            if (loan is null && person is { } borrower)
            {
                report.Lent++;
                context.Loans.Add(new Loan { CopyId = copy.Id, PersonId = borrower, LentAt = LentAt(checkout) });
            }
        }

        // A copy may go from one person to another, and has one loan at a time.
        await SaveAsync(context, cancellationToken).ConfigureAwait(false);
        var (outbox, now) = (new OutboxWriter(clock), clock.GetUtcNow());
        await HoldReady.TellAsync(context, outbox, cameIn, now, cancellationToken).ConfigureAwait(false);
        await TitleIn.TellAsync(context, outbox, now, cancellationToken).ConfigureAwait(false);
        await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
        return report;
    }

    private static async Task SaveAsync(LibraryContext context, CancellationToken cancellationToken)
    {
        var added = context.ChangeTracker.Entries<Loan>().Where(entry => entry.State == EntityState.Added).Select(entry => entry.Entity).ToList();
        added.ForEach(loan => context.Entry(loan).State = EntityState.Detached);
        await context.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        context.Loans.AddRange(added);
        await context.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
    }

    private DateTimeOffset LentAt(Checkout checkout) => checkout.LentOn is { } day ? new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero) : clock.GetUtcNow();
}
