namespace LibraryBot.Data.Calendar.Said;

/// <summary>When and for whom a sentence was said.</summary>
/// <param name="Now">What the wall clock showed.</param>
/// <param name="School">The school whose periods and holidays are meant; null where times are only times.</param>
/// <param name="DayFirst">Whether 3/4 is the third of April.</param>
internal sealed record SaidMoment(DateTime Now, SchoolCalendar? School, bool DayFirst)
{
    /// <summary>The school's names; null where there is none.</summary>
    public SchoolNames? Names { get; init; }

    public DateOnly Today => DateOnly.FromDateTime(Now);

    /// <summary>The Monday of a date's week: a week begins on Monday (ISO 8601).</summary>
    public static DateOnly? Monday(DateOnly date) => Shift(date, 3, -(((int)date.DayOfWeek + 6) % 7));

    /// <summary>A date so many units later, null outside the years there are. School days are counted where there is a school.</summary>
    public static DateOnly? Shift(DateOnly date, int unit, int count)
    {
        try
        {
            return unit switch
            {
                3 => date.AddDays(count),
                5 or 9 => date.AddDays(7 * count),
                10 => date.AddDays(14 * count),
                6 => date.AddMonths(count),
                11 => date.AddMonths(3 * count),
                7 => date.AddYears(count),
                _ => null,
            };
        }
        catch (ArgumentOutOfRangeException)
        {
            return null;
        }
    }

    /// <summary>As <see cref="Shift"/>, school days too.</summary>
    public DateOnly? Later(DateOnly date, int unit, int count)
    {
        if (unit != 4)
        {
            return Shift(date, unit, count);
        }

        DateOnly? day = date;
        for (var step = 0; step < Math.Abs(count) && step < 400 && day is { } from; step++)
        {
            day = School is { } school
                ? count > 0 ? school.NextSchoolDay(from) : school.PreviousSchoolDay(from)
                : from.DayOfWeek switch
                {
                    DayOfWeek.Friday when count > 0 => Shift(from, 3, 3),
                    DayOfWeek.Saturday when count > 0 => Shift(from, 3, 2),
                    DayOfWeek.Monday when count < 0 => Shift(from, 3, -3),
                    DayOfWeek.Sunday when count < 0 => Shift(from, 3, -2),
                    _ => Shift(from, 3, Math.Sign(count)),
                };
        }

        return day;
    }

    /// <summary>The day of a month and year there is; null for February 30.</summary>
    public static DateOnly? Make(int year, int month, int day) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;
}
