using LibraryBot.Data.Calendar;

namespace LibraryBot.Tests.Data.Calendar;

public sealed class SchoolTimeParserTests
{
    private static readonly SchoolCalendar s_school = new(LibraryProfile.LoadSample());

    private static DateTimeOffset Utc(int year, int month, int day, int hour, int minute = 0) => new(year, month, day, hour, minute, 0, TimeSpan.Zero);

    private static SchoolTimeReading Read(string text, DateTimeOffset? now = null, string language = "en") =>
        new SchoolTimeParser(s_school).Read(text, now ?? Utc(2026, 12, 2, 13, 45), language);

    private static SchoolInterval Single(SchoolTimeReading reading) => Assert.Single(Assert.IsType<SchoolTime.Found>(reading.Time).Intervals);

    [Theory]
    [InlineData("15 chromebooks tomorrow 3rd period and the makerspace", "15 chromebooks and the makerspace")]
    [InlineData("3rd period I need 15 chromebooks tomorrow", "I need 15 chromebooks")]
    [InlineData("necesito 5 cámaras mañana a las 2 y media", "necesito 5 cámaras")]
    [InlineData("books for 3rd grade", "books for 3rd grade")]
    public void WhatSaysWhenCanBeTakenOutOfTheSentence(string sentence, string rest) => Assert.Equal(rest, Read(sentence).WithoutTimes(sentence));

    [Fact]
    public void AnIntervalKnowsItsDateAndItsPeriods()
    {
        var interval = Single(Read("tomorrow periods 2-3"));

        Assert.Equal(new DateOnly(2026, 12, 3), interval.Date);
        Assert.Equal(["2nd period", "3rd period"], interval.Periods.Select(period => period.Name));
        Assert.Equal(Utc(2026, 12, 3, 15, 10), interval.Start);
        Assert.Equal(TimeSpan.Zero, interval.Start.Offset);
    }

    [Theory]
    [InlineData("3rd period on October 30", 15)]
    [InlineData("3rd period on November 2", 16)]
    public void APeriodIsAtItsHourOnBothSidesOfAChangeOfTheClock(string text, int hour)
    {
        var start = Single(Read(text, Utc(2026, 10, 29, 12))).Start;

        Assert.Equal(hour, start.Hour);
        Assert.Equal(5, start.Minute);
    }

    [Fact]
    public void ATwoHourDelayMovesThePeriods()
    {
        var profile = LibraryProfile.LoadSample();
        var delayed = new SchoolCalendar(profile with { Calendar = profile.Calendar! with { SpecialDays = [new SpecialDay(new DateOnly(2026, 12, 3), "two-hour delay")] } });

        var reading = new SchoolTimeParser(delayed).Read("tomorrow 3rd period", Utc(2026, 12, 2, 13, 45), "en");

        Assert.Equal(Utc(2026, 12, 3, 18, 10), Single(reading).Start);
    }

    [Fact]
    public void ASeriesNamesTheClosedDaysItLeavesOut()
    {
        var found = Assert.IsType<SchoolTime.Found>(Read("every Monday period 2 until January 11").Time);

        Assert.Equal([7, 14, 11], found.Intervals.Select(interval => interval.Date.Day));
        Assert.Equal(["winter break", "winter break", "a teacher workday"], found.LeftOut.Select(day => day.Closure!.Reason["en"]));
        Assert.False(found.OpenEnded);
    }

    [Fact]
    public void ASeriesWithoutAnEndGoesToTheEndOfTheSemester()
    {
        var found = Assert.IsType<SchoolTime.Found>(Read("Mondays 2nd period").Time);

        Assert.True(found.OpenEnded);
        Assert.Equal(new DateOnly(2026, 12, 14), found.Intervals[^1].Date);
    }

    [Fact]
    public void APeriodThatIsOverIsPastAndTheNextIsKnown()
    {
        var past = Assert.IsType<SchoolTime.Past>(Read("today 3rd period", Utc(2026, 12, 2, 20)).Time);

        Assert.Equal(new DateOnly(2026, 12, 3), past.Next?.Date);
        Assert.Equal(new DateOnly(2026, 12, 3), Single(Read("3rd period", Utc(2026, 12, 2, 20))).Date);
        Assert.Equal(new DateOnly(2026, 12, 9), Single(Read("Wednesday 3rd period", Utc(2026, 12, 2, 20))).Date);
    }

    [Fact]
    public void AClosedDayHasItsNameAndTheNextSchoolDay()
    {
        var closed = Assert.IsType<SchoolTime.Closed>(Read("December 22 3rd period").Time);

        Assert.Equal("winter break", closed.Day.Closure?.Reason["en"]);
        Assert.Equal(new DateOnly(2027, 1, 5), closed.NextSchoolDay);
    }

    [Theory]
    [InlineData("period 12 tomorrow", InvalidTime.Period)]
    [InlineData("25 o'clock", InvalidTime.Clock)]
    [InlineData("Feb 30", InvalidTime.Date)]
    public void WhatCannotBeIsInvalidInItsOwnWords(string text, InvalidTime why)
    {
        var invalid = Assert.IsType<SchoolTime.Invalid>(Read(text).Time);

        Assert.Equal(why, invalid.Why);
        Assert.Equal(text, invalid.Said);
    }

    [Fact]
    public void AnHourWithoutAnEndSaysSo()
    {
        Assert.False(Single(Read("tomorrow at 2")).EndSaid);
        Assert.True(Single(Read("tomorrow at 2 for 45 minutes")).EndSaid);
    }

    [Fact]
    public void AYearsEndAndALeapDayAreDates()
    {
        var plain = new SchoolCalendar(LibraryProfile.LoadSample() with { ClosedDays = [] });

        Assert.Equal(new DateOnly(2027, 1, 1), Single(new SchoolTimeParser(plain).Read("tomorrow", Utc(2026, 12, 31, 18), "en")).Date);
        Assert.Equal(new DateOnly(2028, 2, 29), Single(new SchoolTimeParser(plain).Read("Feb 29", Utc(2027, 6, 1, 18), "en")).Date);
        Assert.Equal(new DateOnly(2026, 12, 4), Single(Read("4/12", null, "es")).Date);
    }

    [Fact]
    public void NoTextWhateverItIsThrows()
    {
        var random = new Random(20261127);
        string[] words =
        [
            "every", "other", "monday", "lunes", "until", "hasta", "3rd", "period", "periodo", "from", "to", "between", "and", "or", "at", "2", "25", ":", "30", "/", "-", ".", ",", "feb",
            "week", "semana", "next", "last", "year", "ago", "in", "9999", "99999999", "a", "A", "day", "days", "of", "the", "before", "since", "after", "school", "half", "past", "quarter", "pm",
            "for", "hours", "minutes", "months", "\u200f\u05d0\u05d1", "\U0001F600", "\uD83D", "e\u0301", "\u0301", "º", "first", "thing", "this", "q1", "2026", "0000", "easter", "-1", "٣",
        ];
        for (var sentence = 0; sentence < 3000; sentence++)
        {
            var text = string.Join(random.Next(4) == 0 ? "" : " ", Enumerable.Range(0, random.Next(1, 14)).Select(_ => words[random.Next(words.Length)]));
            var language = sentence % 2 == 0 ? "en" : "es";
            var reading = Read(text, Utc(random.Next(3, 9990), 1 + random.Next(12), 28, 5), language);
            Assert.All(reading.Spans, span => Assert.InRange(span.Start + span.Length, 1, text.Length));
            Assert.All(TimeMentions.Read(text, new DateTime(random.Next(1, 9999), 1 + random.Next(12), 28), language), mention => Assert.True(mention.Span.Length > 0));
        }

        foreach (var each in (string[])["", " ", "\0", new string('1', 100_000), string.Concat(Enumerable.Repeat("every monday at 2 or ", 5_000)), new string('\uD800', 100_000), string.Concat(Enumerable.Repeat("a b ", 25_000))])
        {
            Assert.NotNull(Read(each));
        }
    }
}
