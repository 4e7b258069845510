using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace LibraryBot.Data.Outbox;

/// <summary>Tells whoever sends in this process that a message was written and committed, so that it need not wait to be found.</summary>
public sealed class OutboxSignal : DbTransactionInterceptor, IDisposable
{
    private readonly SemaphoreSlim _written = new(0, 1);

    /// <summary>Waits until something was written since the last time.</summary>
    public Task WaitAsync(CancellationToken cancellationToken) => _written.WaitAsync(cancellationToken);

    /// <inheritdoc/>
    public override void TransactionCommitted(DbTransaction transaction, TransactionEndEventData eventData) => Tell(eventData);

    /// <inheritdoc/>
    public override Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Tell(eventData);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public void Dispose() => _written.Dispose();

    private void Tell(TransactionEndEventData eventData)
    {
        if (eventData.Context is not LibraryContext { HasWrittenToOutbox: true } context)
        {
            return;
        }

        context.HasWrittenToOutbox = false;
        try
        {
            _written.Release();
        }
        // It has been told already and not looked yet.
        catch (SemaphoreFullException)
        {
        }
    }
}
