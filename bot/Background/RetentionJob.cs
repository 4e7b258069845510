using LibraryBot.Data;
using LibraryBot.Data.Calendar;
using LibraryBot.Data.Kits;
using LibraryBot.Data.ModelUse;
using LibraryBot.Data.Outbox;
using LibraryBot.State;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace LibraryBot.Background;

/// <summary>Deletes what was kept long enough: messages that came to their end, the state of conversations nobody went on with, links that ended, which activities were taken, and who asked the model how often.</summary>
[DisallowConcurrentExecution]
internal sealed partial class RetentionJob(
    OutboxReports reports, ModelBudget budget, KitLinks links, OpeningTimes times, IDbContextFactory<LibraryContext> database, OutboxSettings settings, TimeProvider time, ILogger<RetentionJob> log) : IJob
{
    /// <inheritdoc/>
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var now = time.GetUtcNow();
        var messages = await reports.DeleteAsync(now - settings.KeepSent, now - settings.KeepFailed, cancellationToken);
        await budget.DeleteBeforeAsync(times.Today, cancellationToken);
        await links.DeleteEndedAsync(cancellationToken);
        await using var library = await database.CreateDbContextAsync(cancellationToken);
        var old = now - settings.KeepConversations;
        var conversations = await library.StateItems.Where(item => item.WrittenAt < old).ExecuteDeleteAsync(cancellationToken);
        var forgotten = now - OncePerActivity.Remembered;
        await library.HandledActivities.Where(handled => handled.HandledAt < forgotten).ExecuteDeleteAsync(cancellationToken);
        LogDeleted(messages, conversations);
    }

    [LoggerMessage(LogLevel.Information, "Deleted {Messages} outbox messages and {Conversations} items of conversation state that were kept long enough")]
    private partial void LogDeleted(int messages, int conversations);
}
