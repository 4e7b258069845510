using LibraryBot.Data.Outbox;
using LibraryBot.Data.People;
using Microsoft.EntityFrameworkCore;

namespace LibraryBot.Data.Catalog.Circulation;

/// <summary>Notes who wants to be told when a title is in, without a hold, and forgets it again.</summary>
/// <param name="factory">The library's database.</param>
/// <param name="outbox">Takes back what was not sent yet.</param>
/// <param name="time">The clock.</param>
public sealed class AvailabilityAlerts(IDbContextFactory<LibraryContext> factory, OutboxWriter outbox, TimeProvider time)
{
    /// <summary>Notes that somebody wants to be told when a title is in.</summary>
    public async Task<AlertOutcome> AskAsync(int titleId, int personId, CancellationToken cancellationToken)
    {
        await using var context = await factory.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await context.LockAsync("Titles", [titleId], cancellationToken);
        if (!await context.People.AnyAsync(person => person.Id == personId && person.Role != Role.Visitor, cancellationToken))
        {
            return new AlertOutcome.NotAllowed();
        }

        var title = await context.Titles.AsNoTracking().Include(title => title.Copies).SingleOrDefaultAsync(title => title.Id == titleId && title.WithdrawnAt == null, cancellationToken);
        if (title is null)
        {
            return new AlertOutcome.NoSuchTitle();
        }

        var open = context.Holds.Where(hold => hold.TitleId == titleId && (hold.Status == HoldStatus.Waiting || hold.Status == HoldStatus.Ready));
        if (await open.AnyAsync(hold => hold.PersonId == personId, cancellationToken))
        {
            return new AlertOutcome.OnHold();
        }

        if (title.Copies.Count(copy => copy.Status == CopyStatus.Available) > await open.CountAsync(hold => hold.Status == HoldStatus.Waiting, cancellationToken))
        {
            return new AlertOutcome.In();
        }

        if (!title.Copies.Exists(copy => Holds.MayBeLent(copy.Status)))
        {
            return new AlertOutcome.NothingToLend();
        }

        if (await Waiting(context, titleId, personId).AnyAsync(cancellationToken))
        {
            return new AlertOutcome.Noted(Again: true);
        }

        context.AvailabilityAlerts.Add(new AvailabilityAlert { TitleId = titleId, PersonId = personId, AskedAt = time.GetUtcNow() });
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new AlertOutcome.Noted(Again: false);
    }

    /// <summary>Forgets that somebody wanted to be told, and takes back what was written to them and not sent yet.</summary>
    /// <returns>Whether there was anything to forget.</returns>
    public async Task<bool> CancelAsync(int titleId, int personId, CancellationToken cancellationToken)
    {
        await using var context = await factory.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await context.LockAsync("Titles", [titleId], cancellationToken);
        var any = await CancelAsync(context, [titleId], personId, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return any;
    }

    /// <summary>The titles somebody waits to be told of, as they asked, with their copies.</summary>
    public async Task<IReadOnlyList<Title>> OfAsync(int personId, CancellationToken cancellationToken)
    {
        await using var context = await factory.CreateDbContextAsync(cancellationToken);
        var ids = await context.AvailabilityAlerts.Where(alert => alert.PersonId == personId && alert.Status == AlertStatus.Waiting)
            .OrderBy(alert => alert.Id).Select(alert => alert.TitleId).ToListAsync(cancellationToken);
        return [.. (await context.TitlesByIdAsync(ids, cancellationToken)).Where(title => title.WithdrawnAt is null)];
    }

    // In the transaction the context is in. What is being sent at this moment can no longer be stopped.
    internal async Task<bool> CancelAsync(LibraryContext context, IReadOnlyCollection<int> titleIds, int personId, CancellationToken cancellationToken)
    {
        var alerts = await context.AvailabilityAlerts
            .Where(alert => titleIds.Contains(alert.TitleId) && alert.PersonId == personId && alert.Status != AlertStatus.Cancelled)
            .OrderByDescending(alert => alert.Id).ToListAsync(cancellationToken);
        var any = false;
        foreach (var alert in alerts.DistinctBy(alert => alert.TitleId))
        {
            any |= alert.Status != AlertStatus.Told || await outbox.CancelAsync(context, TitleIn.KeyOf(alert.Id), cancellationToken) == CancelOutcome.Cancelled;
            alert.Status = AlertStatus.Cancelled;
        }

        await context.SaveChangesAsync(cancellationToken);
        return any;
    }

    private static IQueryable<AvailabilityAlert> Waiting(LibraryContext context, int titleId, int personId) =>
        context.AvailabilityAlerts.Where(alert => alert.TitleId == titleId && alert.PersonId == personId && alert.Status == AlertStatus.Waiting);
}

/// <summary>What became of asking to be told when a title is in.</summary>
public abstract record AlertOutcome
{
    private AlertOutcome()
    {
    }

    /// <summary>It is noted.</summary>
    /// <param name="Again">Whether it was already.</param>
    public sealed record Noted(bool Again) : AlertOutcome;

    /// <summary>It is in now, with a copy to spare.</summary>
    public sealed record In : AlertOutcome;

    /// <summary>They have it on hold and are told anyway.</summary>
    public sealed record OnHold : AlertOutcome;

    /// <summary>No copy of it is ever lent.</summary>
    public sealed record NothingToLend : AlertOutcome;

    /// <summary>The library has no such title, or no longer.</summary>
    public sealed record NoSuchTitle : AlertOutcome;

    /// <summary>The person is not on the roster.</summary>
    public sealed record NotAllowed : AlertOutcome;
}
