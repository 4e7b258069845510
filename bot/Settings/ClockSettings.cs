using System.Globalization;

namespace LibraryBot.Settings;

/// <summary>The section <c>Clock</c>.</summary>
internal static class ClockSettings
{
    /// <summary>
    /// The bot's clock. In Development <c>Clock:Now</c> (ISO 8601 with an offset or Z; without one it is UTC) is the instant it starts at; it
    /// runs on from there.
    /// </summary>
    /// <exception cref="InvalidOperationException">The setting is no instant, or is used outside Development.</exception>
    public static TimeProvider Read(IConfiguration configuration, bool isDevelopment)
    {
        if (configuration["Clock:Now"] is not { Length: > 0 } text)
        {
            return TimeProvider.System;
        }

        if (!isDevelopment)
        {
            throw new InvalidOperationException("Clock:Now is set. It is for Development only; take it away.");
        }

        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var now)
            ? new ShiftedClock(now - TimeProvider.System.GetUtcNow())
            : throw new InvalidOperationException($"Clock:Now is '{text}'. Write an instant such as 2026-11-23T09:30:00-06:00.");
    }

    private sealed class ShiftedClock(TimeSpan shift) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + shift;
    }
}
