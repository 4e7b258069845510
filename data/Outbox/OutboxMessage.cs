using System.Text.Json;

namespace LibraryBot.Data.Outbox;

/// <summary>
/// A message that must reach somebody later. Written by <see cref="OutboxWriter"/>, claimed and saved by <see cref="OutboxClaims"/>; what may follow on what
/// is decided here.
/// </summary>
public sealed class OutboxMessage
{
    /// <summary>The longest <see cref="Detail"/>.</summary>
    public const int LongestDetail = 200;

    /// <summary>The database's own number.</summary>
    public long Id { get; private set; }

    /// <summary>What makes it the one and only; unique.</summary>
    public required string Key { get; init; }

    /// <summary>The name of its <see cref="OutboxKind"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>Whether it may be sent again where it is not known whether it has gone.</summary>
    public bool MayRepeat { get; init; }

    /// <summary>The person it is for; null where it is for a group.</summary>
    public int? PersonId { get; init; }

    /// <summary>The channel or group chat it is for; null where it is for a person.</summary>
    public int? GroupAddressId { get; init; }

    /// <summary>The ids and facts it is rendered from, as JSON.</summary>
    public required string Payload { get; init; }

    /// <summary>From when it may be sent, in UTC.</summary>
    public DateTimeOffset DueAt { get; init; }

    /// <summary>From when it makes no sense any more, in UTC; null where it always does.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>When it was written, in UTC.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Where it stands.</summary>
    public OutboxState State { get; private set; }

    /// <summary>Why it was given up, or why it has to wait; null while all is well.</summary>
    public OutboxReason? Reason { get; private set; }

    /// <summary>The channel's status and error code, "403 BotDisabled", or the type of an exception; never a message's text. Null where there is none.</summary>
    public string? Detail { get; private set; }

    /// <summary>How often it was tried: handed to a channel, or not put into words.</summary>
    public int Attempts { get; private set; }

    /// <summary>When it is to be tried next, in UTC.</summary>
    public DateTimeOffset NextAttemptAt { get; private set; }

    /// <summary>When it was about to be handed to the channel, in UTC; null where it was not in this attempt.</summary>
    public DateTimeOffset? HandedOverAt { get; private set; }

    /// <summary>The claim that may save it; null while nobody is at it.</summary>
    public string? LeaseOwner { get; private set; }

    /// <summary>Until when the claim holds, in UTC.</summary>
    public DateTimeOffset? LeaseUntil { get; private set; }

    /// <summary>When it came to its end, in UTC: sent, failed, unknown or cancelled. Null until then.</summary>
    public DateTimeOffset? FinishedAt { get; private set; }

    /// <summary>Reads the payload.</summary>
    /// <typeparam name="T">What the cause wrote.</typeparam>
    /// <exception cref="JsonException">It is not that.</exception>
    public T Read<T>() => JsonSerializer.Deserialize<T>(Payload, OutboxWriter.Json) ?? throw new JsonException("The payload is null.");

    /// <summary>It is about to be handed to the channel; from here on it may have gone.</summary>
    /// <param name="now">The time, in UTC.</param>
    /// <param name="leaseUntil">Until when the channel's answer is waited for at most, in UTC.</param>
    public void HandOver(DateTimeOffset now, DateTimeOffset leaseUntil)
    {
        Need(HandedOverAt is null, "handed over twice");
        HandedOverAt = now;
        LeaseUntil = leaseUntil;
        Attempts++;
    }

    /// <summary>The channel took it.</summary>
    public void Succeed(DateTimeOffset now)
    {
        Need(HandedOverAt is not null, "sent without being handed over");
        (Reason, Detail) = (null, null);
        Finish(OutboxState.Sent, now);
    }

    /// <summary>This attempt came to nothing, surely; there will be another.</summary>
    public void TryAgain(DateTimeOffset at, OutboxReason reason, string? detail)
    {
        Need(true, "tried again");
        // One that was handed over counted then.
        Attempts += HandedOverAt is null ? 1 : 0;
        Because(reason, detail);
        Release(at);
    }

    /// <summary>It was not tried at all: it was not its turn, or there is nowhere to send it yet.</summary>
    /// <param name="at">When to look again, in UTC.</param>
    /// <param name="reason">Why; null where it is only not its turn.</param>
    public void PutBack(DateTimeOffset at, OutboxReason? reason)
    {
        Need(HandedOverAt is null, "put back after it was handed over");
        Reason = reason ?? Reason;
        Release(at);
    }

    /// <summary>It is given up.</summary>
    public void Fail(DateTimeOffset now, OutboxReason reason, string? detail)
    {
        Need(true, "failed");
        // One that was handed over counted then; one that has expired or has nowhere to go was not tried.
        Attempts += HandedOverAt is null && reason == OutboxReason.RenderingFailed ? 1 : 0;
        Because(reason, detail);
        Finish(OutboxState.Failed, now);
    }

    /// <summary>What it was to say is no longer so.</summary>
    public void Drop(DateTimeOffset now)
    {
        Need(HandedOverAt is null, "dropped after it was handed over");
        Because(OutboxReason.NoLongerTrue, null);
        Finish(OutboxState.Cancelled, now);
    }

    /// <summary>
    /// It was handed over and no answer came, or the process that was at it is gone. What had not been handed over is sent again; what may have gone is
    /// sent again only if its kind allows it.
    /// </summary>
    /// <param name="now">The time, in UTC.</param>
    /// <param name="again">When to try again, in UTC, if it is.</param>
    /// <param name="detail">What is known of it.</param>
    public void LoseTrack(DateTimeOffset now, DateTimeOffset again, string? detail)
    {
        Need(true, "lost track of");
        if (HandedOverAt is not null)
        {
            Because(OutboxReason.NoAnswer, detail);
        }

        if (HandedOverAt is null || MayRepeat)
        {
            Release(again);
        }
        else
        {
            Finish(OutboxState.Unknown, now);
        }
    }

    private void Because(OutboxReason reason, string? detail)
    {
        Reason = reason;
        Detail = detail?.Length > LongestDetail ? detail[..LongestDetail] : detail;
    }

    private void Release(DateTimeOffset at)
    {
        State = OutboxState.Waiting;
        NextAttemptAt = at;
        (HandedOverAt, LeaseOwner, LeaseUntil) = (null, null, null);
    }

    private void Finish(OutboxState state, DateTimeOffset now)
    {
        State = state;
        FinishedAt = now;
        (LeaseOwner, LeaseUntil) = (null, null);
    }

    private void Need(bool condition, string what)
    {
        if (State != OutboxState.Sending || !condition)
        {
            throw new InvalidOperationException($"Outbox message {Id} is {State} and cannot be {what}.");
        }
    }
}
