using LibraryBot.Data.People;
using Microsoft.EntityFrameworkCore;

namespace LibraryBot.Data.Equipment;

/// <summary>Takes back what was handed out, and notes what became of it. What is back early is free at once, but for the time to put it away.</summary>
/// <param name="writes">Serialises what is written.</param>
/// <param name="settings">When nobody is expected any more.</param>
/// <param name="changes">Frees what nobody came for.</param>
/// <param name="messages">Takes back what needs no longer be said.</param>
/// <param name="waiting">Offers what comes free.</param>
public sealed class CheckIns(EquipmentWrites writes, EquipmentSettings settings, BookingChanges changes, BookingMessages messages, WaitingList waiting)
{
    private static readonly TimeSpan s_longOver = TimeSpan.FromDays(7);

    /// <summary>Takes back a unit. The things of a booking are free again when all that was handed out of them by barcode is back.</summary>
    /// <param name="barcode">Its barcode, as it was scanned or typed.</param>
    /// <param name="byId">The librarian.</param>
    /// <param name="condition">The state it came back in; null where it is as it was.</param>
    /// <param name="note">What is to be known about its state; null where nothing is.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public Task<CheckInOutcome> CheckInAsync(string barcode, int byId, UnitCondition? condition, string? note, CancellationToken cancellationToken) => writes.RunAsync<CheckInOutcome>(
        async write =>
        {
            if (await write.UnitAsync(barcode) is not { } unit)
            {
                return await write.RoleAsync(byId) == Role.Librarian ? new CheckInOutcome.UnknownBarcode(barcode.Trim()) : new CheckInOutcome.NotAllowed();
            }

            var outWith = await write.OutWithAsync(unit.Id);
            await write.LockBookingsAsync(outWith is null ? [] : [outWith.Id]);
            if (await write.LockRoleAsync(byId) != Role.Librarian)
            {
                return new CheckInOutcome.NotAllowed();
            }

            await WaitingList.LockRelatedAsync(write, [unit.StockId]);
            var booking = outWith is null ? null : await BookingChanges.WithLines(write.Context).SingleAsync(each => each.Id == outWith.Id, write.Cancellation);
            var line = booking?.Lines.Find(each => each.UnitLoans.Exists(loan => loan.UnitId == unit.Id && loan.BackAt is null));
            if (booking is null || line is null)
            {
                var list = await write.ListAsync();
                return new CheckInOutcome.NotOut(unit, list.Resources[list.StockOf(unit.StockId).ResourceId]);
            }

            Note(unit, condition, note);
            var loan = line.UnitLoans.Single(each => each.UnitId == unit.Id && each.BackAt is null);
            (loan.BackAt, loan.ConditionBack, loan.Note) = (write.Now, unit.Condition, note is null ? null : Approvals.Cut(note));
            if (condition is UnitCondition.Damaged or UnitCondition.Lost)
            {
                booking.Take(BookingStep.ReportDamage, write.Now, byId, unit.Barcode);
            }

            return await TakeBackAsync(write, booking, line.UnitLoans.Exists(each => each.BackAt is null) ? [] : [line], byId, unit);
        },
        cancellationToken);

    /// <summary>Takes back all of a booking that is out.</summary>
    /// <param name="bookingId">The booking.</param>
    /// <param name="byId">The librarian.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public Task<CheckInOutcome> CheckInAllAsync(int bookingId, int byId, CancellationToken cancellationToken) => writes.RunAsync<CheckInOutcome>(
        async write =>
        {
            var (booking, role) = await BookingChanges.FindAsync(write, bookingId, byId);
            if (booking is null || role != Role.Librarian)
            {
                return booking is null && await write.RoleAsync(byId) == Role.Librarian ? new CheckInOutcome.NoSuchBooking() : new CheckInOutcome.NotAllowed();
            }

            var lines = booking.Lines.FindAll(line => line.Status == LineStatus.Out);
            if (lines.Count == 0)
            {
                return new CheckInOutcome.NothingOut(booking);
            }

            lines.SelectMany(line => line.UnitLoans).Where(loan => loan.BackAt is null).ToList().ForEach(loan => loan.BackAt = write.Now);
            await WaitingList.LockRelatedAsync(write, lines.SelectMany(line => line.Claims).Select(claim => claim.StockId).Distinct());
            return await TakeBackAsync(write, booking, lines, byId, null);
        },
        cancellationToken);

    /// <summary>Notes that something is broken, lost, or well again, wherever it is.</summary>
    /// <param name="barcode">Its barcode, as it was scanned or typed.</param>
    /// <param name="byId">The librarian.</param>
    /// <param name="condition">Its state.</param>
    /// <param name="note">What is to be known about it; null where nothing is.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public Task<ConditionOutcome> ReportAsync(string barcode, int byId, UnitCondition condition, string? note, CancellationToken cancellationToken) => writes.RunAsync<ConditionOutcome>(
        async write =>
        {
            if (await write.LockRoleAsync(byId) != Role.Librarian)
            {
                return new ConditionOutcome.NotAllowed();
            }

            if (await write.UnitAsync(barcode) is not { } unit)
            {
                return new ConditionOutcome.UnknownBarcode(barcode.Trim());
            }

            Note(unit, condition, note);
            await write.CommitAsync();
            var list = await write.ListAsync();
            return new ConditionOutcome.Noted(unit, list.Resources[list.StockOf(unit.StockId).ResourceId]);
        },
        cancellationToken);

    /// <summary>
    /// Gives away what nobody came for in time, counted from its start or from when it was booked where that was later, but for spaces, which nobody collects; and ends what was partly fetched, is all back and whose time is over. To be
    /// called every minute.
    /// </summary>
    /// <returns>How many bookings nobody came for.</returns>
    public async Task<int> MoveOnAsync(CancellationToken cancellationToken) => await writes.RunAsync(
        async write =>
        {
            var (latest, earliest, isMissed) = (write.Now - settings.NoShowAfter, write.Now - s_longOver, settings.NoShowAfter > TimeSpan.Zero);
            var ids = await write.Context.Bookings.Where(booking =>
                (isMissed && (booking.Status == BookingStatus.Booked || booking.Status == BookingStatus.Approved) && booking.Start <= latest && booking.CreatedAt <= latest && booking.Start > earliest
                    && booking.Lines.Any(line => write.Context.Resources.Any(resource => resource.Id == line.ResourceId && resource.Kind != ResourceKind.Space)))
                || (booking.Status == BookingStatus.PickedUp && booking.End <= write.Now && booking.Lines.All(line => line.Status != LineStatus.Out))).Select(booking => booking.Id).ToListAsync(write.Cancellation);
            if (ids.Count == 0)
            {
                return 0;
            }

            await write.LockBookingsAsync(ids);
            var bookings = await BookingChanges.WithLines(write.Context).Where(booking => ids.Contains(booking.Id)).ToListAsync(write.Cancellation);
            var missed = bookings.FindAll(booking => isMissed && booking.Allows(BookingStep.MissPickUp) && booking.Start <= latest);
            var over = bookings.FindAll(booking => booking.Allows(BookingStep.Return) && booking.End <= write.Now && booking.Lines.TrueForAll(line => line.Status != LineStatus.Out));
            await WaitingList.LockRelatedAsync(write, bookings.SelectMany(booking => booking.Lines).SelectMany(line => line.Claims).Select(claim => claim.StockId).Distinct());
            await changes.FreeAsync(write, missed, BookingStep.MissPickUp, null, null);
            await changes.FreeAsync(write, over, BookingStep.Return, null, null);
            await write.CommitAsync();
            return missed.Count;
        },
        cancellationToken);

    private async Task<CheckInOutcome> TakeBackAsync(EquipmentWrite write, Booking booking, List<BookingLine> lines, int byId, Unit? unit)
    {
        var list = await write.ListAsync();
        var stocks = lines.SelectMany(line => line.Claims).Select(claim => claim.StockId).Distinct().ToList();
        foreach (var line in lines)
        {
            line.Status = LineStatus.Back;
            var free = write.Now.AddMinutes(list.Resources[line.ResourceId].BufferAfterMinutes);
            foreach (var claim in line.Claims.ToList())
            {
                // That it was taken until now stays to be seen.
                var until = claim.Until < free ? claim.Until : free;
                if (until <= claim.From)
                {
                    write.Context.Remove(claim);
                }
                else
                {
                    claim.State = ClaimState.Kept;
                    claim.During(claim.From, until);
                }
            }
        }

        if (booking.Lines.TrueForAll(line => line.Status == LineStatus.Back))
        {
            booking.Take(BookingStep.Return, write.Now, byId, unit?.Barcode);
            await messages.ForgetAsync(write, booking);
        }

        await waiting.OfferFreedAsync(write, stocks);
        await write.CommitAsync();
        return new CheckInOutcome.CheckedIn(booking, unit, write.Now > booking.End ? write.Now - booking.End : null);
    }

    private static void Note(Unit unit, UnitCondition? condition, string? note)
    {
        unit.Condition = condition ?? unit.Condition;
        unit.ConditionNote = note is null ? condition is null ? unit.ConditionNote : null : Approvals.Cut(note);
    }
}

/// <summary>What became of taking something back. But for <see cref="CheckedIn"/> nothing was changed.</summary>
public abstract record CheckInOutcome
{
    private CheckInOutcome()
    {
    }

    /// <summary>It is back.</summary>
    /// <param name="Booking">The booking it was out with; returned where nothing is left.</param>
    /// <param name="Unit">The unit; null where it was the whole booking.</param>
    /// <param name="Late">How late it is; null where it is in time.</param>
    public sealed record CheckedIn(Booking Booking, Unit? Unit, TimeSpan? Late) : CheckInOutcome;

    /// <summary>Nothing has this barcode.</summary>
    /// <param name="Barcode">As it was read.</param>
    public sealed record UnknownBarcode(string Barcode) : CheckInOutcome;

    /// <summary>It was not handed out by its barcode, or is back already.</summary>
    /// <param name="Unit">The unit.</param>
    /// <param name="Resource">What it is one of.</param>
    public sealed record NotOut(Unit Unit, Resource Resource) : CheckInOutcome;

    /// <summary>Nothing of the booking is out.</summary>
    /// <param name="Booking">The booking as it stands.</param>
    public sealed record NothingOut(Booking Booking) : CheckInOutcome;

    /// <summary>There is no such booking.</summary>
    public sealed record NoSuchBooking : CheckInOutcome;

    /// <summary>Only a librarian takes back.</summary>
    public sealed record NotAllowed : CheckInOutcome;
}

/// <summary>What became of noting the state of something.</summary>
public abstract record ConditionOutcome
{
    private ConditionOutcome()
    {
    }

    /// <summary>It is noted.</summary>
    /// <param name="Unit">The unit with its state.</param>
    /// <param name="Resource">What it is one of; ask <see cref="Closures"/> to book no more of it than work.</param>
    public sealed record Noted(Unit Unit, Resource Resource) : ConditionOutcome;

    /// <summary>Nothing has this barcode.</summary>
    /// <param name="Barcode">As it was read.</param>
    public sealed record UnknownBarcode(string Barcode) : ConditionOutcome;

    /// <summary>Only a librarian notes it.</summary>
    public sealed record NotAllowed : ConditionOutcome;
}
