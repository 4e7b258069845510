namespace LibraryBot.Data.Calendar;

/// <summary>A school's calendar: which days are school days, which bell schedule each has, and when its periods are. Immutable; made once.</summary>
public sealed class SchoolCalendar
{
    /// <summary>How far to look for a school day: longer than any summer break.</summary>
    private const int DaysToLookAhead = 366;

    private readonly SchoolYear year;
    private readonly Dictionary<string, BellSchedule> schedules;
    private readonly Dictionary<DateOnly, SpecialDay> special;
    private readonly BellSchedule? usual;

    /// <summary>The calendar of a library, or of one of the schools it serves.</summary>
    /// <param name="profile">A profile that was read and checked.</param>
    /// <param name="school">The name of one of its schools in any case; null, or a name it does not know, is the library's own.</param>
    public SchoolCalendar(LibraryProfile profile, string? school = null)
    {
        var served = profile.Schools.FirstOrDefault(each => string.Equals(each.Key, school, StringComparison.OrdinalIgnoreCase));
        School = served.Key ?? profile.School;
        Zone = profile.Zone;
        LibraryHours = profile.Hours;
        year = served.Value?.Calendar ?? profile.Calendar ?? new SchoolYear();
        ClosedDays = served.Value?.ClosedDays ?? profile.ClosedDays;
        schedules = (served.Value?.BellSchedules ?? profile.BellSchedules)
            .ToDictionary(schedule => schedule.Key, schedule => new BellSchedule(schedule.Key, schedule.Value), StringComparer.Ordinal);
        special = year.SpecialDays.ToDictionary(day => day.Date);
        usual = Schedule(year.DefaultSchedule) ?? Schedule("normal") ?? schedules.Values.FirstOrDefault();
    }

    /// <summary>The name of the school.</summary>
    public string School { get; }

    /// <summary>The school's time zone.</summary>
    public TimeZoneInfo Zone { get; }

    /// <summary>When the library is open, by weekday: it says when "after school" ends.</summary>
    public IReadOnlyDictionary<DayOfWeek, OpeningHours> LibraryHours { get; }

    /// <summary>The runs of days without school, by date as the school gave them.</summary>
    public IReadOnlyList<ClosedDay> ClosedDays { get; }

    /// <summary>The terms, as the school gave them.</summary>
    public IReadOnlyList<SchoolTerm> Terms => year.Terms;

    /// <summary>The names of the days of the cycle, in order; empty where there is none.</summary>
    public IReadOnlyList<string> CycleDays => year.Cycle?.Days ?? [];

    /// <summary>Every kind of school day there is.</summary>
    public IReadOnlyCollection<BellSchedule> Schedules => schedules.Values;

    /// <summary>The school's day at an instant.</summary>
    public DateOnly DateAt(DateTimeOffset instant) => DateOnly.FromDateTime(Zone.WallTime(instant));

    /// <summary>What a date is to the school.</summary>
    public SchoolDay On(DateOnly date)
    {
        if (ClosureOn(date) is { } closure)
        {
            return new SchoolDay.Closed(date, closure);
        }

        var cycleDay = CycleDayOn(date);
        if (special.TryGetValue(date, out var different))
        {
            return new SchoolDay.Open(date, Schedule(different.Schedule), cycleDay);
        }

        if (!IsWeekday(date))
        {
            return new SchoolDay.Closed(date, null);
        }

        var ofCycle = cycleDay is null ? null : year.Cycle!.Schedules.FirstOrDefault(day => string.Equals(day.Key, cycleDay, StringComparison.OrdinalIgnoreCase)).Value;
        return new SchoolDay.Open(date, Schedule(ofCycle) ?? Schedule(year.Weekdays.GetValueOrDefault(date.DayOfWeek)) ?? usual, cycleDay);
    }

    /// <summary>Whether there is school.</summary>
    public bool IsSchoolDay(DateOnly date) => ClosureOn(date) is null && (special.ContainsKey(date) || IsWeekday(date));

    /// <summary>The closed days a date is one of, null where it is none; a weekend is none by itself.</summary>
    public ClosedDay? ClosureOn(DateOnly date) => ClosedDays.FirstOrDefault(days => days.From <= date && date <= days.To);

    /// <summary>The bell schedule of a date; null where there is no school or the school has given no schedules.</summary>
    public BellSchedule? ScheduleOn(DateOnly date) => (On(date) as SchoolDay.Open)?.Schedule;

    /// <summary>The periods of a date in the order of the day, as instants in UTC; empty where there is no school.</summary>
    public IReadOnlyList<PeriodTime> PeriodsOn(DateOnly date) => ScheduleOn(date) is { } schedule
        ? [.. schedule.Periods.Select(period => new PeriodTime(period, Beginning(date, period.Starts), Ending(date, period.Ends)))]
        : [];

    /// <summary>
    /// The day of the cycle; null without a cycle, before it begins, and where there is no school. Days off the usual week, a Saturday with a
    /// schedule of its own, take no part.
    /// </summary>
    public string? CycleDayOn(DateOnly date)
    {
        if (year.Cycle is not { } cycle || date < cycle.StartsOn || !IsWeekday(date) || ClosureOn(date) is not null)
        {
            return null;
        }

        var past = WeekdaysBetween(cycle.StartsOn, date);
        if (cycle.SkipsClosedDays)
        {
            past -= ClosedWeekdaysBetween(cycle.StartsOn, date);
        }

        return cycle.Days[past % cycle.Days.Count];
    }

    /// <summary>The first school day after a date; null where none is known within a year.</summary>
    public DateOnly? NextSchoolDay(DateOnly after) => Search(after, 1);

    /// <summary>The last school day before a date; null where none is known within a year.</summary>
    public DateOnly? PreviousSchoolDay(DateOnly before) => Search(before, -1);

    /// <summary>The shortest term a date is in; null between terms.</summary>
    public SchoolTerm? TermOn(DateOnly date) => year.Terms
        .Where(term => term.From <= date && date <= term.To)
        .MinBy(term => term.To.DayNumber - term.From.DayNumber);

    /// <summary>The instant, in UTC, at which something begins that is to begin at a time on the wall clock.</summary>
    public DateTimeOffset Beginning(DateOnly date, TimeOnly time) => Zone.Beginning(date.ToDateTime(time)).ToUniversalTime();

    /// <summary>The instant, in UTC, at which something ends that is to end at a time on the wall clock.</summary>
    public DateTimeOffset Ending(DateOnly date, TimeOnly time) => Zone.Ending(date.ToDateTime(time)).ToUniversalTime();

    private BellSchedule? Schedule(string? name) => name is null ? null : schedules.GetValueOrDefault(name);

    private bool IsWeekday(DateOnly date) => IsWeekday(date.DayOfWeek);

    private bool IsWeekday(DayOfWeek day) => year.Weekdays.Count == 0 ? day is not (DayOfWeek.Saturday or DayOfWeek.Sunday) : year.Weekdays.ContainsKey(day);

    private DateOnly? Search(DateOnly from, int step)
    {
        for (var days = 1; days <= DaysToLookAhead; days++)
        {
            var number = from.DayNumber + (days * step);
            if (number >= 0 && number <= DateOnly.MaxValue.DayNumber && IsSchoolDay(DateOnly.FromDayNumber(number)))
            {
                return DateOnly.FromDayNumber(number);
            }
        }

        return null;
    }

    // The school weekdays in [from, to), by whole weeks and a rest: a date may be centuries away.
    private int WeekdaysBetween(DateOnly from, DateOnly to)
    {
        var days = to.DayNumber - from.DayNumber;
        var count = days / 7 * Enum.GetValues<DayOfWeek>().Count(IsWeekday);
        for (var rest = days - (days % 7); rest < days; rest++)
        {
            count += IsWeekday(from.AddDays(rest)) ? 1 : 0;
        }

        return count;
    }

    private int ClosedWeekdaysBetween(DateOnly from, DateOnly to)
    {
        var counted = from;
        var count = 0;
        foreach (var days in ClosedDays.OrderBy(days => days.From))
        {
            var first = days.From > counted ? days.From : counted;
            var end = days.To.DayNumber < to.DayNumber ? days.To.AddDays(1) : to;
            if (first < end)
            {
                count += WeekdaysBetween(first, end);
                counted = end;
            }
        }

        return count;
    }
}
