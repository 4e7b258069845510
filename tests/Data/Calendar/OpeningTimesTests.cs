using System.Globalization;
using LibraryBot.Data.Calendar;

namespace LibraryBot.Tests.Data.Calendar;

public sealed class OpeningTimesTests
{
    private static readonly LibraryProfile Sample = LibraryProfile.LoadSample();

    [Theory]
    [InlineData("2026-10-14T07:30-05:00")]
    [InlineData("2026-10-14T12:00-05:00")]
    [InlineData("2026-10-14T17:29-05:00")]
    public void ItIsOpenFromTheMinuteItOpens(string now)
    {
        var open = Assert.IsType<OpenNow.Open>(At(now).Now());

        Assert.Equal(Instant("2026-10-14T17:30-05:00"), open.Until);
        Assert.Equal(TimeSpan.FromHours(-5), open.Until.Offset);
    }

    [Theory]
    [InlineData("2026-10-14T07:29-05:00", "2026-10-14T07:30-05:00")]
    [InlineData("2026-10-14T17:30-05:00", "2026-10-15T07:30-05:00")]
    [InlineData("2026-10-16T15:00-05:00", "2026-10-19T07:30-05:00")]
    [InlineData("2026-10-17T12:00-05:00", "2026-10-19T07:30-05:00")]
    [InlineData("2026-10-30T18:00-05:00", "2026-11-02T07:30-06:00")]
    public void OutsideHoursTheNextOpeningIsNamed(string now, string next)
    {
        var closed = Assert.IsType<OpenNow.Closed>(At(now).Now());

        Assert.Equal(Instant(next), closed.Next);
        Assert.Null(closed.Reason);
    }

    [Fact]
    public void TheSchoolsDayIsNotTheServersDay() =>
        Assert.Equal(new DateOnly(2026, 10, 14), At("2026-10-15T04:59Z").Today);

    [Fact]
    public void OnAClosedDayTheReasonIsGivenAndTheDayAfterTheBreakIsNext()
    {
        var closed = Assert.IsType<OpenNow.Closed>(At("2026-12-29T10:00-06:00").Now());

        Assert.Equal("winter break", closed.Reason!.In("en"));
        Assert.Equal("vacaciones de invierno", closed.Reason!.In("es"));
        Assert.Equal(Instant("2027-01-05T07:30-06:00"), closed.Next);
    }

    [Fact]
    public void ADayWithHoursIsOpen() =>
        Assert.Equal(
            new OpenOnDay.Open(new DateOnly(2026, 10, 16), new TimeOnly(7, 30), new TimeOnly(15, 0)),
            At("2026-10-14T12:00Z").On(new DateOnly(2026, 10, 16)));

    [Fact]
    public void OnASaturdayItIsClosedWithoutAReason()
    {
        var closed = Assert.IsType<OpenOnDay.Closed>(At("2026-10-14T12:00Z").On(new DateOnly(2026, 10, 17)));

        Assert.Null(closed.Reason);
        Assert.Equal(new DateOnly(2026, 10, 19), closed.NextOpenDay);
    }

    [Theory]
    [InlineData("2026-11-24", true)]
    [InlineData("2026-11-25", false)]
    [InlineData("2026-11-27", false)]
    [InlineData("2026-11-30", true)]
    public void BothEndsOfABreakAreClosed(string day, bool open) =>
        Assert.Equal(open, At("2026-10-14T12:00Z").On(DateOnly.Parse(day, CultureInfo.InvariantCulture)) is OpenOnDay.Open);

    [Fact]
    public void AfterTheSummerItOpensAgain()
    {
        var closed = Assert.IsType<OpenOnDay.Closed>(At("2027-06-01T12:00Z").On(new DateOnly(2027, 6, 5)));

        Assert.Equal(new DateOnly(2027, 8, 17), closed.NextOpenDay);
    }

    [Fact]
    public void ALibraryWithoutHoursNeverOpens()
    {
        var closed = Assert.IsType<OpenNow.Closed>(new OpeningTimes(Sample with { Hours = new Dictionary<DayOfWeek, OpeningHours>() }, new FixedClock("2026-10-14T12:00Z")).Now());

        Assert.Null(closed.Next);
    }

    [Theory]
    // On 1 November 2026 clocks in Chicago go back at 02:00, so 01:30 comes twice: at 06:30 and 07:30 UTC.
    [InlineData("01:30", "05:00", "2026-11-01T06:29Z", false)]
    [InlineData("01:30", "05:00", "2026-11-01T06:30Z", true)]
    [InlineData("01:30", "05:00", "2026-11-01T07:10Z", true)]
    [InlineData("00:30", "01:30", "2026-11-01T07:29Z", true)]
    [InlineData("00:30", "01:30", "2026-11-01T07:30Z", false)]
    // On 14 March 2027 they go forward from 02:00 to 03:00 at 08:00 UTC, so 02:30 never comes and counts as 03:30.
    [InlineData("02:30", "05:00", "2027-03-14T08:29Z", false)]
    [InlineData("02:30", "05:00", "2027-03-14T08:30Z", true)]
    [InlineData("01:00", "02:30", "2027-03-14T08:29Z", true)]
    [InlineData("01:00", "02:30", "2027-03-14T08:30Z", false)]
    public void AChangeOfTheClockNeitherSkipsNorRepeatsAnOpening(string opens, string closes, string now, bool open)
    {
        var nightOwls = Sample with
        {
            Hours = new Dictionary<DayOfWeek, OpeningHours>
            {
                [DayOfWeek.Sunday] = new(TimeOnly.Parse(opens, CultureInfo.InvariantCulture), TimeOnly.Parse(closes, CultureInfo.InvariantCulture)),
            },
        };

        Assert.Equal(open, new OpeningTimes(nightOwls, new FixedClock(now)).Now() is OpenNow.Open);
    }

    private static OpeningTimes At(string now) => new(Sample, new FixedClock(now));

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    private sealed class FixedClock(string now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Instant(now).ToUniversalTime();
    }
}
