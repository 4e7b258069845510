namespace LibraryBot.Data.Calendar.Said;

/// <summary>A date or a run of dates somebody named.</summary>
/// <param name="From">The first.</param>
/// <param name="To">The last, part of it.</param>
internal sealed record DateSaid(DateOnly From, DateOnly To)
{
    public DateSaid(DateOnly date)
        : this(date, date)
    {
    }

    /// <summary>Whether it is one day by its nature, not a run that happens to be a day long.</summary>
    public bool IsDay { get; init; } = true;

    /// <summary>Open at its end ("since Monday") or at its beginning ("before Friday").</summary>
    public bool Since { get; init; }

    /// <summary>Open at its beginning; <see cref="DateSaid.From"/> is the first day no longer meant.</summary>
    public bool Before { get; init; }

    /// <summary>A weekday without a date: it comes every week.</summary>
    public bool Weekly { get; init; }

    /// <summary>A day and month without a year: it comes every year.</summary>
    public bool Yearly { get; init; }

    /// <summary>A month was said, with or without its day ("April", "from May").</summary>
    public int Month { get; init; }

    /// <summary>Whether a year was said.</summary>
    public bool YearSaid { get; init; }

    /// <summary>Both its ends were said: "from the 3rd to the 5th".</summary>
    public bool BothSaid { get; init; }

    /// <summary>It cannot be: February 30.</summary>
    public bool Impossible { get; init; }

    /// <summary>What else it may mean.</summary>
    public DateSaid? Other { get; init; }

    /// <summary>A weekday out of it, where it is a week: "next week Monday".</summary>
    public bool IsWeek { get; init; }

    public static DateSaid Days(DateOnly from, DateOnly to) => new(from, to) { IsDay = false };
}
