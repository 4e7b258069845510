using LibraryBot.Data.Outbox;
using Quartz;

namespace LibraryBot.Background;

/// <summary>Starts the delivery as soon as this process has written a message, without waiting for the next poll.</summary>
internal sealed class OutboxWakeUp(OutboxSignal signal, DeliverOutbox delivery, ISchedulerFactory schedulers) : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            await signal.WaitAsync(stoppingToken);
            delivery.Nudge();
            if (delivery.IsRunning)
            {
                continue;
            }

            var scheduler = await schedulers.GetScheduler(stoppingToken);
            var now = TriggerBuilder.Create().WithIdentity($"written-{scheduler.SchedulerInstanceId}", "outbox").ForJob(DeliverOutboxJob.Key).StartNow().Build();
            // Where the job runs in another process, one that waits for it is enough.
            if (!await scheduler.Exists(now.Key, stoppingToken))
            {
                await scheduler.ScheduleJob(now, cancellationToken: stoppingToken);
            }
        }
    }
}
