using LibraryBot.Data.People;
using Microsoft.EntityFrameworkCore;

namespace LibraryBot.Data.Equipment;

/// <summary>Hands out what was booked: by barcode, or a whole booking where things have none.</summary>
/// <param name="writes">Serialises what is written.</param>
/// <param name="settings">How early something may be handed out.</param>
/// <param name="messages">Reminds of the return from then on.</param>
public sealed class CheckOuts(EquipmentWrites writes, EquipmentSettings settings, BookingMessages messages)
{
    /// <summary>Hands out a unit to who booked it.</summary>
    /// <param name="barcode">Its barcode, as it was scanned or typed.</param>
    /// <param name="byId">The librarian.</param>
    /// <param name="bookingId">For which booking; null where there is only one it can be.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public Task<CheckOutOutcome> CheckOutAsync(string barcode, int byId, int? bookingId, CancellationToken cancellationToken) => writes.RunAsync(
        async write =>
        {
            if (await write.UnitAsync(barcode) is not { } unit)
            {
                return await write.RoleAsync(byId) == Role.Librarian ? new CheckOutOutcome.UnknownBarcode(barcode.Trim()) : new CheckOutOutcome.NotAllowed();
            }

            var latest = write.Now + settings.PickUpEarly;
            var ids = await write.Context.Bookings.Where(booking => booking.Start <= latest && (booking.End > write.Now || booking.Status == BookingStatus.PickedUp))
                .Where(booking => booking.Status == BookingStatus.Booked || booking.Status == BookingStatus.Approved || booking.Status == BookingStatus.PickedUp)
                .Where(booking => (bookingId == null || booking.Id == bookingId) && booking.Lines.Any(line => line.Claims.Any(claim => claim.StockId == unit.StockId)))
                .Select(booking => booking.Id).ToListAsync(write.Cancellation);
            await write.LockBookingsAsync(ids);
            if (await write.LockRoleAsync(byId) != Role.Librarian)
            {
                return new CheckOutOutcome.NotAllowed();
            }

            await WaitingList.LockRelatedAsync(write, [unit.StockId]);
            var resource = (await write.ListAsync()).Resources[(await write.ListAsync()).StockOf(unit.StockId).ResourceId];
            var open = await write.OutWithAsync(unit.Id);
            if (open is not null)
            {
                return new CheckOutOutcome.AlreadyOut(unit, resource, open);
            }

            if (unit.Condition is UnitCondition.Damaged or UnitCondition.Lost)
            {
                return new CheckOutOutcome.Unfit(unit, resource);
            }

            var alike = await write.Context.Units.Where(each => each.StockId == unit.StockId).Select(each => each.Id).ToHashSetAsync(write.Cancellation);
            var waiting = (await BookingChanges.WithLines(write.Context).Where(booking => ids.Contains(booking.Id)).OrderBy(booking => booking.Start).ToListAsync(write.Cancellation))
                .FindAll(booking => booking.Allows(BookingStep.PickUp) && LineFor(booking, unit, alike) is not null);
            if (waiting.Count != 1)
            {
                return waiting.Count == 0 ? new CheckOutOutcome.NotBooked(unit, resource, await NextAsync(write, unit.StockId, bookingId)) : new CheckOutOutcome.Which(unit, resource, waiting);
            }

            var line = LineFor(waiting[0], unit, alike)!;
            line.UnitLoans.Add(new UnitLoan { UnitId = unit.Id, OutAt = write.Now });
            return await HandOutAsync(write, waiting[0], [line], byId, unit);
        },
        cancellationToken);

    /// <summary>Hands out all of a booking that is not out yet, without looking at barcodes.</summary>
    /// <param name="bookingId">The booking.</param>
    /// <param name="byId">The librarian.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public Task<CheckOutOutcome> CheckOutAllAsync(int bookingId, int byId, CancellationToken cancellationToken) => writes.RunAsync(
        async write =>
        {
            var (booking, role) = await BookingChanges.FindAsync(write, bookingId, byId);
            if (booking is null || role != Role.Librarian)
            {
                return booking is null && await write.RoleAsync(byId) == Role.Librarian ? new CheckOutOutcome.NoSuchBooking() : new CheckOutOutcome.NotAllowed();
            }

            var lines = booking.Lines.FindAll(line => line.Status == LineStatus.Waiting);
            if (!booking.Allows(BookingStep.PickUp) || booking.End <= write.Now || lines.Count == 0)
            {
                return new CheckOutOutcome.NotNow(booking);
            }

            if (booking.Start > write.Now + settings.PickUpEarly)
            {
                return new CheckOutOutcome.TooEarly(booking, booking.Start - settings.PickUpEarly);
            }

            await WaitingList.LockRelatedAsync(write, lines.SelectMany(line => line.Claims).Select(claim => claim.StockId).Distinct());
            return await HandOutAsync(write, booking, lines, byId, null);
        },
        cancellationToken);

    private async Task<CheckOutOutcome> HandOutAsync(EquipmentWrite write, Booking booking, List<BookingLine> lines, int byId, Unit? unit)
    {
        // Before its time it may still be somebody else's.
        var early = lines.SelectMany(line => line.Claims).Where(claim => claim.From > write.Now).ToList();
        if (early.Count > 0)
        {
            var availability = await Availability.ReadAsync(
                write.Context, await write.ListAsync(), [.. early.Select(claim => claim.StockId).Distinct()], write.Now, early.Max(claim => claim.From), write.Now, booking.Lines.ConvertAll(line => line.Id),
                write.Cancellation);
            if (early.Find(claim => !availability.IsFree(claim.StockId, claim.Quantity, write.Now, claim.From)) is { } busy)
            {
                return new CheckOutOutcome.TooEarly(booking, busy.From);
            }

            early.ForEach(claim => claim.During(write.Now, claim.Until));
        }

        foreach (var line in lines)
        {
            line.Status = LineStatus.Out;
            line.Claims.ForEach(claim => claim.State = ClaimState.Out);
        }

        booking.Take(BookingStep.PickUp, write.Now, byId, unit?.Barcode);
        await messages.ForgetAsync(write, booking);
        await messages.RemindOfReturnAsync(write, booking);
        await write.CommitAsync();
        return new CheckOutOutcome.CheckedOut(booking, unit);
    }

    // The line that takes from the unit's stock and has not got so many yet.
    private static BookingLine? LineFor(Booking booking, Unit unit, HashSet<int> alike) => booking.Lines.Find(line => line.Status != LineStatus.Back
        && line.Claims.Where(claim => claim.StockId == unit.StockId).Sum(claim => claim.Quantity) > line.UnitLoans.Count(loan => alike.Contains(loan.UnitId)));

    private static Task<Booking?> NextAsync(EquipmentWrite write, int stockId, int? bookingId) => write.Context.Bookings.AsNoTracking().Include(booking => booking.Lines)
        .Where(booking => booking.Status == BookingStatus.Booked || booking.Status == BookingStatus.Approved).Where(booking => booking.End > write.Now && booking.Id != bookingId)
        .Where(booking => booking.Lines.Any(line => line.Claims.Any(claim => claim.StockId == stockId)))
        .OrderBy(booking => booking.Start).ThenBy(booking => booking.Id).FirstOrDefaultAsync(write.Cancellation);
}

/// <summary>What became of handing something out. But for <see cref="CheckedOut"/> nothing was changed.</summary>
public abstract record CheckOutOutcome
{
    private CheckOutOutcome()
    {
    }

    /// <summary>It is with the person.</summary>
    /// <param name="Booking">The booking it was handed out for.</param>
    /// <param name="Unit">The unit; null where it was the whole booking.</param>
    public sealed record CheckedOut(Booking Booking, Unit? Unit) : CheckOutOutcome;

    /// <summary>Nothing has this barcode.</summary>
    /// <param name="Barcode">As it was read.</param>
    public sealed record UnknownBarcode(string Barcode) : CheckOutOutcome;

    /// <summary>It is out already, perhaps since it was scanned twice.</summary>
    /// <param name="Unit">The unit.</param>
    /// <param name="Resource">What it is one of.</param>
    /// <param name="Booking">The booking it is out with.</param>
    public sealed record AlreadyOut(Unit Unit, Resource Resource, Booking Booking) : CheckOutOutcome;

    /// <summary>Nobody booked it for now.</summary>
    /// <param name="Unit">The unit.</param>
    /// <param name="Resource">What it is one of.</param>
    /// <param name="Next">The next booking it is wanted for; null where there is none.</param>
    public sealed record NotBooked(Unit Unit, Resource Resource, Booking? Next) : CheckOutOutcome;

    /// <summary>Several bookings wait for one like it.</summary>
    /// <param name="Unit">The unit.</param>
    /// <param name="Resource">What it is one of.</param>
    /// <param name="Bookings">Which, the earliest first.</param>
    public sealed record Which(Unit Unit, Resource Resource, IReadOnlyList<Booking> Bookings) : CheckOutOutcome;

    /// <summary>It is broken or was lost, as is noted, and is not given out.</summary>
    /// <param name="Unit">The unit.</param>
    /// <param name="Resource">What it is one of.</param>
    public sealed record Unfit(Unit Unit, Resource Resource) : CheckOutOutcome;

    /// <summary>It is too early, or somebody else has booked it before.</summary>
    /// <param name="Booking">The booking.</param>
    /// <param name="From">From when it can be handed out, in UTC.</param>
    public sealed record TooEarly(Booking Booking, DateTimeOffset From) : CheckOutOutcome;

    /// <summary>The booking is over, cancelled, not approved yet, or all of it is out.</summary>
    /// <param name="Booking">The booking as it stands.</param>
    public sealed record NotNow(Booking Booking) : CheckOutOutcome;

    /// <summary>There is no such booking.</summary>
    public sealed record NoSuchBooking : CheckOutOutcome;

    /// <summary>Only a librarian hands out.</summary>
    public sealed record NotAllowed : CheckOutOutcome;
}
