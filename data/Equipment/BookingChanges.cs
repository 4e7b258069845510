using LibraryBot.Data.People;
using Microsoft.EntityFrameworkCore;

namespace LibraryBot.Data.Equipment;

/// <summary>Changes, extends and cancels bookings: for whose they are, who made them, and the librarian. All others are told that there is none.</summary>
/// <param name="writes">Serialises what is written.</param>
/// <param name="rules">Who may book what, when.</param>
/// <param name="messages">Keeps the reminders true.</param>
/// <param name="waiting">Offers what comes free.</param>
/// <param name="free">Says what could be had instead.</param>
public sealed class BookingChanges(EquipmentWrites writes, BookingRules rules, BookingMessages messages, WaitingList waiting, FreeEquipment free)
{
    /// <summary>Books something else in place of a booking: other things or numbers, another time, or both. Where that cannot be had the booking stays as it is.</summary>
    /// <param name="bookingId">The booking; asked for, booked or approved.</param>
    /// <param name="byId">Who changes it.</param>
    /// <param name="items">All that it is to have; null leaves it.</param>
    /// <param name="time">When; null leaves it.</param>
    /// <param name="cancellationToken">Stops it; the booking is as it was then.</param>
    public async Task<BookingOutcome> ChangeAsync(int bookingId, int byId, IReadOnlyList<BookingItem>? items, BookingTime? time, CancellationToken cancellationToken)
    {
        (IReadOnlyList<BookingItem> Items, BookingTime Time)? wanted = null;
        var outcome = await writes.RunAsync(
            async write =>
            {
                var (booking, role) = await FindAsync(write, bookingId, byId);
                if (booking is null || !booking.Allows(BookingStep.Change))
                {
                    return booking is null ? new BookingOutcome.NoSuchBooking() : new BookingOutcome.NotNow(booking);
                }

                wanted = (items ?? AsItems(booking), time is null ? new BookingTime(booking.Start, booking.End) : new BookingTime(BookingDesk.Round(time.Start), BookingDesk.Round(time.End)));
                return await ReplaceAsync(write, booking, role, byId, wanted.Value.Items, wanted.Value.Time, BookingStep.Change);
            },
            cancellationToken);
        return outcome ?? await free.InsteadAsync(wanted!.Value.Items, wanted.Value.Time.Start, wanted.Value.Time.End, byId, bookingId, cancellationToken);
    }

    /// <summary>Gives a booking another end, later or earlier, also while it is out: then it keeps the very units it has.</summary>
    /// <param name="bookingId">The booking.</param>
    /// <param name="byId">Who extends it.</param>
    /// <param name="end">The new end, in UTC.</param>
    /// <param name="cancellationToken">Stops it; the booking is as it was then.</param>
    public async Task<BookingOutcome> ExtendAsync(int bookingId, int byId, DateTimeOffset end, CancellationToken cancellationToken)
    {
        end = BookingDesk.Round(end);
        Booking? found = null;
        var outcome = await writes.RunAsync(
            async write =>
            {
                (found, var role) = await FindAsync(write, bookingId, byId);
                if (found is null || !found.Allows(BookingStep.Extend))
                {
                    return found is null ? new BookingOutcome.NoSuchBooking() : new BookingOutcome.NotNow(found);
                }

                return found.Status == BookingStatus.PickedUp
                    ? await KeepAsync(write, found, role, byId, end)
                    : await ReplaceAsync(write, found, role, byId, AsItems(found), new BookingTime(found.Start, end), BookingStep.Extend);
            },
            cancellationToken);
        return outcome ?? await free.InsteadAsync(AsItems(found!), found!.Start, end, byId, bookingId, cancellationToken);
    }

    /// <summary>Cancels a booking that was not picked up. In a series it becomes an exception.</summary>
    /// <param name="bookingId">The booking.</param>
    /// <param name="byId">Who cancels it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public Task<CancelBookingOutcome> CancelAsync(int bookingId, int byId, CancellationToken cancellationToken) => CancelAsync(bookingId, byId, rest: false, cancellationToken);

    /// <summary>Cancels a booking of a series and all that come after it, as far as they were not picked up.</summary>
    /// <inheritdoc cref="CancelAsync(int, int, CancellationToken)" path="/param"/>
    public Task<CancelBookingOutcome> CancelRestAsync(int bookingId, int byId, CancellationToken cancellationToken) => CancelAsync(bookingId, byId, rest: true, cancellationToken);

    /// <summary>Cancels several bookings in one write. What is none of who asks, or cannot be cancelled now, is left as it is.</summary>
    /// <param name="bookingIds">The bookings; at most 200.</param>
    /// <param name="byId">Who cancels them.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public Task<CancelBookingOutcome> CancelEachAsync(IReadOnlyCollection<int> bookingIds, int byId, CancellationToken cancellationToken) => writes.RunAsync<CancelBookingOutcome>(
        async write =>
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThan(bookingIds.Count, 200);
            await write.LockBookingsAsync(bookingIds);
            var isLibrarian = (await write.LockPeopleAsync(byId)).GetValueOrDefault(byId) == Role.Librarian;
            var bookings = await WithLines(write.Context)
                .Where(booking => bookingIds.Contains(booking.Id) && (isLibrarian || booking.PersonId == byId || booking.BookedById == byId)).OrderBy(booking => booking.Start).ToListAsync(write.Cancellation);
            var now = bookings.FindAll(booking => booking.Allows(BookingStep.Cancel));
            if (now.Count == 0)
            {
                return bookings.Count == 0 ? new CancelBookingOutcome.NoSuchBooking() : new CancelBookingOutcome.NotNow(bookings[0]);
            }

            await FreeAsync(write, now, BookingStep.Cancel, byId, null);
            write.Context.AddRange(now.Where(each => each.SeriesId is not null).Select(each => Exception(each, SeriesExceptionReason.Cancelled)));
            await write.CommitAsync();
            return new CancelBookingOutcome.Cancelled(now);
        },
        cancellationToken);

    private Task<CancelBookingOutcome> CancelAsync(int bookingId, int byId, bool rest, CancellationToken cancellationToken) => writes.RunAsync<CancelBookingOutcome>(
        async write =>
        {
            // All bookings are locked before any person is.
            var ids = !rest ? [] : await write.Context.Bookings
                .Where(each => each.SeriesId != null && each.SeriesId == write.Context.Bookings.Where(one => one.Id == bookingId).Select(one => one.SeriesId).FirstOrDefault())
                .Select(each => each.Id).ToListAsync(write.Cancellation);
            await write.LockBookingsAsync([.. ids, bookingId]);
            var (booking, _) = await FindAsync(write, bookingId, byId);
            if (booking is null)
            {
                return new CancelBookingOutcome.NoSuchBooking();
            }

            List<Booking> bookings = [booking];
            if (ids.Count > 0)
            {
                bookings = await WithLines(write.Context).Where(each => ids.Contains(each.Id) && each.Start >= booking.Start).OrderBy(each => each.Start).ToListAsync(write.Cancellation);
            }

            bookings = bookings.FindAll(each => each.Allows(BookingStep.Cancel));
            if (bookings.Count == 0)
            {
                return new CancelBookingOutcome.NotNow(booking);
            }

            await FreeAsync(write, bookings, BookingStep.Cancel, byId, null);
            write.Context.AddRange(bookings.Where(each => each.SeriesId is not null).Select(each => Exception(each, SeriesExceptionReason.Cancelled)));
            await write.CommitAsync();
            return new CancelBookingOutcome.Cancelled(bookings);
        },
        cancellationToken);

    /// <summary>Takes a step after which bookings take nothing any more, and offers what they had.</summary>
    internal async Task FreeAsync(EquipmentWrite write, List<Booking> bookings, BookingStep step, int? byId, string? note)
    {
        var claims = bookings.SelectMany(booking => booking.Lines).SelectMany(line => line.Claims).ToList();
        var stocks = claims.Select(claim => claim.StockId).Distinct().ToList();
        await WaitingList.LockRelatedAsync(write, stocks);
        write.Context.RemoveRange(claims);
        foreach (var booking in bookings)
        {
            booking.Take(step, write.Now, byId, note);
            await messages.ForgetAsync(write, booking);
        }

        await waiting.OfferFreedAsync(write, stocks);
    }

    /// <summary>Locks a booking and reads it, with the lines that it has.</summary>
    /// <returns>The booking, null where it is none that this person may touch; and what they are.</returns>
    internal static async Task<(Booking? Booking, Role Role)> FindAsync(EquipmentWrite write, int bookingId, int byId)
    {
        await write.LockBookingsAsync(bookingId);
        var booking = await WithLines(write.Context).SingleOrDefaultAsync(each => each.Id == bookingId, write.Cancellation);
        if (booking is null)
        {
            return (null, Role.Visitor);
        }

        var roles = await write.LockPeopleAsync([.. new[] { byId, booking.PersonId }.Distinct()]);
        var role = roles.GetValueOrDefault(byId);
        return role == Role.Librarian || byId == booking.PersonId || byId == booking.BookedById ? (booking, role) : (null, role);
    }

    internal static IQueryable<Booking> WithLines(LibraryContext context) => context.Bookings
        .Include(booking => booking.Lines).ThenInclude(line => line.Claims).Include(booking => booking.Lines).ThenInclude(line => line.UnitLoans).AsSplitQuery();

    private async Task<BookingOutcome?> ReplaceAsync(
        EquipmentWrite write, Booking booking, Role role, int byId, IReadOnlyList<BookingItem> asked, BookingTime time, BookingStep step)
    {
        var (items, refusal) = BookingRules.Items(await write.ListAsync(), asked, role);
        refusal ??= rules.Refuses([.. items.Select(item => item.Resource)], time.Start, time.End, role, write.Now, startsAnew: time.Start != booking.Start);
        if (refusal is not null)
        {
            return refusal;
        }

        // What it had may come free for others, and all locks are taken at once.
        var had = booking.Lines.SelectMany(line => line.Claims).Select(claim => claim.StockId).Distinct().ToList();
        var list = await write.ListAsync();
        await write.LockStocksAsync([.. list.TakingFrom(had).Concat(items.Select(item => item.Resource)).SelectMany(list.StocksOf).Select(stock => stock.Id).Distinct()]);
        var placement = await Placement.ReadAsync(write, items, booking.PersonId, role, time, booking);
        var (lines, hindrance) = placement.Take(time.Start, time.End);
        if (lines is null)
        {
            return hindrance;
        }

        if (booking.SeriesId is not null && time.Start != booking.Start)
        {
            write.Context.Add(Exception(booking, SeriesExceptionReason.Changed));
        }

        write.Context.RemoveRange(booking.Lines);
        await write.Context.SaveChangesAsync(write.Cancellation);
        booking.Lines = lines;
        (booking.Start, booking.End) = (time.Start, time.End);
        booking.Take(step, write.Now, byId);
        if (role != Role.Librarian && booking.Status is BookingStatus.Booked or BookingStatus.Approved && items.Any(item => item.Resource.NeedsApproval))
        {
            booking.AskAgain(write.Now, byId);
        }

        await messages.ForgetAsync(write, booking);
        await waiting.OfferFreedAsync(write, had);
        await messages.RemindAsync(write, booking);
        await write.CommitAsync();
        return new BookingOutcome.Booked(booking);
    }

    private async Task<BookingOutcome?> KeepAsync(EquipmentWrite write, Booking booking, Role role, int byId, DateTimeOffset end)
    {
        var list = await write.ListAsync();
        var resources = booking.Lines.ConvertAll(line => list.Resources[line.ResourceId]);
        if (rules.Refuses(resources, booking.Start, end, role, write.Now, startsAnew: false) is { } refusal)
        {
            return refusal;
        }

        var claims = booking.Lines.Where(line => line.Status != LineStatus.Back).SelectMany(line => line.Claims.Select(claim => (Line: line, Claim: claim))).ToList();
        var stocks = claims.Select(each => each.Claim.StockId).Distinct().ToList();
        await WaitingList.LockRelatedAsync(write, stocks);
        var until = end.AddMinutes(resources.Max(resource => resource.BufferAfterMinutes));
        var from = claims.Select(each => each.Claim.From).DefaultIfEmpty(booking.Start).Min();
        var availability = await Availability.ReadAsync(write.Context, list, stocks, from, until, write.Now, booking.Lines.ConvertAll(line => line.Id), write.Cancellation);
        foreach (var (line, claim) in claims)
        {
            var newUntil = list.Resources[line.ResourceId].Window(booking.Start, end).Until;
            if (newUntil > claim.Until && !availability.IsFree(claim.StockId, claim.Quantity, claim.Until, newUntil))
            {
                return null;
            }
        }

        claims.ForEach(each => each.Claim.During(each.Claim.From, list.Resources[each.Line.ResourceId].Window(booking.Start, end).Until));
        booking.End = end;
        booking.Take(BookingStep.Extend, write.Now, byId);
        await messages.ForgetAsync(write, booking);
        await messages.RemindOfReturnAsync(write, booking);
        await waiting.OfferFreedAsync(write, stocks);
        await write.CommitAsync();
        return new BookingOutcome.Booked(booking);
    }

    private static SeriesException Exception(Booking booking, SeriesExceptionReason reason) =>
        new() { SeriesId = booking.SeriesId!.Value, Start = booking.Start, End = booking.End, Reason = reason };

    private static IReadOnlyList<BookingItem> AsItems(Booking booking) => [.. booking.Lines.Select(line => new BookingItem(line.ResourceId, line.Quantity))];
}
