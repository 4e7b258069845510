using LibraryBot.Data.Equipment;
using LibraryBot.Tests.Support;
using static LibraryBot.Tests.Data.Equipment.EquipmentFixture;

namespace LibraryBot.Tests.Data.Equipment;

public sealed class ApprovalTests
{
    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task ALibrarianApprovesAndThePersonIsTold(DatabaseKind kind)
    {
        await using var school = await SchoolAsync(kind);
        var booking = await school.BookedAsync("makerspace");
        Assert.Equal(booking.Id, Assert.Single(await school.Get<Approvals>().WaitingAsync(10, default)).Id);
        Assert.IsType<DecisionOutcome.NotAllowed>(await school.Get<Approvals>().ApproveAsync(booking.Id, school.Person("teacher"), default));

        Assert.Equal(BookingStatus.Approved, (await ApproveAsync(school, booking)).Status);

        Assert.Empty(await school.Get<Approvals>().WaitingAsync(10, default));
        Assert.Contains(("booking-approved", school.Clock.GetUtcNow()), await school.MessagesAsync("teacher"));
        Assert.IsType<DecisionOutcome.NotNow>(await school.Get<Approvals>().ApproveAsync(booking.Id, school.Person("librarian"), default));
        Assert.IsType<DecisionOutcome.NotNow>(await school.Get<Approvals>().DeclineAsync(booking.Id, school.Person("librarian"), "late", default));
        Assert.IsType<DecisionOutcome.NoSuchBooking>(await school.Get<Approvals>().ApproveAsync(99_999, school.Person("librarian"), default));

        // What it becomes is not what was approved, and may be approved again.
        school.Clock.Move(TimeSpan.FromMinutes(1));
        await school.Changes.ChangeAsync(booking.Id, school.Person("teacher"), null, new BookingTime(At(16, 10), At(16, 11)), default);
        await ApproveAsync(school, booking);
        Assert.Equal(2, (await school.MessagesAsync("teacher")).Count(message => message.Kind == "booking-approved"));
    }

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task WhatIsDeclinedIsFreeAndSaysWhy(DatabaseKind kind)
    {
        await using var school = await SchoolAsync(kind);
        var booking = await school.BookedAsync("makerspace");
        Assert.IsType<DecisionOutcome.NoReason>(await school.Get<Approvals>().DeclineAsync(booking.Id, school.Person("librarian"), "  ", default));

        var outcome = await school.Get<Approvals>().DeclineAsync(booking.Id, school.Person("librarian"), $" The floor is wet. {new string('x', 600)}", default);

        Assert.Equal(500, Assert.IsType<DecisionOutcome.Decided>(outcome).Booking.DeclineReason!.Length);
        Assert.Equal([("booking-declined", school.Clock.GetUtcNow())], await school.MessagesAsync("teacher"));
        Assert.Equal(1, await school.FreeAsync("makerspace"));
    }

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task WhatIsOverIsNotDecided(DatabaseKind kind)
    {
        await using var school = await SchoolAsync(kind);
        var booking = await school.BookedAsync("makerspace");
        school.Clock.Move(TimeSpan.FromDays(2));

        Assert.IsType<DecisionOutcome.NotNow>(await school.Get<Approvals>().ApproveAsync(booking.Id, school.Person("librarian"), default));
        Assert.Empty(await school.Get<Approvals>().WaitingAsync(10, default));
    }

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task TwoWhoDecideAtOnceDecideOnce(DatabaseKind kind)
    {
        await using var school = await SchoolAsync(kind);
        var booking = await school.BookedAsync("makerspace");
        var approvals = school.Get<Approvals>();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(at => Task.Run(() => at % 2 == 0
            ? approvals.ApproveAsync(booking.Id, school.Person("librarian"), default)
            : approvals.DeclineAsync(booking.Id, school.Person("librarian"), "no", default))));

        Assert.Single(outcomes.OfType<DecisionOutcome.Decided>());
        Assert.Equal(7, outcomes.OfType<DecisionOutcome.NotNow>().Count());
        Assert.Single(await school.MessagesAsync("teacher"), message => message.Kind is "booking-approved" or "booking-declined");
    }

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task WhatIsCancelledWhileItIsApprovedIsFree(DatabaseKind kind)
    {
        await using var school = await SchoolAsync(kind);
        foreach (var day in new[] { 15, 16, 17, 18 })
        {
            var booking = await school.BookedAsync("makerspace", day: day);
            var approved = Task.Run(() => school.Get<Approvals>().ApproveAsync(booking.Id, school.Person("librarian"), default));
            var cancelled = Task.Run(() => school.Changes.CancelAsync(booking.Id, school.Person("teacher"), default));

            // Approved first, or not at all: it is cancelled either way.
            Assert.IsType<CancelBookingOutcome.Cancelled>(await cancelled);
            var told = await approved is DecisionOutcome.Decided;
            Assert.Equal(BookingStatus.Cancelled, (await school.ReadAsync(booking.Id)).Status);
            Assert.Equal(1, await school.FreeAsync("makerspace", day));
            Assert.Equal(told, (await school.ReadAsync(booking.Id)).History.Exists(each => each.Step == BookingStep.Approve));
        }
    }

    private static Task<EquipmentFixture> SchoolAsync(DatabaseKind kind) => NewAsync(kind, resources => resources["makerspace"].NeedsApproval = true);

    private static async Task<Booking> ApproveAsync(EquipmentFixture school, Booking booking) =>
        Assert.IsType<DecisionOutcome.Decided>(await school.Get<Approvals>().ApproveAsync(booking.Id, school.Person("librarian"), default)).Booking;
}
