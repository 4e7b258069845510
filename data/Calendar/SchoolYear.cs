namespace LibraryBot.Data.Calendar;

/// <summary>Which days are school days and what kind of day each is, from a school's <c>library.json</c>.</summary>
public sealed record SchoolYear
{
    /// <summary>The bell schedule of a day about which nothing else is said; null takes "normal", or the first there is.</summary>
    public string? DefaultSchedule { get; init; }

    /// <summary>The school days of the week, each with the name of its schedule or null for the default; empty is Monday to Friday.</summary>
    public IReadOnlyDictionary<DayOfWeek, string?> Weekdays { get; init; } = new Dictionary<DayOfWeek, string?>();

    /// <summary>The cycle of days, A and B or 1 to 6; null where there is none.</summary>
    public DayCycle? Cycle { get; init; }

    /// <summary>Dates on which another schedule holds. One that falls on a weekend makes that day a school day.</summary>
    public IReadOnlyList<SpecialDay> SpecialDays { get; init; } = [];

    /// <summary>Quarters, semesters, terms; a semester and its quarters may overlap, the shortest is a date's own.</summary>
    public IReadOnlyList<SchoolTerm> Terms { get; init; } = [];
}

/// <summary>Days that take turns.</summary>
/// <param name="Days">Their names in order, "A", "B".</param>
/// <param name="StartsOn">A school day that is the first of them.</param>
/// <param name="SkipsClosedDays">True where a closed weekday does not use up a day of the cycle; false where it does.</param>
public sealed record DayCycle(IReadOnlyList<string> Days, DateOnly StartsOn, bool SkipsClosedDays = true)
{
    /// <summary>The bell schedule of a day of the cycle, by its name; it goes before the weekday's.</summary>
    public IReadOnlyDictionary<string, string> Schedules { get; init; } = new Dictionary<string, string>();
}

/// <summary>A date that is different.</summary>
/// <param name="Date">On the school's calendar.</param>
/// <param name="Schedule">The name of the bell schedule that holds.</param>
/// <param name="Reason">Why, by language; null where the schedule's name says it.</param>
public sealed record SpecialDay(DateOnly Date, string Schedule, IReadOnlyDictionary<string, string>? Reason = null);

/// <summary>A quarter, semester or term, both ends included; its name by language.</summary>
public sealed record SchoolTerm(IReadOnlyDictionary<string, string> Name, DateOnly From, DateOnly To);

/// <summary>What is different at one of several schools; null where nothing is.</summary>
public sealed record ServedSchool
{
    /// <summary>Its own bell schedules.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<BellPeriod>>? BellSchedules { get; init; }

    /// <summary>Its own closed days.</summary>
    public IReadOnlyList<ClosedDay>? ClosedDays { get; init; }

    /// <summary>Its own school days, cycle, special days and terms.</summary>
    public SchoolYear? Calendar { get; init; }
}
