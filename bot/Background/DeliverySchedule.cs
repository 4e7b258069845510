namespace LibraryBot.Background;

/// <summary>When a message that could not be sent is tried again. Knows no clock, no channel and no chance of its own.</summary>
internal sealed class DeliverySchedule(OutboxSettings settings)
{
    /// <summary>After a channel did not take it.</summary>
    /// <param name="attempts">How often it was handed over; at least 1.</param>
    /// <param name="now">The time, in UTC.</param>
    /// <param name="expiresAt">From when it makes no sense any more, in UTC; null where it always does.</param>
    /// <param name="asked">How long the channel asks to wait; null where it does not.</param>
    /// <param name="chance">From 0 up to 1: spreads those who failed together.</param>
    public NextTry AfterFailure(int attempts, DateTimeOffset now, DateTimeOffset? expiresAt, TimeSpan? asked, double chance) =>
        After(attempts, settings.MostAttempts, now, expiresAt, asked, chance);

    /// <summary>After it could not be put into words.</summary>
    /// <inheritdoc cref="AfterFailure" path="/param"/>
    public NextTry AfterRendering(int attempts, DateTimeOffset now, DateTimeOffset? expiresAt, double chance) =>
        After(attempts, settings.MostRenderings, now, expiresAt, null, chance);

    /// <summary>Where the recipient cannot be reached anywhere: until it expires, or, where it does not, for as long as the settings say.</summary>
    /// <param name="now">The time, in UTC.</param>
    /// <param name="dueAt">When it was due, in UTC.</param>
    /// <param name="expiresAt">From when it makes no sense any more, in UTC; null where it always does.</param>
    public NextTry WithoutAddress(DateTimeOffset now, DateTimeOffset dueAt, DateTimeOffset? expiresAt)
    {
        var end = expiresAt ?? (dueAt + settings.LookForAddressFor);
        var next = now + settings.LookForAddressEvery;
        return now >= end ? new NextTry.Never(IsTooLate: true) : new NextTry.At(next < end ? next : end);
    }

    private NextTry After(int attempts, int most, DateTimeOffset now, DateTimeOffset? expiresAt, TimeSpan? asked, double chance)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(attempts, 1);
        if (attempts >= most)
        {
            return new NextTry.Never(IsTooLate: false);
        }

        // Doubling in ticks would overflow long before the longest wait is compared with it.
        var doubled = settings.FirstWait.TotalSeconds * Math.Pow(2, attempts - 1);
        var longest = Math.Min(doubled, settings.LongestWait.TotalSeconds);
        // From half of it to all of it: each wait is at least as long as the one before, and no two messages need come back together.
        var wait = TimeSpan.FromSeconds(longest * (1 + chance) / 2);
        if (asked is { } least)
        {
            // Never before the channel's own time, and not all at that very moment.
            wait = TimeSpan.FromSeconds(Math.Max(least.TotalSeconds + (chance * Math.Min(1 + (least.TotalSeconds / 10), 30)), Math.Min(wait.TotalSeconds, least.TotalSeconds)));
        }

        var at = now + wait;
        return at >= expiresAt ? new NextTry.Never(IsTooLate: true) : new NextTry.At(at);
    }
}

/// <summary>Whether and when a message is tried again.</summary>
internal abstract record NextTry
{
    private NextTry()
    {
    }

    /// <summary>At this moment.</summary>
    /// <param name="When">In UTC.</param>
    public sealed record At(DateTimeOffset When) : NextTry;

    /// <summary>Not any more.</summary>
    /// <param name="IsTooLate">Whether because it would make no sense by then; else it was tried often enough.</param>
    public sealed record Never(bool IsTooLate) : NextTry;
}
