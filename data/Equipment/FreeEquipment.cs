using LibraryBot.Data.People;
using Microsoft.EntityFrameworkCore;

namespace LibraryBot.Data.Equipment;

/// <summary>Answers what there is, what is free when, and what could be had instead. It asks the same <see cref="Availability"/> as booking does.</summary>
/// <param name="factory">The library's database.</param>
/// <param name="rules">Who may book what, when.</param>
/// <param name="time">The clock.</param>
public sealed class FreeEquipment(IDbContextFactory<LibraryContext> factory, BookingRules rules, TimeProvider time)
{
    /// <summary>All there is, for finding out what somebody means and for names.</summary>
    public async Task<EquipmentList> ListAsync(CancellationToken cancellationToken)
    {
        await using var context = await factory.CreateDbContextAsync(cancellationToken);
        return await EquipmentList.ReadAsync(context, cancellationToken);
    }

    /// <summary>How many of everything are free through all of a time, in the order of names.</summary>
    /// <param name="start">From when, in UTC.</param>
    /// <param name="end">Until when, in UTC.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<IReadOnlyList<FreeResource>> AtAsync(DateTimeOffset start, DateTimeOffset end, CancellationToken cancellationToken)
    {
        await using var context = await factory.CreateDbContextAsync(cancellationToken);
        var list = await EquipmentList.ReadAsync(context, cancellationToken);
        var most = list.Resources.Values.Select(resource => Math.Max(resource.BufferBeforeMinutes, resource.BufferAfterMinutes)).DefaultIfEmpty().Max();
        var availability = await Availability.ReadAsync(context, list, null, start.AddMinutes(-most), end.AddMinutes(most), time.GetUtcNow(), null, cancellationToken);
        return [.. list.Bookable.Select(resource => new FreeResource(resource, availability.Free(resource, start, end), list.Total(resource.Id)))];
    }

    /// <summary>How many of one resource are free at each moment of a time, as spans in which it does not change. Who books is told the same.</summary>
    /// <param name="resourceId">The resource.</param>
    /// <param name="start">From when, in UTC.</param>
    /// <param name="end">Until when, in UTC; at most 60 days after <paramref name="start"/>.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The spans in order, without gaps; empty where there is no such resource.</returns>
    public async Task<IReadOnlyList<OccupancySpan>> OccupancyAsync(int resourceId, DateTimeOffset start, DateTimeOffset end, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(end - start, TimeSpan.FromDays(60));
        await using var context = await factory.CreateDbContextAsync(cancellationToken);
        var list = await EquipmentList.ReadAsync(context, cancellationToken);
        if (!list.Resources.TryGetValue(resourceId, out var resource) || start >= end)
        {
            return [];
        }

        var stocks = list.StocksOf(resource).Select(stock => stock.Id).ToList();
        var (from, until) = resource.Window(start, end);
        var availability = await Availability.ReadAsync(context, list, stocks, from, until, time.GetUtcNow(), null, cancellationToken);
        var moments = availability.ChangesOf(resource).Where(moment => moment > start && moment < end).Prepend(start).Append(end).Distinct().Order().ToList();
        var spans = new List<OccupancySpan>();
        foreach (var (first, next) in moments.Zip(moments.Skip(1)))
        {
            // Without its buffers: what is being made ready is taken, but does not reach further.
            var free = availability.FreeNow(resource, first, next);
            if (spans.Count > 0 && spans[^1].Free == free)
            {
                spans[^1] = spans[^1] with { End = next };
            }
            else
            {
                spans.Add(new OccupancySpan(first, next, free, list.Total(resourceId)));
            }
        }

        return spans;
    }

    /// <summary>What is short at a time, and what could be booked instead.</summary>
    /// <param name="items">What is wanted; resources that are not there are left out.</param>
    /// <param name="start">From when, in UTC.</param>
    /// <param name="end">Until when, in UTC.</param>
    /// <param name="byId">Who asks: what they may not book is not offered.</param>
    /// <param name="exceptBookingId">A booking that is to be changed, and does not count; null where there is none.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>With no shortages where all of it is free.</returns>
    public async Task<BookingOutcome.Taken> InsteadAsync(
        IReadOnlyList<BookingItem> items, DateTimeOffset start, DateTimeOffset end, int byId, int? exceptBookingId, CancellationToken cancellationToken)
    {
        await using var context = await factory.CreateDbContextAsync(cancellationToken);
        var list = await EquipmentList.ReadAsync(context, cancellationToken);
        var role = await context.People.Where(person => person.Id == byId).Select(person => person.Role).FirstOrDefaultAsync(cancellationToken);
        var wanted = items.Where(item => item.Quantity > 0 && list.Resources.ContainsKey(item.ResourceId)).GroupBy(item => item.ResourceId)
            .Select(group => (Resource: list.Resources[group.Key], Quantity: group.Sum(item => item.Quantity))).ToList();
        var lines = exceptBookingId is null ? null : await context.BookingLines.Where(line => line.BookingId == exceptBookingId).Select(line => line.Id).ToListAsync(cancellationToken);
        var now = time.GetUtcNow();
        if (wanted.Count == 0)
        {
            return new BookingOutcome.Taken([], null, []);
        }

        var availability = await Availability.ReadAsync(
            context, list, AlternativeFinder.StocksFor(list, wanted.Select(item => item.Resource)), start.AddDays(-2), end + AlternativeFinder.Ahead + TimeSpan.FromDays(1), now, lines, cancellationToken);
        return new AlternativeFinder(list, availability, rules, role, now).Find(wanted, start, end);
    }

    /// <summary>Whether something could be booked now, or a booking be changed to it; nothing is booked.</summary>
    /// <param name="request">What is wanted; anything may stand in it.</param>
    /// <param name="exceptBookingId">A booking that is to be changed to it, and does not count; null where it is to be a new one.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>Why not; null where it could.</returns>
    public async Task<BookingOutcome?> RefusalAsync(BookingRequest request, int? exceptBookingId, CancellationToken cancellationToken)
    {
        var byId = request.BookedById ?? request.PersonId;
        await using (var context = await factory.CreateDbContextAsync(cancellationToken))
        {
            var person = await context.People.AsNoTracking().SingleOrDefaultAsync(person => person.Id == byId, cancellationToken);
            if (person is null || person.Role == Role.Visitor)
            {
                return new BookingOutcome.NotAllowed(null);
            }

            var (items, refusal) = BookingRules.Items(await EquipmentList.ReadAsync(context, cancellationToken), request.Items, person.Role);
            var startsAnew = exceptBookingId is null || !await context.Bookings.AnyAsync(booking => booking.Id == exceptBookingId && booking.Start == request.Start, cancellationToken);
            refusal ??= rules.Refuses([.. items.Select(item => item.Resource)], request.Start, request.End, person.Role, time.GetUtcNow(), startsAnew);
            if (refusal is not null)
            {
                return refusal;
            }
        }

        var instead = await InsteadAsync(request.Items, request.Start, request.End, byId, exceptBookingId, cancellationToken);
        return instead.Shortages.Count > 0 ? instead : null;
    }

    /// <summary>What could be had instead of a booking that cannot be met.</summary>
    /// <param name="bookingId">The booking.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>With no shortages where it can be met after all, or there is no such booking.</returns>
    public async Task<BookingOutcome.Taken> InsteadOfAsync(int bookingId, CancellationToken cancellationToken)
    {
        await using var context = await factory.CreateDbContextAsync(cancellationToken);
        var booking = await context.Bookings.AsNoTracking().Include(each => each.Lines).SingleOrDefaultAsync(each => each.Id == bookingId, cancellationToken);
        return booking is null
            ? new BookingOutcome.Taken([], null, [])
            : await InsteadAsync([.. booking.Lines.Select(line => new BookingItem(line.ResourceId, line.Quantity))], booking.Start, booking.End, booking.PersonId, bookingId, cancellationToken);
    }

    /// <summary>Where the units of a resource are at this moment.</summary>
    /// <returns>Null where there is no such resource.</returns>
    public async Task<Whereabouts?> WhereIsAsync(int resourceId, CancellationToken cancellationToken)
    {
        await using var context = await factory.CreateDbContextAsync(cancellationToken);
        var list = await EquipmentList.ReadAsync(context, cancellationToken);
        if (!list.Resources.TryGetValue(resourceId, out var resource))
        {
            return null;
        }

        var now = time.GetUtcNow();
        var stocks = list.StocksOf(resource).Select(stock => stock.Id).ToList();
        // Who has a Chromebook out of it has something of the cart.
        var bookings = await context.Bookings.AsNoTracking().Include(booking => booking.Lines).ThenInclude(line => line.Claims)
            .Where(booking => (booking.Status == BookingStatus.PickedUp || booking.Status == BookingStatus.Booked || booking.Status == BookingStatus.Approved)
                && (booking.Status == BookingStatus.PickedUp || booking.End > now)
                && booking.Lines.Any(line => line.Claims.Any(claim => stocks.Contains(claim.StockId))))
            .OrderBy(booking => booking.Start).ThenBy(booking => booking.Id).Take(100).AsSplitQuery().ToListAsync(cancellationToken);
        var closures = await context.Closures.AsNoTracking()
            .Where(closure => closure.From <= now && (closure.Until == null || closure.Until > now) && closure.Claims.Any(claim => stocks.Contains(claim.StockId)))
            .OrderBy(closure => closure.Id).ToListAsync(cancellationToken);
        return new Whereabouts(
            resource,
            bookings.FindAll(booking => booking.Lines.Exists(line => line.Status == LineStatus.Out && line.Claims.Exists(claim => stocks.Contains(claim.StockId)))),
            closures,
            bookings.Find(booking => booking.IsFirm));
    }
}

/// <summary>How many of a resource are free at a time.</summary>
/// <param name="Resource">The resource.</param>
/// <param name="Free">How many are free through all of it; of a cart, kit, asset or space 1 or 0.</param>
/// <param name="Total">How many there are.</param>
public sealed record FreeResource(Resource Resource, int Free, int Total);

/// <summary>A time in which as many are free at each moment.</summary>
/// <param name="Start">From when, in UTC.</param>
/// <param name="End">Until when, in UTC.</param>
/// <param name="Free">How many are free.</param>
/// <param name="Total">How many there are.</param>
public sealed record OccupancySpan(DateTimeOffset Start, DateTimeOffset End, int Free, int Total);

/// <summary>Where a resource is.</summary>
/// <param name="Resource">The resource, which says where it is kept.</param>
/// <param name="Out">The bookings it, or some of it, is out with, with their lines and claims; empty where all of it is at its place.</param>
/// <param name="Closures">Why some of it cannot be used now.</param>
/// <param name="Next">The next booking of it that waits to be picked up, or should have been by now; null where there is none.</param>
public sealed record Whereabouts(Resource Resource, IReadOnlyList<Booking> Out, IReadOnlyList<Closure> Closures, Booking? Next);
