namespace LibraryBot.Data.Calendar.Said;

/// <summary>A time of day somebody named; on which day it is comes from elsewhere.</summary>
internal abstract record TimeSaid
{
    /// <summary>A time on the clock, or from one to another.</summary>
    /// <param name="Start">Minutes since midnight.</param>
    /// <param name="End">Minutes since midnight, more than 1440 past it; null where none was said.</param>
    public sealed record Clock(int Start, int? End) : TimeSaid
    {
        /// <summary>The other half of the day it may mean, where the school's day does not tell.</summary>
        public int? OtherStart { get; init; }

        /// <summary>Open at its end ("after 2").</summary>
        public bool After { get; init; }

        /// <summary>Open at its beginning ("before 5pm"); <see cref="Start"/> is when it ends.</summary>
        public bool Before { get; init; }
    }

    /// <summary>A part of the day: 1 morning, 2 afternoon, 3 evening, 4 night.</summary>
    public sealed record Part(int Which) : TimeSaid;

    /// <summary>Periods by what they are called; one after another they are one time.</summary>
    public sealed record Periods(IReadOnlyList<PeriodSaid> From, PeriodSaid? To = null) : TimeSaid;

    /// <summary>Between the end of one and the beginning of the other.</summary>
    public sealed record BetweenPeriods(PeriodSaid First, PeriodSaid Second) : TimeSaid;

    /// <summary>From the end of a period, or from the last bell.</summary>
    public sealed record AfterPeriod(PeriodSaid? Period) : TimeSaid;

    /// <summary>Until the beginning of a period, or until the first bell.</summary>
    public sealed record BeforePeriod(PeriodSaid? Period) : TimeSaid;

    /// <summary>From the first bell to the last.</summary>
    public sealed record AllDay : TimeSaid;

    /// <summary>From now to the last bell.</summary>
    public sealed record RestOfDay : TimeSaid;

    /// <summary>What cannot be: 25 o'clock.</summary>
    public sealed record Impossible : TimeSaid;

    /// <summary>One or another.</summary>
    public sealed record Either(IReadOnlyList<TimeSaid> Times) : TimeSaid;

    /// <summary>One and another.</summary>
    public sealed record Several(IReadOnlyList<TimeSaid> Times) : TimeSaid;

    /// <summary>This instant.</summary>
    public sealed record RightNow : TimeSaid;
}

/// <summary>A period by what it was called.</summary>
/// <param name="Number">Its number; null where it was called by name or place.</param>
/// <param name="Name">Its name or alias, plain; null where it has a number.</param>
/// <param name="Place">Its place: the first of the day, the last, the one now, the one after.</param>
internal sealed record PeriodSaid(int? Number = null, string? Name = null, PeriodPlace Place = PeriodPlace.Said);

/// <summary>Where a period is in the day.</summary>
internal enum PeriodPlace
{
    Said, First, Last, Now, Next,
}
