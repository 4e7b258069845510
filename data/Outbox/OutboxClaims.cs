using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace LibraryBot.Data.Outbox;

/// <summary>
/// Gives messages to whoever sends them, each to one at a time, in however many processes. A claim is a lease: its holder may save the message until it
/// runs out; after that it belongs to whoever takes it over.
/// </summary>
/// <param name="factory">The library's database.</param>
/// <param name="time">The clock that leases run by.</param>
public sealed class OutboxClaims(IDbContextFactory<LibraryContext> factory, TimeProvider time)
{
    // SQLite has one writer at a time, so the statement is alone; PostgreSQL passes over what another is just claiming.
    private const string Claim = """
        UPDATE "OutboxMessages" SET "State" = 'Sending', "LeaseOwner" = {0}, "LeaseUntil" = {1} WHERE "Id" IN (
            SELECT "Id" FROM "OutboxMessages" WHERE "State" = 'Waiting' AND "NextAttemptAt" <= {2} ORDER BY "NextAttemptAt", "Id" LIMIT {3}
        """;

    /// <summary>Claims what is due, the longest due first.</summary>
    /// <param name="owner">The claim's name; another for every claim, in every process.</param>
    /// <param name="lease">How long it holds.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The messages, tracked by nobody.</returns>
    public async Task<IReadOnlyList<OutboxMessage>> ClaimAsync(string owner, TimeSpan lease, int most, CancellationToken cancellationToken)
    {
        await using var context = await factory.CreateDbContextAsync(cancellationToken);
        var now = time.GetUtcNow();
        var claim = context.Database.IsNpgsql() ? Claim + " FOR UPDATE SKIP LOCKED) RETURNING *" : Claim + ") RETURNING *";
        var claimed = await context.OutboxMessages.FromSqlRaw(claim, owner, (now + lease).UtcDateTime, now.UtcDateTime, most).AsNoTracking().ToListAsync(cancellationToken);
        return [.. claimed.OrderBy(message => message.NextAttemptAt).ThenBy(message => message.Id)];
    }

    /// <summary>Saves what became of a claimed message, in a transaction of its own.</summary>
    /// <param name="message">The message.</param>
    /// <param name="owner">The claim.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>Whether the claim still held. Where it did not nothing was saved, and the message is another's.</returns>
    public async Task<bool> SaveAsync(OutboxMessage message, string owner, CancellationToken cancellationToken)
    {
        await using var context = await factory.CreateDbContextAsync(cancellationToken);
        if (message is { MayRepeat: false, State: OutboxState.Sending } && context.Database.IsSqlite())
        {
            // The mark that it may have gone must outlive a power cut too. It holds for this connection until it is opened anew.
            await context.Database.OpenConnectionAsync(cancellationToken);
            await context.Database.ExecuteSqlRawAsync("PRAGMA synchronous = FULL", cancellationToken);
        }

        return await SaveAsync(context, message, owner, cancellationToken);
    }

    /// <summary>Takes over what processes left whose leases are out: what had not been handed over waits again, what may have gone only if its kind allows it.</summary>
    /// <returns>What was taken over, as it now stands.</returns>
    public async Task<IReadOnlyList<OutboxMessage>> TakeOverAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return await TakeOverAsync(message => message.LeaseUntil < now, cancellationToken);
    }

    /// <summary>
    /// Takes over what was left when this process started, in the same way. Only one process sends from SQLite, so whoever holds a claim there is gone,
    /// and its lease need not run out.
    /// </summary>
    /// <param name="process">What the names of this process's own claims begin with.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>What was taken over, as it now stands.</returns>
    public async Task<IReadOnlyList<OutboxMessage>> TakeOverAtStartAsync(string process, CancellationToken cancellationToken)
    {
        await using var context = await factory.CreateDbContextAsync(cancellationToken);
        return context.Database.IsSqlite()
            ? await TakeOverAsync(message => !message.LeaseOwner!.StartsWith(process), cancellationToken)
            : await TakeOverAsync(cancellationToken);
    }

    private async Task<IReadOnlyList<OutboxMessage>> TakeOverAsync(Expression<Func<OutboxMessage, bool>> isLeft, CancellationToken cancellationToken)
    {
        await using var context = await factory.CreateDbContextAsync(cancellationToken);
        var now = time.GetUtcNow();
        var left = await context.OutboxMessages.AsNoTracking().Where(message => message.State == OutboxState.Sending).Where(isLeft)
            .OrderBy(message => message.Id).ToListAsync(cancellationToken);
        var taken = new List<OutboxMessage>();
        // There are never more of them than one process sends at once.
        foreach (var message in left)
        {
            var owner = message.LeaseOwner!;
            message.LoseTrack(now, now, null);
            if (await SaveAsync(context, message, owner, cancellationToken))
            {
                taken.Add(message);
            }
        }

        return taken;
    }

    /// <summary>When there will next be something to do, in UTC; null while nothing waits.</summary>
    public async Task<DateTimeOffset?> NextAsync(CancellationToken cancellationToken)
    {
        await using var context = await factory.CreateDbContextAsync(cancellationToken);
        return await context.OutboxMessages.Where(message => message.State == OutboxState.Waiting).MinAsync(message => (DateTimeOffset?)message.NextAttemptAt, cancellationToken);
    }

    private static async Task<bool> SaveAsync(LibraryContext context, OutboxMessage message, string owner, CancellationToken cancellationToken) =>
        await context.OutboxMessages
            .Where(stored => stored.Id == message.Id && stored.State == OutboxState.Sending && stored.LeaseOwner == owner)
            .ExecuteUpdateAsync(
                stored => stored
                    .SetProperty(m => m.State, message.State)
                    .SetProperty(m => m.Reason, message.Reason)
                    .SetProperty(m => m.Detail, message.Detail)
                    .SetProperty(m => m.Attempts, message.Attempts)
                    .SetProperty(m => m.NextAttemptAt, message.NextAttemptAt)
                    .SetProperty(m => m.HandedOverAt, message.HandedOverAt)
                    .SetProperty(m => m.LeaseOwner, message.LeaseOwner)
                    .SetProperty(m => m.LeaseUntil, message.LeaseUntil)
                    .SetProperty(m => m.FinishedAt, message.FinishedAt),
                cancellationToken) == 1;
}
