using LibraryBot.Data.Equipment;
using Quartz;

namespace LibraryBot.Background;

/// <summary>
/// Ends what nobody took or came for in time, and offers what came free to the next of a waiting list, in one process at a time. It keeps nothing itself: after a restart it
/// goes on with what the database says.
/// </summary>
[DisallowConcurrentExecution]
internal sealed partial class MoveBookingsJob(CheckIns checkIns, WaitingList waiting, ILogger<MoveBookingsJob> log) : IJob
{
    /// <inheritdoc/>
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var missed = await checkIns.MoveOnAsync(cancellationToken);
        var (lapsed, offered) = await waiting.MoveOnAsync(cancellationToken);
        if (missed + lapsed + offered > 0)
        {
            LogMoved(missed, lapsed, offered);
        }
    }

    [LoggerMessage(LogLevel.Information, "Nobody came for {Missed} bookings; of the waiting lists {Lapsed} places ended and {Offered} were offered something")]
    private partial void LogMoved(int missed, int lapsed, int offered);
}
