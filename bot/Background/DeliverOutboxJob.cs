using Quartz;

namespace LibraryBot.Background;

/// <summary>Starts the delivery, in one process at a time.</summary>
[DisallowConcurrentExecution]
internal sealed class DeliverOutboxJob(DeliverOutbox delivery, IHostApplicationLifetime lifetime) : IJob
{
    /// <summary>Its key in the scheduler.</summary>
    public static JobKey Key { get; } = new("deliver", "outbox");

    /// <inheritdoc/>
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lifetime.ApplicationStopping);
        await delivery.RunAsync(stopping.Token);
    }
}
