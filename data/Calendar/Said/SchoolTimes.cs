namespace LibraryBot.Data.Calendar.Said;

/// <summary>Turns a time of day that was said into an interval of a date.</summary>
internal sealed class SchoolTimes(SchoolCalendar school, DateTimeOffset now)
{
    /// <summary>An hour outside the bells, where nothing says how long before and after school last.</summary>
    private static readonly TimeSpan s_anHour = TimeSpan.FromHours(1);

    /// <summary>
    /// The intervals of a date; null where the date has no such period. Of a date without school come only those that need no bells.
    /// </summary>
    public List<SchoolInterval>? On(DateOnly date, TimeSaid? time, DurationReader.Duration? duration)
    {
        var periods = school.PeriodsOn(date);
        switch (time)
        {
            case TimeSaid.Several several:
                var all = several.Times.Select(each => On(date, each, duration)).ToList();
                return all.Any(each => each is null) ? null : [.. all.SelectMany(each => each!)];
            case TimeSaid.Clock clock:
                return [Clock(date, clock, duration, periods)];
            case TimeSaid.Part part:
                return Part(date, part.Which, periods) is { } half ? [Lasting(half, duration, periods)] : null;
            case TimeSaid.RightNow:
                return [Lasting(new SchoolInterval(date, now, now + s_anHour, []) { EndSaid = false }, duration, periods)];
            case null or TimeSaid.AllDay:
                return [Whole(date, periods)];
        }

        if (periods.Count == 0)
        {
            return null;
        }

        switch (time)
        {
            case TimeSaid.RestOfDay:
                return [Whole(date, periods) is var day && now > day.Start && now < day.End ? day with { Start = now } : day];
            case TimeSaid.BetweenPeriods between:
                return Find(periods, between.First) is { } first && Find(periods, between.Second) is { } second && first.End < second.Start
                    ? [new SchoolInterval(date, first.End, second.Start, [])] : null;
            case TimeSaid.AfterPeriod { Period: null }:
                var closes = school.LibraryHours.TryGetValue(date.DayOfWeek, out var hours) ? school.Ending(date, hours.Closes) : DateTimeOffset.MinValue;
                return [Lasting(new SchoolInterval(date, periods[^1].End, closes > periods[^1].End ? closes : periods[^1].End + s_anHour, []), duration, periods)];
            case TimeSaid.BeforePeriod { Period: null }:
                var opens = school.LibraryHours.TryGetValue(date.DayOfWeek, out hours) ? school.Beginning(date, hours.Opens) : DateTimeOffset.MaxValue;
                return [new SchoolInterval(date, opens < periods[0].Start ? opens : periods[0].Start - s_anHour, periods[0].Start, [])];
            case TimeSaid.AfterPeriod after:
                return Find(periods, after.Period!) is { } ended && ended.End < periods[^1].End ? [Lasting(new SchoolInterval(date, ended.End, periods[^1].End, []), duration, periods)] : null;
            case TimeSaid.BeforePeriod before:
                return Find(periods, before.Period!) is { } begun && begun.Start > periods[0].Start ? [new SchoolInterval(date, periods[0].Start, begun.Start, [])] : null;
            case TimeSaid.Periods { To: { } to } range:
                return Find(periods, range.From[0]) is { } start && Find(periods, to) is { } end && start.Start <= end.Start
                    ? [new SchoolInterval(date, start.Start, end.End, [.. periods.Where(period => period.Start >= start.Start && period.End <= end.End).Select(period => period.Period)])] : null;
            case TimeSaid.Periods listed:
                var found = listed.From.Select(said => Find(periods, said)).ToList();
                return found.Any(period => period is null) ? null : Joined(date, [.. found.Select(period => period!).Distinct().OrderBy(period => period.Start)], duration, periods);
            default:
                return null;
        }
    }

    private SchoolInterval Clock(DateOnly date, TimeSaid.Clock clock, DurationReader.Duration? duration, IReadOnlyList<PeriodTime> periods)
    {
        var start = At(date, clock.Start, beginning: true);
        if (clock.Before)
        {
            return new SchoolInterval(date, periods.Count > 0 && periods[0].Start < start ? periods[0].Start : start - s_anHour, start, []);
        }

        if (clock.After)
        {
            return Lasting(new SchoolInterval(date, start, periods.Count > 0 && periods[^1].End > start ? periods[^1].End : start + s_anHour, []), duration, periods);
        }

        return clock.End is { } end
            ? new SchoolInterval(date, start, At(date, end, beginning: false), [])
            : Lasting(new SchoolInterval(date, start, start + s_anHour, []) { EndSaid = false }, duration, periods);
    }

    private DateTimeOffset At(DateOnly date, int minutes, bool beginning)
    {
        var day = minutes >= 1440 && date < DateOnly.MaxValue ? date.AddDays(1) : date;
        var time = TimeOnly.MinValue.AddMinutes(minutes % 1440);
        return beginning ? school.Beginning(day, time) : school.Ending(day, time);
    }

    // Morning ends and afternoon begins at noon; both stay inside the bells where there are some.
    private SchoolInterval? Part(DateOnly date, int part, IReadOnlyList<PeriodTime> periods)
    {
        var (from, to) = part switch { 1 => (8, 12), 2 => (12, 16), 3 => (16, 20), _ => (20, 24) };
        var start = school.Beginning(date, new TimeOnly(from, 0));
        var end = to == 24 ? At(date, 1440, beginning: false) : school.Ending(date, new TimeOnly(to, 0));
        if (periods.Count > 0 && part <= 2)
        {
            (start, end) = part == 1 ? (periods[0].Start, periods[^1].End < end ? periods[^1].End : end) : (periods[0].Start > start ? periods[0].Start : start, periods[^1].End);
        }

        return start < end ? new SchoolInterval(date, start, end, []) : null;
    }

    private SchoolInterval Whole(DateOnly date, IReadOnlyList<PeriodTime> periods) => periods.Count > 0
        ? new SchoolInterval(date, periods[0].Start, periods[^1].End, [])
        : school.LibraryHours.TryGetValue(date.DayOfWeek, out var hours)
            ? new SchoolInterval(date, school.Beginning(date, hours.Opens), school.Ending(date, hours.Closes), [])
            : new SchoolInterval(date, school.Beginning(date, TimeOnly.MinValue), At(date, 1440, beginning: false), []);

    private static SchoolInterval Lasting(SchoolInterval interval, DurationReader.Duration? duration, IReadOnlyList<PeriodTime> periods)
    {
        if (duration is not { } length)
        {
            return interval;
        }

        if (length.Periods > 0)
        {
            var ends = periods.Where(period => period.End > interval.Start && BellSchedule.NumberOf(period.Period) is not null).Take(length.Periods).ToList();
            return ends.Count > 0 ? interval with { End = ends[^1].End, EndSaid = true } : interval;
        }

        // Whoever books says what is too long; it is not made short in silence.
        return length.Length > TimeSpan.Zero && length.Length < TimeSpan.FromDays(3660) ? interval with { End = interval.Start + length.Length, EndSaid = true } : interval;
    }

    // Periods one after another are one time with the breaks between them.
    private static List<SchoolInterval> Joined(DateOnly date, List<PeriodTime> found, DurationReader.Duration? duration, IReadOnlyList<PeriodTime> periods)
    {
        if (found.Count == 1 && duration is { Periods: > 1 } several)
        {
            found = [.. periods.Where(period => period.Start >= found[0].Start && (period == found[0] || BellSchedule.NumberOf(period.Period) is not null)).Take(several.Periods)];
            return [new SchoolInterval(date, found[0].Start, found[^1].End, [.. found.Select(period => period.Period)])];
        }

        var intervals = new List<SchoolInterval>();
        foreach (var period in found)
        {
            var place = intervals.Count > 0 ? periods.TakeWhile(each => each != period).LastOrDefault() : null;
            if (place is not null && intervals[^1].End == place.End)
            {
                intervals[^1] = intervals[^1] with { End = period.End, Periods = [.. intervals[^1].Periods, period.Period] };
            }
            else
            {
                intervals.Add(new SchoolInterval(date, period.Start, period.End, [period.Period]));
            }
        }

        if (intervals.Count == 1 && duration is { Minutes: > 0 } length)
        {
            intervals[0] = intervals[0] with { End = intervals[0].Start + length.Length };
        }

        return intervals;
    }

    private PeriodTime? Find(IReadOnlyList<PeriodTime> periods, PeriodSaid said) => said switch
    {
        { Place: PeriodPlace.First } => periods.FirstOrDefault(period => BellSchedule.NumberOf(period.Period) is not null) ?? periods[0],
        { Place: PeriodPlace.Last } => periods[^1],
        { Place: PeriodPlace.Now } => periods.FirstOrDefault(period => period.End > now),
        { Place: PeriodPlace.Next } => periods.FirstOrDefault(period => period.Start > now),
        { Number: { } number } => periods.FirstOrDefault(period => BellSchedule.NumberOf(period.Period) == number),
        _ => periods.FirstOrDefault(period => period.Period.Aliases.Append(period.Period.Name)
            .Any(name => string.Equals(string.Join(' ', SaidToken.Split(name).Select(token => token.Plain)), said.Name, StringComparison.Ordinal))),
    };
}
