using LibraryBot.Data.Equipment;
using Quartz;

namespace LibraryBot.Background;

/// <summary>
/// Ends what nobody took in time and offers it to the next of a waiting list, in one process at a time. It keeps nothing itself: after a restart it goes on with what the
/// database says.
/// </summary>
[DisallowConcurrentExecution]
internal sealed partial class MoveWaitingListJob(WaitingList waiting, ILogger<MoveWaitingListJob> log) : IJob
{
    /// <inheritdoc/>
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var (lapsed, offered) = await waiting.MoveOnAsync(cancellationToken);
        if (lapsed + offered > 0)
        {
            LogMoved(lapsed, offered);
        }
    }

    [LoggerMessage(LogLevel.Information, "Of the waiting lists for equipment {Lapsed} places ended and {Offered} were offered something")]
    private partial void LogMoved(int lapsed, int offered);
}
