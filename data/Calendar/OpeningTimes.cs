namespace LibraryBot.Data.Calendar;

/// <summary>
/// When the library is open, from its hours and closed days. Every time it returns is on the school's wall clock, right across changes of
/// the clock: an hour that comes twice opens with the first and closes with the second, one that is skipped counts from where the clock
/// lands.
/// </summary>
public sealed class OpeningTimes(LibraryProfile profile, TimeProvider clock)
{
    /// <summary>How far to look for the next opening: longer than any summer break.</summary>
    private const int DaysToLookAhead = 366;

    private readonly TimeZoneInfo zone = profile.Zone;

    /// <summary>The school's day.</summary>
    public DateOnly Today => DateOnly.FromDateTime(LocalNow.DateTime);

    private DateTimeOffset LocalNow => TimeZoneInfo.ConvertTime(clock.GetUtcNow(), zone);

    /// <summary>Whether it is open at this moment. It is open at the minute it opens, and closed at the minute it closes.</summary>
    public OpenNow Now()
    {
        var now = LocalNow;
        if (On(Today) is OpenOnDay.Open hours && Opening(hours) <= now && now < Closing(hours))
        {
            return new OpenNow.Open(Closing(hours));
        }

        return new OpenNow.Closed(ReasonOn(Today), NextOpening(now));
    }

    /// <summary>Whether it is open on a day, past or to come.</summary>
    public OpenOnDay On(DateOnly day)
    {
        if (profile.ClosedDays.FirstOrDefault(days => days.From <= day && day <= days.To) is { } closed)
        {
            return new OpenOnDay.Closed(day, closed.Reason, NextOpenDay(day));
        }

        return profile.Hours.TryGetValue(day.DayOfWeek, out var hours)
            ? new OpenOnDay.Open(day, hours.Opens, hours.Closes)
            : new OpenOnDay.Closed(day, null, NextOpenDay(day));
    }

    private IReadOnlyDictionary<string, string>? ReasonOn(DateOnly day) =>
        profile.ClosedDays.FirstOrDefault(days => days.From <= day && day <= days.To)?.Reason;

    private bool IsOpenOn(DateOnly day) =>
        profile.Hours.ContainsKey(day.DayOfWeek) && !profile.ClosedDays.Any(days => days.From <= day && day <= days.To);

    private DateOnly? NextOpenDay(DateOnly after)
    {
        for (var day = 1; day <= DaysToLookAhead && after.DayNumber + day <= DateOnly.MaxValue.DayNumber; day++)
        {
            if (IsOpenOn(after.AddDays(day)))
            {
                return after.AddDays(day);
            }
        }

        return null;
    }

    private DateTimeOffset? NextOpening(DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(now.DateTime);
        var next = On(today) is OpenOnDay.Open hours && now < Opening(hours) ? today : NextOpenDay(today);
        return next is { } day && On(day) is OpenOnDay.Open opening ? Opening(opening) : null;
    }

    private DateTimeOffset Opening(OpenOnDay.Open hours) => zone.Beginning(hours.Day.ToDateTime(hours.Opens));

    private DateTimeOffset Closing(OpenOnDay.Open hours) => zone.Ending(hours.Day.ToDateTime(hours.Closes));
}

/// <summary>Whether the library is open at this moment.</summary>
public abstract record OpenNow
{
    private OpenNow()
    {
    }

    /// <summary>It is.</summary>
    /// <param name="Until">When it closes today, with the school's offset.</param>
    public sealed record Open(DateTimeOffset Until) : OpenNow;

    /// <summary>It is not.</summary>
    /// <param name="Reason">Why it is closed all day, by language; null outside hours and on a weekday without hours.</param>
    /// <param name="Next">When it opens next, with the school's offset; null where no opening is known within a year.</param>
    public sealed record Closed(IReadOnlyDictionary<string, string>? Reason, DateTimeOffset? Next) : OpenNow;
}

/// <summary>Whether the library is open on a day.</summary>
/// <param name="Day">The day asked about.</param>
public abstract record OpenOnDay(DateOnly Day)
{
    /// <summary>It is.</summary>
    /// <param name="Day">The day asked about.</param>
    /// <param name="Opens">On the school's wall clock.</param>
    /// <param name="Closes">On the school's wall clock.</param>
    public sealed record Open(DateOnly Day, TimeOnly Opens, TimeOnly Closes) : OpenOnDay(Day);

    /// <summary>It is not.</summary>
    /// <param name="Day">The day asked about.</param>
    /// <param name="Reason">Why, by language; null on a weekday without hours.</param>
    /// <param name="NextOpenDay">The first open day after it; null where none is known within a year.</param>
    public sealed record Closed(DateOnly Day, IReadOnlyDictionary<string, string>? Reason, DateOnly? NextOpenDay) : OpenOnDay(Day);
}
