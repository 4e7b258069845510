using LibraryBot.Data.Equipment;
using LibraryBot.Tests.Support;
using static LibraryBot.Tests.Data.Equipment.EquipmentFixture;

namespace LibraryBot.Tests.Data.Equipment;

public sealed class SeriesAndWaitingTests
{
    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task ASeriesIsBookedButForWhatIsLeftOut(DatabaseKind kind)
    {
        await using var school = await NewAsync(kind);
        await school.BookedAsync("makerspace", person: "other", day: 22);
        // Tuesdays, and one Saturday.
        SeriesRequest Series(bool leaveOut) => new(
            school.Person("teacher"), [new BookingItem(school["makerspace"])], [.. new[] { 15, 19, 22, 29 }.Select(day => new BookingTime(At(day, 10), At(day, 11)))], leaveOut)
        { RequestKey = "card-7" };

        var impossible = Assert.IsType<SeriesOutcome.SomeImpossible>(await school.Desk.BookSeriesAsync(Series(leaveOut: false), default));
        Assert.Equal(2, impossible.Possible);
        Assert.IsType<BookingOutcome.Closed>(impossible.LeftOut[0].Why);
        Assert.IsType<BookingOutcome.Taken>(impossible.LeftOut[1].Why);
        Assert.Equal(1, await school.FreeAsync("makerspace"));

        var booked = Assert.IsType<SeriesOutcome.Booked>(await school.Desk.BookSeriesAsync(Series(leaveOut: true), default));
        Assert.Equal(2, booked.Series.Bookings.Count);
        Assert.Equal([SeriesExceptionReason.NotBookable, SeriesExceptionReason.Taken], booked.Series.Exceptions.OrderBy(each => each.Start).Select(each => each.Reason));
        Assert.True(Assert.IsType<SeriesOutcome.Booked>(await school.Desk.BookSeriesAsync(Series(leaveOut: true), default)).Again);

        var first = booked.Series.Bookings.MinBy(booking => booking.Start)!;
        var cancelled = Assert.IsType<CancelBookingOutcome.Cancelled>(await school.Changes.CancelRestAsync(first.Id, school.Person("teacher"), default));
        Assert.Equal(2, cancelled.Bookings.Count);
        Assert.Empty(await school.MessagesAsync("teacher"));
        Assert.IsType<SeriesOutcome.BadTimes>(await school.Desk.BookSeriesAsync(
            new SeriesRequest(school.Person("teacher"), [new BookingItem(school["makerspace"])], [new(At(15, 10), At(15, 12)), new(At(15, 11), At(15, 13))], true), default));
    }

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task WhatComesFreeIsKeptForTheFirstInLineAndThenForTheNext(DatabaseKind kind)
    {
        await using var school = await NewAsync(kind);
        var booking = await school.BookedAsync("makerspace");
        async Task<WaitingOutcome.Joined> JoinAsync(string person) => Assert.IsType<WaitingOutcome.Joined>(
            await school.Waiting.JoinAsync(school.Person(person), new BookingItem(school["makerspace"]), At(15, 10), At(15, 11), default));
        var other = await JoinAsync("other");
        var third = await JoinAsync("third");
        Assert.Equal((1, 2), (other.Position, third.Position));
        Assert.Equal(other.Entry.Id, (await JoinAsync("other")).Entry.Id);

        await school.Changes.CancelAsync(booking.Id, school.Person("teacher"), default);
        Assert.Equal("waiting-free", Assert.Single(await school.MessagesAsync("other")).Kind);
        Assert.Empty(await school.MessagesAsync("third"));
        Assert.Equal(0, await school.FreeAsync("makerspace"));
        Assert.IsType<BookingOutcome.Taken>(await school.BookAsync("makerspace", person: "staff"));
        Assert.IsType<BookingOutcome.NoSuchBooking>(await school.Waiting.TakeAsync(other.Entry.Id, school.Person("third"), default));

        school.Clock.Move(TimeSpan.FromHours(2));
        Assert.IsType<BookingOutcome.NoSuchBooking>(await school.Waiting.TakeAsync(other.Entry.Id, school.Person("other"), default));
        Assert.Equal((1, 1), await school.Waiting.MoveOnAsync(default));
        Assert.Equal((0, 0), await school.Waiting.MoveOnAsync(default));
        var taken = Assert.IsType<BookingOutcome.Booked>(await school.Waiting.TakeAsync(third.Entry.Id, school.Person("third"), default));
        var again = Assert.IsType<BookingOutcome.Booked>(await school.Waiting.TakeAsync(third.Entry.Id, school.Person("third"), default));
        Assert.Equal((taken.Booking.Id, true), (again.Booking.Id, again.Again));
    }

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task WhoLeavesTheLineGivesWhatWasKeptToTheNext(DatabaseKind kind)
    {
        await using var school = await NewAsync(kind);
        // Free already, so it is offered at once.
        var first = Assert.IsType<WaitingOutcome.Joined>(
            await school.Waiting.JoinAsync(school.Person("other"), new BookingItem(school["cart-a"]), At(15, 10), At(15, 11), default)).Entry;
        Assert.Equal(WaitingStatus.Offered, first.Status);
        var next = Assert.IsType<WaitingOutcome.Joined>(
            await school.Waiting.JoinAsync(school.Person("third"), new BookingItem(school["chromebooks"], 40), At(15, 10), At(15, 11), default)).Entry;
        Assert.Equal(WaitingStatus.Waiting, next.Status);

        Assert.True(await school.Waiting.LeaveAsync(first.Id, school.Person("other"), default));
        Assert.False(await school.Waiting.LeaveAsync(first.Id, school.Person("other"), default));
        Assert.Equal(WaitingStatus.Offered, Assert.Single(await school.Waiting.OfAsync(school.Person("third"), default)).Status);
    }
}
