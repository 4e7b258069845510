using LibraryBot.Data.Outbox;

namespace LibraryBot.Background;

/// <summary>
/// Sends what is due, many at once, until nothing will be due for a while. May run in several processes, and then each message is still sent by one; Quartz
/// sees to it that one at a time runs, so that the channels' limits hold without sharing them out.
/// </summary>
internal sealed partial class DeliverOutbox(
    OutboxClaims claims, OutboxReaders readers, OutboxSender sender, OutboxSettings settings, OutboxMetrics metrics, TimeProvider time, ILogger<DeliverOutbox> log)
    : IDisposable
{
    private readonly string _process = $"{Environment.MachineName}/{Environment.ProcessId}/{Guid.NewGuid():N}";
    private readonly SemaphoreSlim _nudged = new(0, 1);
    private readonly Lock _lock = new();
    private long _claim;
    private int _running;
    private int _hasTakenOverAtStart;

    /// <summary>Something was written that may be due.</summary>
    /// <returns>Whether it runs in this process and will look; else somebody must start it.</returns>
    public bool Nudge()
    {
        lock (_lock)
        {
            if (_nudged.CurrentCount == 0)
            {
                _nudged.Release();
            }

            return _running > 0;
        }
    }

    /// <summary>Runs until nothing will be due within the poll's interval.</summary>
    /// <param name="stopping">Ends it early: nothing more is claimed, and what is on its way is finished.</param>
    public async Task RunAsync(CancellationToken stopping)
    {
        lock (_lock)
        {
            _running++;
        }

        var sending = new HashSet<Task>();
        var hasEnded = false;
        try
        {
            while (!hasEnded)
            {
                await DeliverAsync(sending, stopping);
                hasEnded = TryEnd();
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
        }
        finally
        {
            await Task.WhenAll(sending);
            if (!hasEnded)
            {
                lock (_lock)
                {
                    _running--;
                }
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _nudged.Dispose();

    /// <summary>Ends a run, unless it was nudged since it last looked: who nudged relies on it.</summary>
    private bool TryEnd()
    {
        lock (_lock)
        {
            if (_nudged.Wait(0))
            {
                return false;
            }

            _running--;
            return true;
        }
    }

    private async Task DeliverAsync(HashSet<Task> sending, CancellationToken stopping)
    {
        var takeOverAt = DateTimeOffset.MinValue;
        while (true)
        {
            stopping.ThrowIfCancellationRequested();
            if (time.GetUtcNow() >= takeOverAt)
            {
                await TakeOverAsync(stopping);
                takeOverAt = time.GetUtcNow() + (settings.Lease / 4);
            }

            sending.RemoveWhere(task => task.IsCompleted);
            var claimed = await StartAsync(sending, stopping);
            if (sending.Count >= settings.Parallel)
            {
                await AnyAsync(sending, Timeout.InfiniteTimeSpan, stopping);
            }
            else if (claimed == 0)
            {
                var until = await claims.NextAsync(stopping) - time.GetUtcNow();
                if (sending.Count == 0 && !(until <= settings.PollEvery))
                {
                    return;
                }

                await AnyAsync(sending, until is { } wait && wait < settings.PollEvery ? wait : settings.PollEvery, stopping);
            }
        }
    }

    private async Task<int> StartAsync(HashSet<Task> sending, CancellationToken stopping)
    {
        var room = settings.Parallel - sending.Count;
        // A claim for each that has gone would be a statement more for every message.
        if (room < Math.Max(1, settings.Parallel / 4))
        {
            return room > 0 ? await WaitForRoomAsync(sending, stopping) : 0;
        }

        var owner = $"{_process}/{++_claim}";
        var claimed = await claims.ClaimAsync(owner, settings.Lease, room, stopping);
        if (claimed.Count > 0)
        {
            var found = await readers.FindAsync(claimed, stopping);
            foreach (var message in claimed)
            {
                sending.Add(sender.SendAsync(message, found[message.Id], owner, stopping));
            }
        }

        return claimed.Count;
    }

    private async Task<int> WaitForRoomAsync(HashSet<Task> sending, CancellationToken stopping)
    {
        await AnyAsync(sending, Timeout.InfiniteTimeSpan, stopping);
        return 1;
    }

    private async Task TakeOverAsync(CancellationToken stopping)
    {
        var isFirst = Interlocked.Exchange(ref _hasTakenOverAtStart, 1) == 0;
        var taken = isFirst ? await claims.TakeOverAtStartAsync(_process, stopping) : await claims.TakeOverAsync(stopping);
        foreach (var message in taken)
        {
            metrics.TakenOver(message);
        }

        if (taken.Count > 0)
        {
            var unknown = taken.Count(message => message.State == OutboxState.Unknown);
            LogTakenOver(taken.Count, unknown);
        }
    }

    /// <summary>Waits until one of them is done, somebody nudges, or the time is over.</summary>
    private async Task AnyAsync(HashSet<Task> sending, TimeSpan wait, CancellationToken stopping)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var waits = sending.Append(_nudged.WaitAsync(enough.Token));
        if (wait != Timeout.InfiniteTimeSpan)
        {
            waits = waits.Append(Task.Delay(wait > TimeSpan.Zero ? wait : TimeSpan.Zero, time, enough.Token));
        }

        await Task.WhenAny(waits);
        await enough.CancelAsync();
    }

    [LoggerMessage(LogLevel.Warning, "Took over {Count} outbox messages from a process that is gone; of {Unknown} it is not known whether they were sent")]
    private partial void LogTakenOver(int count, int unknown);
}
