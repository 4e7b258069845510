using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace LibraryBot.Data.Outbox;

/// <summary>
/// Writes messages and takes them back, in the transaction of what causes it: begin one on the context, save the cause, write the message, commit. Both
/// are there then, or neither.
/// </summary>
/// <param name="time">Says when a message was written or taken back.</param>
public sealed class OutboxWriter(TimeProvider time)
{
    private const int RowsAtOnce = 200;

    internal static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web);

    /// <summary>Writes a message, unless there is one of its key. One of its key that was cancelled is written anew.</summary>
    /// <returns>Whether it was written.</returns>
    /// <exception cref="InvalidOperationException">The context is in no transaction.</exception>
    /// <exception cref="ArgumentException">The request makes no sense.</exception>
    /// <exception cref="System.Data.Common.DbException">There is no such recipient.</exception>
    public async Task<bool> EnqueueAsync(LibraryContext context, OutboxRequest request, CancellationToken cancellationToken) =>
        await EnqueueAsync(context, [request], cancellationToken) == 1;

    /// <summary>Writes messages, but for those of whose key there is one. Those of whose key one was cancelled are written anew.</summary>
    /// <returns>How many were written.</returns>
    /// <inheritdoc cref="EnqueueAsync(LibraryContext, OutboxRequest, CancellationToken)" path="/exception"/>
    public async Task<int> EnqueueAsync(LibraryContext context, IEnumerable<OutboxRequest> requests, CancellationToken cancellationToken)
    {
        NeedTransaction(context);
        var now = time.GetUtcNow().UtcDateTime;
        var written = 0;
        foreach (var rows in requests.DistinctBy(request => request.Key, StringComparer.Ordinal).Chunk(RowsAtOnce))
        {
            var values = new List<object?>();
            var sql = new StringBuilder(
                """INSERT INTO "OutboxMessages" ("Key", "Kind", "MayRepeat", "PersonId", "GroupAddressId", "Payload", "DueAt", "ExpiresAt", "NextAttemptAt", "CreatedAt", "State", "Attempts") VALUES """);
            foreach (var row in rows)
            {
                row.Check();
                object?[] columns =
                [
                    row.Key, row.Kind.Name, row.Kind.MayRepeat,
                    (row.Recipient as OutboxRecipient.ToPerson)?.PersonId, (row.Recipient as OutboxRecipient.ToGroup)?.GroupAddressId,
                    JsonSerializer.Serialize(row.Payload, row.Payload.GetType(), Json),
                    row.DueAt.UtcDateTime, row.ExpiresAt?.UtcDateTime, row.DueAt.UtcDateTime, now,
                ];
                sql.Append(values.Count == 0 ? "(" : ", (");
                foreach (var column in columns)
                {
                    sql.Append(CultureInfo.InvariantCulture, $"{{{values.Count}}}, ");
                    values.Add(column);
                }

                sql.Append("'Waiting', 0)");
            }

            sql.Append(
                """
                 ON CONFLICT ("Key") DO UPDATE SET "Kind" = excluded."Kind", "MayRepeat" = excluded."MayRepeat", "PersonId" = excluded."PersonId",
                "GroupAddressId" = excluded."GroupAddressId", "Payload" = excluded."Payload", "DueAt" = excluded."DueAt", "ExpiresAt" = excluded."ExpiresAt",
                "NextAttemptAt" = excluded."NextAttemptAt", "CreatedAt" = excluded."CreatedAt", "State" = 'Waiting', "Attempts" = 0, "Reason" = NULL, "Detail" = NULL, "FinishedAt" = NULL
                WHERE "OutboxMessages"."State" = 'Cancelled'
                """);
            written += await context.Database.ExecuteSqlRawAsync(sql.ToString(), values!, cancellationToken);
        }

        context.HasWrittenToOutbox |= written > 0;
        return written;
    }

    /// <summary>Takes a message back, if it still waits.</summary>
    /// <exception cref="InvalidOperationException">The context is in no transaction.</exception>
    public async Task<CancelOutcome> CancelAsync(LibraryContext context, string key, CancellationToken cancellationToken)
    {
        NeedTransaction(context);
        if (await CancelAsync(context.OutboxMessages.Where(message => message.Key == key), cancellationToken) == 1)
        {
            return CancelOutcome.Cancelled;
        }

        var state = await context.OutboxMessages.Where(message => message.Key == key).Select(message => (OutboxState?)message.State).SingleOrDefaultAsync(cancellationToken);
        return state switch
        {
            OutboxState.Cancelled => CancelOutcome.Cancelled,
            OutboxState.Waiting or OutboxState.Sending => CancelOutcome.BeingSent,
            OutboxState.Sent or OutboxState.Unknown => CancelOutcome.MayHaveArrived,
            _ => CancelOutcome.NothingToCancel,
        };
    }

    /// <summary>Takes back all that still wait whose keys begin alike, <c>reminder:booking:42:</c>.</summary>
    /// <returns>How many were taken back now, and how many of the others are being sent at this moment.</returns>
    /// <exception cref="InvalidOperationException">The context is in no transaction.</exception>
    /// <exception cref="ArgumentException">It is no beginning of a key.</exception>
    public async Task<(int Cancelled, int BeingSent)> CancelAllAsync(LibraryContext context, string prefix, CancellationToken cancellationToken)
    {
        NeedTransaction(context);
        if (!OutboxRequest.IsKey(prefix))
        {
            throw new ArgumentException($"'{prefix}' is no beginning of a key of the outbox.");
        }

        // A range of keys can use their index, which is in the order of bytes in both databases.
        var end = prefix[..^1] + (char)(prefix[^1] + 1);
#pragma warning disable CA1309 // It becomes SQL, which has no other comparison.
        var alike = context.OutboxMessages.Where(message => string.Compare(message.Key, prefix) >= 0 && string.Compare(message.Key, end) < 0);
#pragma warning restore CA1309
        var cancelled = await CancelAsync(alike, cancellationToken);
        return (cancelled, await alike.CountAsync(message => message.State == OutboxState.Sending, cancellationToken));
    }

    private Task<int> CancelAsync(IQueryable<OutboxMessage> messages, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return messages.Where(message => message.State == OutboxState.Waiting).ExecuteUpdateAsync(
            message => message.SetProperty(m => m.State, OutboxState.Cancelled).SetProperty(m => m.Reason, OutboxReason.Withdrawn).SetProperty(m => m.FinishedAt, now),
            cancellationToken);
    }

    private static void NeedTransaction(LibraryContext context)
    {
        if (context.Database.CurrentTransaction is null)
        {
            throw new InvalidOperationException("A message is written or taken back in the transaction of its cause; begin one.");
        }
    }
}

/// <summary>What became of taking a message back.</summary>
public enum CancelOutcome
{
    /// <summary>It will not be sent.</summary>
    Cancelled,

    /// <summary>It is being sent at this moment and can no longer be stopped.</summary>
    BeingSent,

    /// <summary>It was sent, or may have been.</summary>
    MayHaveArrived,

    /// <summary>There is none, or it failed.</summary>
    NothingToCancel,
}
