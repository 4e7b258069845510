using LibraryBot.Data.Equipment;
using LibraryBot.Tests.Support;
using static LibraryBot.Tests.Data.Equipment.EquipmentFixture;

namespace LibraryBot.Tests.Data.Equipment;

public sealed class BookingRulesTests
{
    [Fact]
    public async Task WhatCannotBeMeantIsRefusedWithItsReason()
    {
        await using var school = await NewAsync(DatabaseKind.Sqlite);

        Assert.IsType<BookingOutcome.InPast>(await school.BookAsync("makerspace", day: 11));
        Assert.IsType<BookingOutcome.InPast>(await school.BookAsync("makerspace", day: 14, from: 6.5, to: 9));
        Assert.IsType<BookingOutcome.Booked>(await school.BookAsync("makerspace", day: 14, from: 7.5, to: 9));
        Assert.IsType<BookingOutcome.TooShort>(await school.BookAsync("makerspace", from: 10, to: 10 + (2 / 60d)));
        Assert.IsType<BookingOutcome.TooShort>(await school.BookAsync("makerspace", from: 11, to: 10));
        Assert.IsType<BookingOutcome.TooLong>(await school.BookAsync("makerspace", from: 10, to: 10 + (24 * 730)));
        Assert.IsType<BookingOutcome.TooFarAhead>(await school.BookAsync("makerspace", from: 10 + (24 * 730), to: 11 + (24 * 730)));
        Assert.IsType<BookingOutcome.OutsideHours>(await school.BookAsync("makerspace", from: 3, to: 4));
        Assert.IsType<BookingOutcome.OutsideHours>(await school.BookAsync("makerspace", from: 21, to: 23));
        Assert.IsType<BookingOutcome.TooLong>(await school.Desk.BookAsync(
            new BookingRequest(school.Person("teacher"), [new BookingItem(school["makerspace"])], At(15, 10), DateTimeOffset.MaxValue), default));
        Assert.IsType<BookingOutcome.InPast>(await school.Desk.BookAsync(
            new BookingRequest(school.Person("teacher"), [new BookingItem(school["makerspace"])], DateTimeOffset.MinValue, At(15, 10)), default));
        Assert.IsType<BookingOutcome.NothingToBook>(await school.Desk.BookAsync(new BookingRequest(school.Person("teacher"), [], At(15, 10), At(15, 11)), default));
        Assert.IsType<BookingOutcome.NoSuchResource>(await school.Desk.BookAsync(new BookingRequest(school.Person("teacher"), [new BookingItem(99)], At(15, 10), At(15, 11)), default));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-3)]
    [InlineData(61)]
    [InlineData(1_000_000)]
    [InlineData(int.MaxValue)]
    public async Task NoNumberOfThingsThatIsNotThere(int quantity)
    {
        await using var school = await NewAsync(DatabaseKind.Sqlite);

        var refused = Assert.IsType<BookingOutcome.NotThatMany>(await school.BookAsync("chromebooks", quantity));

        Assert.Equal((quantity, 60), (refused.Asked, refused.Total));
    }

    [Fact]
    public async Task ClosedDaysAndWeekendsAreSaidWithTheNextSchoolDay()
    {
        await using var school = await NewAsync(DatabaseKind.Sqlite);

        var saturday = Assert.IsType<BookingOutcome.Closed>(await school.BookAsync("makerspace", day: 19));
        Assert.Null(saturday.Day.Closure);
        Assert.Equal(new DateOnly(2026, 9, 21), saturday.NextSchoolDay);

        var holiday = Assert.IsType<BookingOutcome.Closed>(await school.BookAsync("makerspace", day: 15, from: 10 + (24 * 27), to: 11 + (24 * 27)));
        Assert.Equal("Indigenous Peoples' Day", holiday.Day.Closure!.Reason["en"]);

        // Over a weekend something may stay out.
        Assert.IsType<BookingOutcome.Booked>(await school.BookAsync("camera", day: 18, from: 14, to: 10 + (24 * 3)));
    }

    [Fact]
    public async Task WhoMayNotBookSomethingIsToldSo()
    {
        await using var school = await NewAsync(DatabaseKind.Sqlite);

        Assert.Equal("makerspace", Assert.IsType<BookingOutcome.NotAllowed>(await school.BookAsync("makerspace", person: "student")).Resource!.Key);
        Assert.IsType<BookingOutcome.Booked>(await school.BookAsync("chromebooks", person: "student"));
        Assert.Null(Assert.IsType<BookingOutcome.NotAllowed>(await school.BookAsync("chromebooks", person: "visitor")).Resource);
        Assert.IsType<BookingOutcome.Booked>(await school.BookAsync("makerspace", person: "librarian"));
    }

    [Fact]
    public async Task OnBehalfOfSomebodyBothStandInTheBooking()
    {
        await using var school = await NewAsync(DatabaseKind.Sqlite);

        var booked = Assert.IsType<BookingOutcome.Booked>(await school.BookAsync("chromebooks", person: "student", onBehalfBy: "teacher")).Booking;
        Assert.Equal((school.Person("student"), school.Person("teacher")), (booked.PersonId, booked.BookedById));
        Assert.IsType<BookingOutcome.NotAllowed>(await school.BookAsync("chromebooks", person: "teacher", onBehalfBy: "student"));
        Assert.IsType<BookingOutcome.NotAllowed>(await school.BookAsync("chromebooks", person: "visitor", onBehalfBy: "teacher"));
    }

    [Fact]
    public async Task TheLimitsOfAResourceHoldForAllButTheLibrarian()
    {
        await using var school = await NewAsync(DatabaseKind.Sqlite, resources =>
        {
            resources["makerspace"].LeadMinutes = 24 * 60;
            resources["makerspace"].LongestMinutes = 120;
            resources["makerspace"].DaysAhead = 10;
            resources["chromebooks"].MostAtOnce = 10;
        });

        Assert.Equal(At(15, 8).UtcDateTime, Assert.IsType<BookingOutcome.TooSoon>(await school.BookAsync("makerspace", day: 14, from: 12, to: 13)).EarliestStart.UtcDateTime);
        Assert.Equal(TimeSpan.FromHours(2), Assert.IsType<BookingOutcome.TooLong>(await school.BookAsync("makerspace", from: 10, to: 13)).Longest);
        Assert.IsType<BookingOutcome.TooFarAhead>(await school.BookAsync("makerspace", day: 25));
        Assert.IsType<BookingOutcome.Booked>(await school.BookAsync("makerspace", person: "librarian", day: 25, from: 10, to: 14));

        await school.BookedAsync("chromebooks", 6);
        var tooMany = Assert.IsType<BookingOutcome.TooMany>(await school.BookAsync("chromebooks", 5, from: 10.5, to: 12));
        Assert.Equal((10, 6), (tooMany.Most, tooMany.Has));
        Assert.IsType<BookingOutcome.Booked>(await school.BookAsync("chromebooks", 5, from: 11, to: 12));
        // Never more than 10 at one moment, although 11 in all.
        Assert.IsType<BookingOutcome.Booked>(await school.BookAsync("chromebooks", 4, from: 10, to: 12));
    }

    [Fact]
    public async Task BuffersKeepBookingsApart()
    {
        await using var school = await NewAsync(DatabaseKind.Sqlite, resources =>
        {
            resources["makerspace"].BufferAfterMinutes = 15;
            resources["makerspace"].BufferBeforeMinutes = 5;
        });
        await school.BookedAsync("makerspace");

        Assert.IsType<BookingOutcome.Taken>(await school.BookAsync("makerspace", person: "other", from: 11 + (19 / 60d), to: 12));
        Assert.IsType<BookingOutcome.Taken>(await school.BookAsync("makerspace", person: "other", from: 9, to: 9 + (41 / 60d)));
        Assert.IsType<BookingOutcome.Booked>(await school.BookAsync("makerspace", person: "other", from: 11 + (20 / 60d), to: 12));
        Assert.IsType<BookingOutcome.Booked>(await school.BookAsync("makerspace", person: "other", from: 9, to: 9 + (40 / 60d)));
    }

    [Fact]
    public async Task TheNightOfTheClockChangeIsAsLongAsItIs()
    {
        await using var school = await NewAsync(DatabaseKind.Sqlite);
        // From Friday, 30 October, 15:00 to Monday, 2 November, 09:00 in Chicago: the clock goes back in between.
        var (start, end) = (new DateTimeOffset(2026, 10, 30, 15, 0, 0, TimeSpan.FromHours(-5)), new DateTimeOffset(2026, 11, 2, 9, 0, 0, TimeSpan.FromHours(-6)));
        var booked = Assert.IsType<BookingOutcome.Booked>(await school.Desk.BookAsync(new BookingRequest(school.Person("teacher"), [new BookingItem(school["camera"])], start, end), default));
        Assert.Equal(TimeSpan.FromHours(67), booked.Booking.End - booked.Booking.Start);

        Assert.IsType<BookingOutcome.Taken>(await school.Desk.BookAsync(
            new BookingRequest(school.Person("other"), [new BookingItem(school["camera"])], end.AddMinutes(-30), end.AddMinutes(30)), default));
        Assert.IsType<BookingOutcome.Booked>(await school.Desk.BookAsync(new BookingRequest(school.Person("other"), [new BookingItem(school["camera"])], end, end.AddHours(1)), default));
    }

    [Fact]
    public void SettingsThatCannotBeUsedAreRefusedByName()
    {
        Assert.Contains("Equipment:KeepOffer", Assert.Throws<InvalidOperationException>(() => new EquipmentSettings { KeepOffer = TimeSpan.Zero }.Check()).Message, StringComparison.Ordinal);
        Assert.Contains("Equipment:Latest", Assert.Throws<InvalidOperationException>(() => new EquipmentSettings { Latest = new(5, 0) }.Check()).Message, StringComparison.Ordinal);
        Assert.NotNull(new EquipmentSettings().Check());
    }
}
