using Microsoft.EntityFrameworkCore;

namespace LibraryBot.Data.Outbox;

/// <summary>What a librarian may ask of the outbox, and how it is kept small.</summary>
/// <param name="factory">The library's database.</param>
public sealed class OutboxReports(IDbContextFactory<LibraryContext> factory)
{
    /// <summary>How many messages stand where; states that none is in are there with zero.</summary>
    public async Task<IReadOnlyDictionary<OutboxState, int>> CountAsync(CancellationToken cancellationToken)
    {
        await using var context = await factory.CreateDbContextAsync(cancellationToken);
        var counts = await context.OutboxMessages.GroupBy(message => message.State).Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);
        return Enum.GetValues<OutboxState>().ToDictionary(state => state, counts.GetValueOrDefault);
    }

    /// <summary>What was given up or may have gone astray, the latest first.</summary>
    /// <param name="keyPrefix">Only those whose keys begin so; empty for all.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<IReadOnlyList<OutboxFailure>> FailuresAsync(string keyPrefix, int most, CancellationToken cancellationToken)
    {
        await using var context = await factory.CreateDbContextAsync(cancellationToken);
        return await context.OutboxMessages
            .Where(message => (message.State == OutboxState.Failed || message.State == OutboxState.Unknown) && message.Key.StartsWith(keyPrefix))
            .OrderByDescending(message => message.FinishedAt).ThenByDescending(message => message.Id).Take(most)
            .Select(message => new OutboxFailure(
                message.Key, message.Kind, message.PersonId, message.GroupAddressId, message.State, message.Reason!.Value, message.Detail, message.Attempts, message.FinishedAt!.Value))
            .ToListAsync(cancellationToken);
    }

    /// <summary>Deletes what came to its end long ago.</summary>
    /// <param name="done">Sent and cancelled before this are deleted, in UTC.</param>
    /// <param name="failed">Failed and unknown before this are deleted, in UTC.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>How many were deleted.</returns>
    public async Task<int> DeleteAsync(DateTimeOffset done, DateTimeOffset failed, CancellationToken cancellationToken)
    {
        await using var context = await factory.CreateDbContextAsync(cancellationToken);
        return await context.OutboxMessages
            .Where(message => ((message.State == OutboxState.Sent || message.State == OutboxState.Cancelled) && message.FinishedAt < done)
                || ((message.State == OutboxState.Failed || message.State == OutboxState.Unknown) && message.FinishedAt < failed))
            .ExecuteDeleteAsync(cancellationToken);
    }
}

/// <summary>A message that was given up, or of which nobody knows whether it arrived.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="PersonId">Whom it was for; null where it was for a group.</param>
/// <param name="GroupAddressId">The group it was for; null where it was for a person.</param>
/// <param name="State">Failed or Unknown.</param>
/// <param name="Reason">Why.</param>
/// <param name="Detail">The channel's status and error code, where there was one.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="At">When it was given up, in UTC.</param>
public sealed record OutboxFailure(
    string Key, string Kind, int? PersonId, int? GroupAddressId, OutboxState State, OutboxReason Reason, string? Detail, int Attempts, DateTimeOffset At);
