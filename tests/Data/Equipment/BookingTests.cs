using LibraryBot.Data.Equipment;
using LibraryBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using static LibraryBot.Tests.Data.Equipment.EquipmentFixture;

namespace LibraryBot.Tests.Data.Equipment;

public sealed class BookingTests
{
    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task SingleChromebooksCountAgainstTheCartTheyAreIn(DatabaseKind kind)
    {
        await using var school = await NewAsync(kind);

        Assert.Equal((60, 1, 1), (await school.FreeAsync("chromebooks"), await school.FreeAsync("cart-a"), await school.FreeAsync("cart-b")));
        await school.BookedAsync("chromebooks", 15);

        // From the smaller cart, so that the larger stays whole.
        Assert.Equal((45, 1, 0), (await school.FreeAsync("chromebooks"), await school.FreeAsync("cart-a"), await school.FreeAsync("cart-b")));
        Assert.IsType<BookingOutcome.Taken>(await school.BookAsync("cart-b", person: "other"));
        await school.BookedAsync("chromebooks", 5, "other");
        Assert.Equal((40, 1, 0), (await school.FreeAsync("chromebooks"), await school.FreeAsync("cart-a"), await school.FreeAsync("cart-b")));
    }

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task ACartIsBookedWithItsParts(DatabaseKind kind)
    {
        await using var school = await NewAsync(kind);
        await school.BookedAsync("cart-a");
        await school.BookedAsync("podcast");

        Assert.Equal((30, 0, 3), (await school.FreeAsync("chromebooks"), await school.FreeAsync("cart-a"), await school.FreeAsync("microphones")));
        Assert.IsType<BookingOutcome.Taken>(await school.BookAsync("chromebooks", 31, "other"));
        Assert.Equal(60, await school.FreeAsync("chromebooks", from: 11, to: 12));
    }

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task SeveralThingsAreBookedWholeOrNotAtAll(DatabaseKind kind)
    {
        await using var school = await NewAsync(kind);
        await school.BookedAsync("makerspace", person: "other");
        BookingRequest Both(double from) => new(
            school.Person("teacher"), [new BookingItem(school["chromebooks"], 15), new BookingItem(school["makerspace"])], At(15, 0).AddHours(from), At(15, 0).AddHours(from + 1));

        var taken = Assert.IsType<BookingOutcome.Taken>(await school.Desk.BookAsync(Both(10), default));
        Assert.Equal("makerspace", Assert.Single(taken.Shortages).Resource.Key);
        Assert.Equal(At(15, 11).UtcDateTime, taken.FreeAt!.Value.UtcDateTime);
        Assert.Equal(60, await school.FreeAsync("chromebooks"));

        var booked = Assert.IsType<BookingOutcome.Booked>(await school.Desk.BookAsync(Both(11), default));
        Assert.Equal(2, booked.Booking.Lines.Count);
    }

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task ARequestMadeTwiceBooksOnce(DatabaseKind kind)
    {
        await using var school = await NewAsync(kind);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => school.BookAsync("makerspace", key: "card-1"))));

        Assert.Single(outcomes.Cast<BookingOutcome.Booked>(), booked => !booked.Again);
        Assert.Single(outcomes.Cast<BookingOutcome.Booked>().Select(booked => booked.Booking.Id).Distinct());
    }

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task WhatIsTakenComesWithThreeAlternativesThatCanBeBooked(DatabaseKind kind)
    {
        await using var school = await NewAsync(kind);
        // Third period on the sample's normal day.
        await school.BookedAsync("chromebooks", 50, "other", from: 10 + (5 / 60d), to: 10 + (55 / 60d));

        var taken = Assert.IsType<BookingOutcome.Taken>(await school.BookAsync("chromebooks", 15, from: 10 + (5 / 60d), to: 10 + (55 / 60d)));

        Assert.Equal(10, Assert.Single(taken.Shortages).Free);
        Assert.Equal(
            [AlternativeKind.Fewer, AlternativeKind.OtherTime, AlternativeKind.OtherTime],
            taken.Alternatives.Select(alternative => alternative.Kind));
        Assert.Equal(10, Assert.Single(taken.Alternatives[0].Items).Quantity);
        Assert.Equal(
            [At(15, 11).UtcDateTime, At(15, 9, 10).UtcDateTime], taken.Alternatives.Skip(1).Select(alternative => alternative.Start.UtcDateTime));
        foreach (var alternative in taken.Alternatives)
        {
            Assert.IsType<BookingOutcome.Booked>(await school.Desk.BookAsync(new BookingRequest(school.Person("teacher"), alternative.Items, alternative.Start, alternative.End), default));
        }
    }

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task WhereACartIsTakenTheOtherIsOffered(DatabaseKind kind)
    {
        await using var school = await NewAsync(kind);
        await school.BookedAsync("cart-a", person: "other");

        var taken = Assert.IsType<BookingOutcome.Taken>(await school.BookAsync("cart-a"));

        Assert.Equal(AlternativeKind.OtherResource, taken.Alternatives[0].Kind);
        Assert.Equal(school["cart-b"], Assert.Single(taken.Alternatives[0].Items).ResourceId);
        Assert.Equal(3, taken.Alternatives.Count);
    }

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task NobodyIsOfferedWhatTheyMayNotBook(DatabaseKind kind)
    {
        await using var school = await NewAsync(kind, resources => resources["cart-b"].Roles = []);
        await school.BookedAsync("cart-a", person: "other");

        var taken = Assert.IsType<BookingOutcome.Taken>(await school.BookAsync("cart-a"));

        Assert.DoesNotContain(taken.Alternatives, alternative => alternative.Kind == AlternativeKind.OtherResource);
    }

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task ABookingIsChangedOrStaysAsItIs(DatabaseKind kind)
    {
        await using var school = await NewAsync(kind);
        var booking = await school.BookedAsync("chromebooks", 15);
        await school.BookedAsync("chromebooks", 40, "other");

        var more = Assert.IsType<BookingOutcome.Booked>(await school.Changes.ChangeAsync(booking.Id, school.Person("teacher"), [new(school["chromebooks"], 20)], null, default));
        Assert.Equal(20, Assert.Single(more.Booking.Lines).Quantity);
        Assert.Equal(0, await school.FreeAsync("chromebooks"));

        var taken = Assert.IsType<BookingOutcome.Taken>(await school.Changes.ChangeAsync(booking.Id, school.Person("teacher"), [new(school["chromebooks"], 25)], null, default));
        Assert.Equal(20, Assert.Single(taken.Shortages).Free);
        Assert.Equal(20, Assert.Single((await school.ReadAsync(booking.Id)).Lines).Quantity);

        Assert.IsType<BookingOutcome.Booked>(await school.Changes.ChangeAsync(booking.Id, school.Person("teacher"), null, new BookingTime(At(17, 10), At(17, 11)), default));
        Assert.Equal((20, 40), (await school.FreeAsync("chromebooks"), await school.FreeAsync("chromebooks", 17)));
        Assert.Equal(
            [BookingStep.Book, BookingStep.Change, BookingStep.Change], (await school.ReadAsync(booking.Id)).History.OrderBy(each => each.Id).Select(each => each.Step));
        Assert.IsType<BookingOutcome.NoSuchBooking>(await school.Changes.ChangeAsync(booking.Id, school.Person("third"), [new(school["chromebooks"], 1)], null, default));
    }

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task ACancelledBookingIsFreeAgainAndSaysNothingMore(DatabaseKind kind)
    {
        await using var school = await NewAsync(kind);
        var booking = await school.BookedAsync("makerspace");
        Assert.Equal([("booking-pick-up", At(15, 9)), ("booking-return", At(15, 10, 50))], await school.MessagesAsync("teacher"));

        Assert.IsType<CancelBookingOutcome.NoSuchBooking>(await school.Changes.CancelAsync(booking.Id, school.Person("other"), default));
        Assert.IsType<CancelBookingOutcome.Cancelled>(await school.Changes.CancelAsync(booking.Id, school.Person("teacher"), default));
        Assert.IsType<CancelBookingOutcome.NotNow>(await school.Changes.CancelAsync(booking.Id, school.Person("librarian"), default));

        Assert.Empty(await school.MessagesAsync("teacher"));
        Assert.Equal(1, await school.FreeAsync("makerspace"));
    }

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task ABookingThatIsMovedIsRemindedOfAtItsNewTime(DatabaseKind kind)
    {
        await using var school = await NewAsync(kind);
        var booking = await school.BookedAsync("makerspace");
        await school.Changes.ChangeAsync(booking.Id, school.Person("teacher"), null, new BookingTime(At(16, 12), At(16, 13)), default);
        Assert.Equal([("booking-pick-up", At(16, 11)), ("booking-return", At(16, 12, 50))], await school.MessagesAsync("teacher"));

        await school.Changes.ChangeAsync(booking.Id, school.Person("teacher"), null, new BookingTime(At(15, 10), At(15, 11)), default);
        Assert.Equal([("booking-pick-up", At(15, 9)), ("booking-return", At(15, 10, 50))], await school.MessagesAsync("teacher"));
    }

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task OfManyWhoAskAtOnceAsManyGetOneAsThereAre(DatabaseKind kind)
    {
        await using var school = await NewAsync(kind);
        string[] people = ["teacher", "other", "third", "staff", "librarian"];

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 60).Select(at => Task.Run(() => (at % 3) switch
        {
            0 => school.BookAsync("cart-a", person: people[at % 5]),
            1 => school.BookAsync("chromebooks", 7, people[at % 5]),
            _ => school.BookAsync("makerspace", person: people[at % 5]),
        })));

        var booked = outcomes.OfType<BookingOutcome.Booked>().Select(outcome => Assert.Single(outcome.Booking.Lines)).ToList();
        Assert.Single(booked, line => line.ResourceId == school["makerspace"]);
        var carts = booked.Count(line => line.ResourceId == school["cart-a"]);
        Assert.InRange(carts, 0, 1);
        // 7 at a time out of what is not in the cart: 30, or all 60.
        Assert.Equal(carts == 1 ? 4 : 8, booked.Count(line => line.ResourceId == school["chromebooks"]));
        await using var context = school.Database.NewContext();
        var claimed = await context.StockClaims.GroupBy(claim => claim.StockId).Select(group => new { group.Key, Sum = group.Sum(claim => claim.Quantity) }).ToListAsync();
        var stocks = await context.Stocks.ToDictionaryAsync(stock => stock.Id, stock => stock.Quantity);
        Assert.All(claimed, each => Assert.InRange(each.Sum, 1, stocks[each.Key]));
    }
}
