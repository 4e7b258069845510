using LibraryBot.Data.Equipment;
using LibraryBot.Tests.Support;
using static LibraryBot.Tests.Data.Equipment.EquipmentFixture;

namespace LibraryBot.Tests.Data.Equipment;

public sealed class ClosureTests
{
    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task WhatIsClosedIsNotFreeAndWhoBookedItIsToldAndOffered(DatabaseKind kind)
    {
        await using var school = await NewAsync(kind);
        var booking = await school.BookedAsync("cart-b");
        var after = await school.BookedAsync("cart-b", person: "other", day: 18);
        await school.BookedAsync("cart-a", person: "third", day: 18);

        var closed = await CloseAsync(school, "cart-b", 14, 18);

        Assert.Equal(booking.Id, Assert.Single(closed.Affected).Id);
        Assert.Equal((0, 1), (await school.FreeAsync("cart-b"), await school.FreeAsync("cart-b", 21)));
        Assert.Equal(36, await school.FreeAsync("chromebooks"));
        Assert.Contains(await school.MessagesAsync("teacher"), message => message.Kind == "booking-closed");
        Assert.DoesNotContain(await school.MessagesAsync("other"), message => message.Kind == "booking-closed");
        var instead = await school.Free.InsteadOfAsync(booking.Id, default);
        Assert.Equal(school["cart-a"], Assert.Single(instead.Alternatives[0].Items).ResourceId);
        Assert.IsType<BookingOutcome.Taken>(await school.BookAsync("cart-b", person: "third", day: 16));
        Assert.Equal(BookingStatus.Booked, (await school.ReadAsync(after.Id)).Status);
        Assert.Contains((await school.ReadAsync(booking.Id)).History, each => each.Step == BookingStep.LoseToClosure);

        school.Clock.Move(TimeSpan.FromHours(1));
        Assert.IsType<ReopenOutcome.NotAllowed>(await school.Get<Closures>().ReopenAsync(closed.Closure.Id, school.Person("teacher"), default));
        Assert.IsType<ReopenOutcome.Reopened>(await school.Get<Closures>().ReopenAsync(closed.Closure.Id, school.Person("librarian"), default));
        Assert.IsType<ReopenOutcome.NotClosed>(await school.Get<Closures>().ReopenAsync(closed.Closure.Id, school.Person("librarian"), default));
        Assert.Equal(1, await school.FreeAsync("cart-b", 16));
        Assert.Empty(await school.Get<Closures>().OpenAsync(null, default));
        Assert.DoesNotContain(await school.MessagesAsync("teacher"), message => message.Kind == "booking-closed");
    }

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task WhoBookedFirstKeepsWhatIsLeft(DatabaseKind kind)
    {
        await using var school = await NewAsync(kind);
        await school.BookedAsync("microphones", 2);
        school.Clock.Move(TimeSpan.FromSeconds(1));
        var last = await school.BookedAsync("microphones", 1, "other");

        Assert.Empty((await CloseAsync(school, "microphones", 16, 17, 1)).Affected);
        Assert.Equal(last.Id, Assert.Single((await CloseAsync(school, "microphones", 14, null, 1)).Affected).Id);
        // They were told already.
        Assert.DoesNotContain((await CloseAsync(school, "microphones", 15, 16, 1)).Affected, booking => booking.Id == last.Id);
    }

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task WhatIsOpenAgainGoesToWhoWaits(DatabaseKind kind)
    {
        await using var school = await NewAsync(kind);
        var closed = await CloseAsync(school, "camera", 14, null);
        await school.Waiting.JoinAsync(school.Person("other"), new BookingItem(school["camera"]), At(15, 10), At(15, 11), default);
        Assert.Empty(await school.MessagesAsync("other"));

        await school.Get<Closures>().ReopenAsync(closed.Closure.Id, school.Person("librarian"), default);

        Assert.Equal("waiting-free", Assert.Single(await school.MessagesAsync("other")).Kind);
    }

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task WhatMakesNoSenseIsNotClosed(DatabaseKind kind)
    {
        await using var school = await NewAsync(kind);
        Task<ClosureOutcome> TryAsync(int resource, DateTimeOffset from, DateTimeOffset? until, string reason = "repair", int? quantity = null, string by = "librarian") =>
            school.Get<Closures>().CloseAsync(new ClosureRequest(resource, school.Person(by), from, until, reason) { Quantity = quantity }, default);

        Assert.IsType<ClosureOutcome.NotAllowed>(await TryAsync(school["camera"], At(15, 0), null, by: "teacher"));
        Assert.IsType<ClosureOutcome.NoSuchResource>(await TryAsync(99_999, At(15, 0), null));
        Assert.IsType<ClosureOutcome.BadTime>(await TryAsync(school["camera"], At(15, 0), At(15, 0)));
        Assert.IsType<ClosureOutcome.BadTime>(await TryAsync(school["camera"], At(10, 0), At(11, 0)));
        Assert.IsType<ClosureOutcome.NoReason>(await TryAsync(school["camera"], At(15, 0), null, " "));
        Assert.IsType<ClosureOutcome.NotThatMany>(await TryAsync(school["microphones"], At(15, 0), null, quantity: 6));
        Assert.IsType<ClosureOutcome.NotThatMany>(await TryAsync(school["microphones"], At(15, 0), null, quantity: 0));
        Assert.Empty(await school.Get<Closures>().OpenAsync(null, default));
    }

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task ABookingBesideAClosureIsToldOrRefused(DatabaseKind kind)
    {
        await using var school = await NewAsync(kind);
        foreach (var day in new[] { 15, 16, 17 })
        {
            var booked = Task.Run(() => school.BookAsync("camera", day: day));
            var closed = Task.Run(() => CloseAsync(school, "camera", day, day + 1));

            Assert.Equal(await booked is BookingOutcome.Booked ? 1 : 0, (await closed).Affected.Count);
        }
    }

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task ThePullListSaysWhatHasToBeReadyWhere(DatabaseKind kind)
    {
        await using var school = await NewAsync(kind, resources => resources["cart-a"].BufferBeforeMinutes = 15);
        await school.BookedAsync("chromebooks", 30, day: 14, from: 11, to: 12);
        var cart = await school.BookedAsync("cart-a", person: "other", day: 14, from: 9, to: 10);
        await school.BookedAsync("camera", day: 15);

        var list = await school.Get<PullList>().OfAsync(At(14, 0), At(15, 0), default);

        Assert.Equal([(At(14, 8, 45), "other"), (At(14, 11), "Teacher")], list.Select(entry => (entry.ReadyBy, entry.PersonName)));
        Assert.Equal(("cart-a", 1), Assert.Single(list[0].Lines).Places.Select(place => (place.Place.Key, place.Quantity)).Single());
        Assert.Equal(("cart-a", 30), Assert.Single(list[1].Lines).Places.Select(place => (place.Place.Key, place.Quantity)).Single());

        await school.Get<CheckOuts>().CheckOutAllAsync(cart.Id, school.Person("librarian"), default);
        Assert.Single(await school.Get<PullList>().OfAsync(At(14, 0), At(15, 0), default));
    }

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task UseIsWhatWasBookedOfTheOpenHours(DatabaseKind kind)
    {
        await using var school = await NewAsync(kind);
        // Monday the library is open from 7:30 to 16:00, and so on; Saturday it is not.
        await school.BookedAsync("microphones", 2, day: 14, from: 9, to: 10);
        await school.BookedAsync("microphones", 1, "other", 15, 15, 20);
        var given = await school.BookedAsync("microphones", 1, "other", 16);
        await school.Changes.CancelAsync(given.Id, school.Person("other"), default);

        var use = Assert.Single(await school.Get<Utilization>().OfAsync(school["microphones"], new DateOnly(2026, 9, 14), new DateOnly(2026, 9, 19), default));

        Assert.Equal((TimeSpan.FromHours(3), 2, 0), (use.Booked, use.Bookings, use.NoShows));
        Assert.Equal(TimeSpan.FromHours((8.5 + 8.5 + 10 + 8.5 + 7.5) * use.Total), use.Open);
        Assert.Equal(8, (await school.Get<Utilization>().OfAsync(null, new DateOnly(2026, 9, 14), new DateOnly(2026, 9, 14), default)).Count);
        Assert.Empty(await school.Get<Utilization>().OfAsync(99_999, new DateOnly(2026, 9, 14), new DateOnly(2026, 9, 14), default));
    }

    private static async Task<ClosureOutcome.Closed> CloseAsync(EquipmentFixture school, string resource, int day, int? untilDay, int? quantity = null) => Assert.IsType<ClosureOutcome.Closed>(
        await school.Get<Closures>().CloseAsync(
            new ClosureRequest(school[resource], school.Person("librarian"), At(day, 0), untilDay is { } until ? At(until, 0) : null, "repair") { Quantity = quantity }, default));
}
