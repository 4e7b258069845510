using LibraryBot.Data.Equipment;
using LibraryBot.Tests.Support;
using static LibraryBot.Tests.Data.Equipment.EquipmentFixture;

namespace LibraryBot.Tests.Data.Equipment;

public sealed class CheckOutTests
{
    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task ACartGoesOutAndComesBackByItsBarcode(DatabaseKind kind)
    {
        await using var school = await NewAsync(kind, resources => resources["cart-a"].BufferAfterMinutes = 10);
        var booking = await school.BookedAsync("cart-a", day: 14, from: 9, to: 12);
        Assert.IsType<CheckOutOutcome.NotAllowed>(await OutAsync(school, "CART-A", "teacher"));

        Assert.Equal(booking.Id, Assert.IsType<CheckOutOutcome.CheckedOut>(await OutAsync(school, " cart-a ")).Booking.Id);
        Assert.Equal(booking.Id, Assert.IsType<CheckOutOutcome.AlreadyOut>(await OutAsync(school, "CART-A")).Booking.Id);
        Assert.Equal(0, await school.FreeAsync("cart-a", 14, 8, 8.5));
        Assert.Equal([("booking-return", At(14, 11, 50)), ("booking-overdue", At(14, 12, 30))], await school.MessagesAsync("teacher"));

        // Back at 9:30, put away until 9:40.
        school.Clock.Move(TimeSpan.FromMinutes(90));
        var back = Assert.IsType<CheckInOutcome.CheckedIn>(await InAsync(school, "CART-A"));
        Assert.Equal((BookingStatus.Returned, null), (back.Booking.Status, back.Late));
        Assert.Equal((0, 1), (await school.FreeAsync("cart-a", 14, 9.6, 10), await school.FreeAsync("cart-a", 14, 9.7, 12)));
        Assert.Empty(await school.MessagesAsync("teacher"));
        Assert.IsType<CheckInOutcome.NotOut>(await InAsync(school, "CART-A"));
        Assert.Equal([BookingStep.Book, BookingStep.PickUp, BookingStep.Return], (await school.ReadAsync(booking.Id)).History.OrderBy(each => each.Id).Select(each => each.Step));
    }

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task WhatIsNotBackIsNotFreeAndComesBackLate(DatabaseKind kind)
    {
        await using var school = await NewAsync(kind);
        await school.BookedAsync("camera", day: 14, from: 8, to: 9);
        Assert.IsType<CheckOutOutcome.CheckedOut>(await OutAsync(school, "CAM1"));
        school.Clock.Move(TimeSpan.FromHours(2));
        Assert.Equal(0, await school.FreeAsync("camera", 14, 10, 11));

        Assert.Equal(TimeSpan.FromHours(1), Assert.IsType<CheckInOutcome.CheckedIn>(await InAsync(school, "CAM1")).Late);

        Assert.Equal(1, await school.FreeAsync("camera", 14, 10, 11));
    }

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task OnlyWhatIsBookedAndWorksIsHandedOut(DatabaseKind kind)
    {
        await using var school = await NewAsync(kind);
        Assert.IsType<CheckOutOutcome.UnknownBarcode>(await OutAsync(school, "30123456789012"));
        Assert.IsType<CheckOutOutcome.UnknownBarcode>(await OutAsync(school, new string('9', 5000)));
        Assert.IsType<CheckInOutcome.UnknownBarcode>(await InAsync(school, ""));
        Assert.Null(Assert.IsType<CheckOutOutcome.NotBooked>(await OutAsync(school, "CAM1")).Next);

        var later = await school.BookedAsync("camera", day: 14, from: 11, to: 12);
        Assert.Equal(later.Id, Assert.IsType<CheckOutOutcome.NotBooked>(await OutAsync(school, "CAM1")).Next!.Id);
        Assert.Equal(At(14, 10), Assert.IsType<CheckOutOutcome.TooEarly>(await school.Get<CheckOuts>().CheckOutAllAsync(later.Id, school.Person("librarian"), default)).From);

        school.Clock.Move(TimeSpan.FromHours(3));
        Assert.IsType<ConditionOutcome.Noted>(await school.Get<CheckIns>().ReportAsync("cam1", school.Person("librarian"), UnitCondition.Damaged, "lens cracked", default));
        Assert.Equal("lens cracked", Assert.IsType<CheckOutOutcome.Unfit>(await OutAsync(school, "CAM1")).Unit.ConditionNote);
        await school.Get<CheckIns>().ReportAsync("CAM1", school.Person("librarian"), UnitCondition.Good, null, default);
        Assert.IsType<CheckOutOutcome.CheckedOut>(await OutAsync(school, "CAM1"));
        Assert.IsType<ConditionOutcome.NotAllowed>(await school.Get<CheckIns>().ReportAsync("cam1", school.Person("student"), UnitCondition.Lost, null, default));
    }

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task WhereTwoWaitForTheSameItIsAskedWhose(DatabaseKind kind)
    {
        await using var school = await NewAsync(kind);
        var one = await school.BookedAsync("microphones", 2, day: 14, from: 8, to: 9);
        var other = await school.BookedAsync("microphones", 1, "other", 14, 8, 9);
        Assert.Equal([one.Id, other.Id], Assert.IsType<CheckOutOutcome.Which>(await OutAsync(school, "MIC1")).Bookings.Select(booking => booking.Id).Order());

        Assert.IsType<CheckOutOutcome.CheckedOut>(await OutAsync(school, "MIC1", booking: other.Id));
        // The other has all of theirs, so the rest is the first one's.
        Assert.Equal(one.Id, Assert.IsType<CheckOutOutcome.CheckedOut>(await OutAsync(school, "MIC2")).Booking.Id);
        Assert.IsType<CheckOutOutcome.NotBooked>(await OutAsync(school, "MIC3", booking: other.Id));
        Assert.Equal(one.Id, Assert.IsType<CheckOutOutcome.CheckedOut>(await OutAsync(school, "MIC3")).Booking.Id);

        Assert.Equal(BookingStatus.PickedUp, Assert.IsType<CheckInOutcome.CheckedIn>(await InAsync(school, "MIC3", UnitCondition.Lost, "left on the bus")).Booking.Status);
        Assert.Equal(BookingStatus.Returned, Assert.IsType<CheckInOutcome.CheckedIn>(await InAsync(school, "MIC2")).Booking.Status);
        Assert.Contains((await school.ReadAsync(one.Id)).History, each => each.Step == BookingStep.ReportDamage);
    }

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task WhatSomebodyElseHasBeforeIsNotHandedOutEarly(DatabaseKind kind)
    {
        await using var school = await NewAsync(kind);
        await school.BookedAsync("chromebooks", 60, "other", 14, 8, 8.5);
        var booking = await school.BookedAsync("chromebooks", 20, day: 14, from: 9, to: 10);

        Assert.Equal(At(14, 9), Assert.IsType<CheckOutOutcome.TooEarly>(await school.Get<CheckOuts>().CheckOutAllAsync(booking.Id, school.Person("librarian"), default)).From);
        school.Clock.Move(TimeSpan.FromMinutes(30));
        Assert.IsType<CheckOutOutcome.CheckedOut>(await school.Get<CheckOuts>().CheckOutAllAsync(booking.Id, school.Person("librarian"), default));
        Assert.Equal(40, await school.FreeAsync("chromebooks", 14, 8.5, 9));
        Assert.IsType<CheckOutOutcome.NotNow>(await school.Get<CheckOuts>().CheckOutAllAsync(booking.Id, school.Person("librarian"), default));
        Assert.IsType<CheckInOutcome.CheckedIn>(await school.Get<CheckIns>().CheckInAllAsync(booking.Id, school.Person("librarian"), default));
        Assert.IsType<CheckInOutcome.NothingOut>(await school.Get<CheckIns>().CheckInAllAsync(booking.Id, school.Person("librarian"), default));
        Assert.Equal(60, await school.FreeAsync("chromebooks", 14, 8.5, 10));
    }

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task WhatNobodyCameForGoesToWhoWaits(DatabaseKind kind)
    {
        await using var school = await NewAsync(kind, settings: new EquipmentSettings { NoShowAfter = TimeSpan.FromMinutes(20) });
        var booking = await school.BookedAsync("camera", day: 14, from: 9, to: 12);
        var room = await school.BookedAsync("makerspace", day: 14, from: 9, to: 12);
        await school.Waiting.JoinAsync(school.Person("other"), new BookingItem(school["camera"]), At(14, 10), At(14, 11), default);
        school.Clock.Move(TimeSpan.FromMinutes(79));
        Assert.Equal(0, await school.Get<CheckIns>().MoveOnAsync(default));

        school.Clock.Move(TimeSpan.FromMinutes(1));
        Assert.Equal(1, await school.Get<CheckIns>().MoveOnAsync(default));

        Assert.Equal((BookingStatus.NoShow, BookingStatus.Booked), ((await school.ReadAsync(booking.Id)).Status, (await school.ReadAsync(room.Id)).Status));
        Assert.Contains(await school.MessagesAsync("other"), message => message.Kind == "waiting-free");
    }

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task OneBarcodeScannedByManyAtOnceGoesOutOnce(DatabaseKind kind)
    {
        await using var school = await NewAsync(kind);
        var bookings = new[] { await school.BookedAsync("microphones", 1, day: 14, from: 8, to: 9), await school.BookedAsync("microphones", 1, "other", 14, 8, 9) };

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(at => Task.Run(() => OutAsync(school, "MIC1", booking: bookings[at % 2].Id))));

        Assert.Single(outcomes.OfType<CheckOutOutcome.CheckedOut>());
        Assert.Equal(7, outcomes.OfType<CheckOutOutcome.AlreadyOut>().Count());
    }

    private static Task<CheckOutOutcome> OutAsync(EquipmentFixture school, string barcode, string by = "librarian", int? booking = null) =>
        school.Get<CheckOuts>().CheckOutAsync(barcode, school.Person(by), booking, default);

    private static Task<CheckInOutcome> InAsync(EquipmentFixture school, string barcode, UnitCondition? condition = null, string? note = null) =>
        school.Get<CheckIns>().CheckInAsync(barcode, school.Person("librarian"), condition, note, default);
}
