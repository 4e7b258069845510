using LibraryBot.Data.Calendar;

namespace LibraryBot.Tests.Data.Calendar;

public sealed class SchoolCalendarTests
{
    private static readonly BellPeriod[] s_normal =
    [
        new("1st period", new TimeOnly(8, 0), new TimeOnly(9, 0)), new("Lunch", new TimeOnly(12, 0), new TimeOnly(12, 30)),
        new("Block B", new TimeOnly(13, 0), new TimeOnly(14, 0)) { Number = 2 },
    ];

    private static readonly BellPeriod[] s_late = [new("1st period", new TimeOnly(10, 0), new TimeOnly(10, 30)), new("2nd period", new TimeOnly(11, 0), new TimeOnly(11, 30))];

    private static Dictionary<string, string> Named(string name) => new() { ["en"] = name };

    private static DateOnly Day(int year, int month, int day) => new(year, month, day);

    private static LibraryProfile Profile(bool skips = true) => new()
    {
        Name = "L",
        School = "Oak",
        TimeZone = "America/Chicago",
        BellSchedules = new Dictionary<string, IReadOnlyList<BellPeriod>> { ["late"] = s_late, ["normal"] = s_normal },
        ClosedDays =
        [
            new ClosedDay(Day(2026, 12, 21), Day(2027, 1, 1), Named("winter break")),
            new ClosedDay(Day(2026, 12, 24), Day(2026, 12, 25), Named("Christmas")),
            new ClosedDay(Day(2026, 9, 7), Day(2026, 9, 7), Named("Labor Day")),
        ],
        Calendar = new SchoolYear
        {
            Weekdays = new Dictionary<DayOfWeek, string?>
            {
                [DayOfWeek.Monday] = null,
                [DayOfWeek.Tuesday] = null,
                [DayOfWeek.Wednesday] = "late",
                [DayOfWeek.Thursday] = null,
                [DayOfWeek.Friday] = null,
            },
            Cycle = new DayCycle(["A", "B"], Day(2026, 9, 1), skips),
            SpecialDays = [new SpecialDay(Day(2026, 9, 10), "late"), new SpecialDay(Day(2026, 9, 12), "late", Named("open house"))],
            Terms =
            [
                new SchoolTerm(Named("fall semester"), Day(2026, 9, 1), Day(2026, 12, 18)),
                new SchoolTerm(Named("first quarter"), Day(2026, 9, 1), Day(2026, 10, 16)),
            ],
        },
        Schools = new Dictionary<string, ServedSchool>
        {
            ["Elm"] = new() { Calendar = new SchoolYear { DefaultSchedule = "late" }, ClosedDays = [new ClosedDay(Day(2026, 9, 2), Day(2026, 9, 2), Named("Elm fair"))] },
        },
    };

    [Theory]
    [InlineData("2026-09-08", "normal")] // Tuesday
    [InlineData("2026-09-09", "late")] // Wednesdays are late
    [InlineData("2026-09-10", "late")] // a special Thursday
    [InlineData("2026-09-12", "late")] // a Saturday with school
    [InlineData("2026-09-13", null)] // Sunday
    [InlineData("2026-09-07", null)] // Labor Day
    public void ADateHasItsSchedule(string date, string? expected) =>
        Assert.Equal(expected, new SchoolCalendar(Profile()).ScheduleOn(DateOnly.ParseExact(date, "yyyy-MM-dd", null))?.Name);

    [Theory]
    [InlineData("2026-08-31", true, null)]
    [InlineData("2026-09-01", true, "A")]
    [InlineData("2026-09-04", true, "B")]
    [InlineData("2026-09-07", true, null)]
    [InlineData("2026-09-08", true, "A")] // Labor Day used up none
    [InlineData("2026-09-08", false, "B")] // it did
    [InlineData("2026-12-18", true, "B")]
    [InlineData("2027-01-04", true, "A")] // two weeks and the Christmas inside them are skipped once
    [InlineData("2027-01-04", false, "B")]
    [InlineData("2027-01-05", false, "A")]
    public void TheCycleGoesOnAfterClosedDays(string date, bool skips, string? expected) =>
        Assert.Equal(expected, new SchoolCalendar(Profile(skips)).CycleDayOn(DateOnly.ParseExact(date, "yyyy-MM-dd", null)));

    [Fact]
    public void TheCycleIsTheSameCountedDayByDay()
    {
        var calendar = new SchoolCalendar(Profile());
        var turn = 0;
        for (var date = Day(2026, 9, 1); date < Day(2027, 6, 1); date = date.AddDays(1))
        {
            if (calendar.IsSchoolDay(date) && date.DayOfWeek != DayOfWeek.Saturday)
            {
                Assert.Equal(turn++ % 2 == 0 ? "A" : "B", calendar.CycleDayOn(date));
            }
            else
            {
                Assert.Null(calendar.CycleDayOn(date));
            }
        }
    }

    [Fact]
    public void PeriodsAreInstantsOnBothSidesOfAChangeOfTheClock()
    {
        var calendar = new SchoolCalendar(Profile());

        Assert.Equal(new DateTimeOffset(2026, 10, 30, 13, 0, 0, TimeSpan.Zero), calendar.PeriodsOn(Day(2026, 10, 30))[0].Start);
        Assert.Equal(new DateTimeOffset(2026, 11, 2, 14, 0, 0, TimeSpan.Zero), calendar.PeriodsOn(Day(2026, 11, 2))[0].Start);
        Assert.Equal(TimeSpan.Zero, calendar.PeriodsOn(Day(2026, 11, 2))[0].Start.Offset);
    }

    [Fact]
    public void AnHourThatComesTwiceIsWholeAndASkippedOneCountsFromWhereTheClockLands()
    {
        var calendar = new SchoolCalendar(Profile());
        var twice = Day(2026, 11, 1);
        var skipped = Day(2027, 3, 14);

        Assert.Equal(TimeSpan.FromHours(2), calendar.Ending(twice, new TimeOnly(2, 0)) - calendar.Beginning(twice, new TimeOnly(1, 0)));
        Assert.Equal(TimeSpan.FromMinutes(90), calendar.Ending(twice, new TimeOnly(1, 30)) - calendar.Beginning(twice, new TimeOnly(1, 0)));
        Assert.Equal(new DateTimeOffset(2027, 3, 14, 8, 30, 0, TimeSpan.Zero), calendar.Beginning(skipped, new TimeOnly(2, 30)));
    }

    [Fact]
    public void SchoolDaysAreFoundOverBreaksAndTheYearsEnd()
    {
        var calendar = new SchoolCalendar(Profile());

        Assert.Equal(Day(2027, 1, 4), calendar.NextSchoolDay(Day(2026, 12, 18)));
        Assert.Equal(Day(2026, 12, 18), calendar.PreviousSchoolDay(Day(2027, 1, 4)));
        Assert.Null(calendar.NextSchoolDay(DateOnly.MaxValue));
        Assert.Equal("winter break", (calendar.On(Day(2026, 12, 21)) as SchoolDay.Closed)?.Closure?.Reason["en"]);
        Assert.Null(Assert.IsType<SchoolDay.Closed>(calendar.On(Day(2026, 9, 13))).Closure);
    }

    [Fact]
    public void ADateIsInItsShortestTerm()
    {
        var calendar = new SchoolCalendar(Profile());

        Assert.Equal("first quarter", calendar.TermOn(Day(2026, 10, 16))?.Name["en"]);
        Assert.Equal("fall semester", calendar.TermOn(Day(2026, 10, 17))?.Name["en"]);
        Assert.Null(calendar.TermOn(Day(2026, 12, 19)));
    }

    [Fact]
    public void AServedSchoolHasItsOwnDaysAndSharesTheRest()
    {
        var elm = new SchoolCalendar(Profile(), "elm");

        Assert.Equal("Elm", elm.School);
        Assert.False(elm.IsSchoolDay(Day(2026, 9, 2)));
        Assert.True(elm.IsSchoolDay(Day(2026, 9, 7)));
        Assert.Equal("late", elm.ScheduleOn(Day(2026, 9, 7))?.Name);
        Assert.Equal("Oak", new SchoolCalendar(Profile(), "Nowhere").School);
    }

    [Fact]
    public void AFileWithoutACalendarHasSchoolFromMondayToFriday()
    {
        var calendar = new SchoolCalendar(Profile() with { Calendar = null, ClosedDays = [] });

        Assert.True(calendar.IsSchoolDay(Day(2024, 2, 29)));
        Assert.False(calendar.IsSchoolDay(Day(2024, 3, 2)));
        Assert.Equal("normal", calendar.ScheduleOn(Day(2024, 2, 29))?.Name);
        Assert.Equal(2, BellSchedule.NumberOf(calendar.ScheduleOn(Day(2024, 2, 29))!.Periods[2]));
    }

    [Fact]
    public void TheSampleSchoolHasABelievableYear()
    {
        var calendar = new SchoolCalendar(LibraryProfile.LoadSample());

        Assert.Equal("early release", calendar.ScheduleOn(Day(2026, 12, 18))?.Name);
        Assert.Equal("A", calendar.CycleDayOn(Day(2026, 8, 17)));
        Assert.Equal("second quarter", calendar.TermOn(Day(2026, 12, 1))?.Name["en"]);
        Assert.Equal(7, calendar.ScheduleOn(Day(2026, 12, 1))!.Periods.Max(period => BellSchedule.NumberOf(period)));
    }
}
