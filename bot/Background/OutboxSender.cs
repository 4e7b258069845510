using LibraryBot.BotFrameworkChannels;
using LibraryBot.Data.Outbox;
using LibraryBot.Dialogs.Conversation.Outbox;
using LibraryBot.Settings;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace LibraryBot.Background;

/// <summary>Sends one claimed message, and saves what became of it.</summary>
internal sealed partial class OutboxSender(
    OutboxClaims claims,
    OutboxReaders readers,
    OutboxRenderer renderer,
    SendingRates rates,
    DeliverySchedule schedule,
    OutboxSettings settings,
    OutboxMetrics metrics,
    IConfiguration configuration,
    TimeProvider time,
    ILogger<OutboxSender> log)
{
    private readonly string _botId = configuration[ChannelTrustSettings.AppId] ?? string.Empty;

    /// <summary>Sends it. What fails on the way to the database leaves the message to whoever takes it over when the lease is out.</summary>
    /// <param name="message">The message.</param>
    /// <param name="reader">Whom it is for.</param>
    /// <param name="owner">The claim.</param>
    /// <param name="stopping">Once set, what has not been handed over is put back; what has is waited for.</param>
    public async Task SendAsync(OutboxMessage message, OutboxReader reader, string owner, CancellationToken stopping)
    {
        try
        {
            if (await TryAsync(message, reader, owner, stopping))
            {
                await SaveAsync(message, owner);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested && message is { State: OutboxState.Sending, HandedOverAt: null })
        {
            message.PutBack(time.GetUtcNow(), null);
            await SaveAsync(message, owner);
        }
        // One message's trouble must not end the others' delivery; this one is taken over when its lease is out.
        catch (Exception trouble)
        {
            LogTrouble(trouble, message.Id, message.Kind);
        }
    }

    /// <returns>Whether there is something to save; else the claim was lost.</returns>
    private async Task<bool> TryAsync(OutboxMessage message, OutboxReader reader, string owner, CancellationToken stopping)
    {
        var now = time.GetUtcNow();
        if (message.ExpiresAt <= now)
        {
            message.Fail(now, message.Reason == OutboxReason.NoAddress ? OutboxReason.NoAddress : OutboxReason.Expired, message.Detail);
            return true;
        }

        if (reader.Place is not { } place)
        {
            WaitForAddress(message, now);
            return true;
        }

        if (rates.BusyUntil(place.Channel, place.Conversation) is { } busy)
        {
            message.PutBack(busy, null);
            return true;
        }

        if (await RenderAsync(message, reader.Language, stopping) is not { } activity)
        {
            return true;
        }

        if (rates.Take(place.Channel, place.Conversation) is not { } turn)
        {
            message.PutBack(rates.BusyUntil(place.Channel, place.Conversation) ?? now, null);
            return true;
        }

        if (turn - time.GetUtcNow() is { } wait && wait > TimeSpan.Zero)
        {
            await Task.Delay(wait, time, stopping);
        }

        return await HandOverAsync(message, place, activity, owner);
    }

    private void WaitForAddress(OutboxMessage message, DateTimeOffset now)
    {
        switch (schedule.WithoutAddress(now, message.DueAt, message.ExpiresAt))
        {
            case NextTry.At at:
                message.PutBack(at.When, OutboxReason.NoAddress);
                break;
            default:
                message.Fail(now, OutboxReason.NoAddress, null);
                break;
        }
    }

    private async Task<IActivity?> RenderAsync(OutboxMessage message, string language, CancellationToken stopping)
    {
        try
        {
            switch (await renderer.RenderAsync(message, language, stopping))
            {
                case OutboxRendering.Say say:
                    return say.Activity;
                case OutboxRendering.NoLongerTrue:
                    message.Drop(time.GetUtcNow());
                    return null;
                default:
                    message.Fail(time.GetUtcNow(), OutboxReason.UnknownKind, null);
                    return null;
            }
        }
        // A message that cannot be put into words must not stop those behind it, whatever the reason.
        catch (Exception broken) when (!stopping.IsCancellationRequested)
        {
            LogNotRendered(broken, message.Id, message.Kind);
            Retry(message, schedule.AfterRendering(message.Attempts + 1, time.GetUtcNow(), message.ExpiresAt, Random.Shared.NextDouble()), OutboxReason.RenderingFailed, broken.GetType().Name);
            return null;
        }
    }

    private async Task<bool> HandOverAsync(OutboxMessage message, OutboxPlace place, IActivity activity, string owner)
    {
        var lostClaim = false;
        Exception? failure = null;
        // The bot's own stopping does not interrupt it: what is handed over is waited for, so that its answer is known.
        using var patience = new CancellationTokenSource(settings.SendTimeout, time);
        try
        {
            await place.Adapter.ContinueConversationAsync(_botId, place.Reference, SayAsync, patience.Token);
        }
        catch (Exception e)
        {
            failure ??= e;
        }

        var now = time.GetUtcNow();
        if (lostClaim)
        {
            if (failure is not null)
            {
                LogTrouble(failure, message.Id, message.Kind);
            }

            return false;
        }

        if (message.HandedOverAt is null)
        {
            // It did not get as far as its conversation's turn.
            message.PutBack(now + settings.FirstWait, null);
            return true;
        }

        if (failure is null)
        {
            message.Succeed(now);
            return true;
        }

        await FailAsync(message, place, failure, now);
        return true;

        async Task SayAsync(ITurnContext turn, CancellationToken cancellationToken)
        {
            var start = time.GetUtcNow();
            message.HandOver(start, start + settings.Lease);
            // Where the mark could not be saved nobody knows whether it was, and nothing is sent: whoever takes it over reads it.
            lostClaim = true;
            if (!await claims.SaveAsync(message, owner, cancellationToken))
            {
                return;
            }

            lostClaim = false;

            try
            {
                await turn.SendActivityAsync(activity, cancellationToken);
            }
            // Caught here, for some adapters keep what goes wrong in a turn to themselves.
            catch (Exception e)
            {
                failure = e;
            }
        }
    }

    private async Task FailAsync(OutboxMessage message, OutboxPlace place, Exception exception, DateTimeOffset now)
    {
        var failure = SendFailure.Of(exception) ?? new SendFailure(SendFailureKind.Unknown);
        var detail = failure.Status is { } status ? $"{status} {failure.Code}".TrimEnd() : exception.GetType().Name;
        var reason = ReasonOf(failure.Kind);
        if (failure.Kind is SendFailureKind.Blocked or SendFailureKind.Gone)
        {
            await readers.MarkRefusedAsync(place, CancellationToken.None);
        }

        if (failure.IsLasting)
        {
            if (place.HasOther && failure.Kind != SendFailureKind.Refused)
            {
                message.TryAgain(now, reason, detail);
            }
            else
            {
                message.Fail(now, reason, detail);
            }

            return;
        }

        if (failure.RetryAfter is { } asked)
        {
            rates.Pause(place.Channel, place.Conversation, now + asked);
        }

        var next = schedule.AfterFailure(message.Attempts, now, message.ExpiresAt, failure.RetryAfter, Random.Shared.NextDouble());
        if (failure.Kind == SendFailureKind.Unknown && (next is NextTry.At || !message.MayRepeat))
        {
            message.LoseTrack(now, next is NextTry.At at ? at.When : now, detail);
        }
        else
        {
            Retry(message, next, reason, detail);
        }
    }

    private void Retry(OutboxMessage message, NextTry next, OutboxReason reason, string? detail)
    {
        switch (next)
        {
            case NextTry.At at:
                message.TryAgain(at.When, reason, detail);
                break;
            case NextTry.Never never:
                message.Fail(time.GetUtcNow(), never.IsTooLate ? OutboxReason.Expired : reason, detail);
                break;
        }
    }

    private async Task SaveAsync(OutboxMessage message, string owner)
    {
        if (await claims.SaveAsync(message, owner, CancellationToken.None))
        {
            metrics.Saved(message);
        }
    }

    private static OutboxReason ReasonOf(SendFailureKind kind) => kind switch
    {
        SendFailureKind.Throttled => OutboxReason.Throttled,
        SendFailureKind.NotReached => OutboxReason.Unreachable,
        SendFailureKind.Unknown => OutboxReason.NoAnswer,
        SendFailureKind.Blocked => OutboxReason.Blocked,
        SendFailureKind.Gone => OutboxReason.Gone,
        SendFailureKind.Refused => OutboxReason.Refused,
        _ => OutboxReason.ChannelTrouble,
    };

    [LoggerMessage(LogLevel.Error, "Outbox message {MessageId} of kind {Kind} could not be put into words")]
    private partial void LogNotRendered(Exception error, long messageId, string kind);

    [LoggerMessage(LogLevel.Error, "What became of outbox message {MessageId} of kind {Kind} could not be saved; it is taken over when its lease is out")]
    private partial void LogTrouble(Exception error, long messageId, string kind);
}
