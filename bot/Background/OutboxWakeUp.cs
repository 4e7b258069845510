using LibraryBot.Data.Outbox;
using Quartz;

namespace LibraryBot.Background;

/// <summary>Starts the delivery as soon as this process has written a message, without waiting for the next poll.</summary>
internal sealed partial class OutboxWakeUp(OutboxSignal signal, DeliverOutbox delivery, ISchedulerFactory schedulers, ILogger<OutboxWakeUp> log) : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            await signal.WaitAsync(stoppingToken);
            if (delivery.Nudge())
            {
                continue;
            }

            try
            {
                await StartAsync(await schedulers.GetScheduler(stoppingToken), stoppingToken);
            }
            // The scheduler's database may be out of reach for a moment; the next poll finds what was written.
            catch (Exception trouble) when (!stoppingToken.IsCancellationRequested)
            {
                LogNotStarted(trouble);
            }
        }
    }

    private static async Task StartAsync(IScheduler scheduler, CancellationToken cancellationToken)
    {
        var now = TriggerBuilder.Create().WithIdentity($"written-{scheduler.SchedulerInstanceId}", "outbox").ForJob(DeliverOutboxJob.Key).StartNow().Build();
        // Where the job runs in another process, one trigger that waits for it is enough; and one whose run is just ending must not stand in for this one.
        if (await scheduler.RescheduleJob(now.Key, now, cancellationToken) is null)
        {
            await scheduler.ScheduleJob(now, cancellationToken: cancellationToken);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The delivery of what was just written could not be started; the next poll starts it")]
    private partial void LogNotStarted(Exception error);
}
