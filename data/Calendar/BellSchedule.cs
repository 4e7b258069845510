namespace LibraryBot.Data.Calendar;

/// <summary>A kind of school day: its name and its periods in the order of the day.</summary>
public sealed record BellSchedule(string Name, IReadOnlyList<BellPeriod> Periods)
{
    /// <summary>When the first period starts; the periods are never none.</summary>
    public TimeOnly Starts => Periods[0].Starts;

    /// <summary>When the last period ends.</summary>
    public TimeOnly Ends => Periods[^1].Ends;

    /// <summary>The period with a number, null where this kind of day has none.</summary>
    public BellPeriod? Numbered(int number) => Periods.FirstOrDefault(period => NumberOf(period) == number);

    /// <summary>The number of a period: the one it was given, or the one in its name ("3rd period", "Period 3").</summary>
    public static int? NumberOf(BellPeriod period)
    {
        if (period.Number is { } given)
        {
            return given;
        }

        var digits = period.Name.SkipWhile(character => !char.IsAsciiDigit(character)).TakeWhile(char.IsAsciiDigit).ToArray();
        return digits.Length is 1 or 2 ? int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture) : null;
    }
}

/// <summary>A period on a date.</summary>
/// <param name="Period">Which.</param>
/// <param name="Start">Its first instant, in UTC.</param>
/// <param name="End">The instant it ends, in UTC, no longer part of it.</param>
public sealed record PeriodTime(BellPeriod Period, DateTimeOffset Start, DateTimeOffset End);

/// <summary>What a date is to the school.</summary>
/// <param name="Date">The date.</param>
public abstract record SchoolDay(DateOnly Date)
{
    /// <summary>A school day.</summary>
    /// <param name="Date">The date.</param>
    /// <param name="Schedule">The bell schedule that holds; null where the school has given none.</param>
    /// <param name="CycleDay">Its day of the cycle, null without a cycle and before the cycle begins.</param>
    public sealed record Open(DateOnly Date, BellSchedule? Schedule, string? CycleDay) : SchoolDay(Date);

    /// <summary>No school.</summary>
    /// <param name="Date">The date.</param>
    /// <param name="Closure">The closed days it is one of; null on a weekend.</param>
    public sealed record Closed(DateOnly Date, ClosedDay? Closure) : SchoolDay(Date);
}
