using LibraryBot.Data.People;
using Microsoft.EntityFrameworkCore;

namespace LibraryBot.Data.Equipment;

/// <summary>Finds room for what somebody wants to book, at one or several times, inside a write that holds the stocks.</summary>
internal sealed class Placement
{
    private readonly IReadOnlyList<(Resource Resource, int Quantity)> _items;
    private readonly Dictionary<int, Timeline> _has;
    private readonly Availability _availability;

    private Placement(IReadOnlyList<(Resource, int)> items, Dictionary<int, Timeline> has, Availability availability) =>
        (_items, _has, _availability) = (items, has, availability);

    /// <summary>Locks the stocks and reads what is taken of them.</summary>
    /// <param name="write">The write; it holds the person already.</param>
    /// <param name="items">What is to be booked.</param>
    /// <param name="personId">For whom.</param>
    /// <param name="role">What who books is; the librarian may let somebody have more at once.</param>
    /// <param name="span">All times that will be asked for lie in it.</param>
    /// <param name="changing">A booking that is to be changed, whose own claims do not count; null where there is none.</param>
    public static async Task<Placement> ReadAsync(
        EquipmentWrite write, IReadOnlyList<(Resource Resource, int Quantity)> items, int personId, Role role, BookingTime span, Booking? changing = null)
    {
        var list = await write.ListAsync();
        var stocks = items.SelectMany(item => list.StocksOf(item.Resource)).Select(stock => stock.Id).Distinct().Order().ToList();
        await write.LockStocksAsync([.. stocks.Concat(changing?.Lines.SelectMany(line => line.Claims).Select(claim => claim.StockId) ?? []).Distinct()]);
        var most = items.Max(item => Math.Max(item.Resource.BufferBeforeMinutes, item.Resource.BufferAfterMinutes));
        var availability = await Availability.ReadAsync(
            write.Context, list, stocks, span.Start.AddMinutes(-most), span.End.AddMinutes(most), write.Now, changing?.Lines.Select(line => line.Id).ToList(), write.Cancellation);
        return new Placement(items, role == Role.Librarian ? [] : await HasAsync(write, items, personId, span, changing?.Id), availability);
    }

    /// <summary>Takes all of it at a time, or nothing.</summary>
    /// <returns>The lines with their claims, or what hinders: too many for one person, or null where not everything is free.</returns>
    public (List<BookingLine>? Lines, BookingOutcome? Refusal) Take(DateTimeOffset start, DateTimeOffset end)
    {
        foreach (var (resource, quantity) in _items)
        {
            if (_has.TryGetValue(resource.Id, out var has) && has.Peak(start, end) is var already && already + quantity > resource.MostAtOnce)
            {
                return (null, new BookingOutcome.TooMany(resource, resource.MostAtOnce!.Value, already));
            }
        }

        var lines = new List<BookingLine>();
        // Carts first, so that what is counted is not taken out of them.
        foreach (var (resource, quantity) in _items.OrderBy(item => item.Resource.IsContainer ? 0 : 1))
        {
            if (_availability.Take(resource, quantity, start, end) is not { } claims)
            {
                lines.ForEach(line => _availability.GiveBack(line.Claims));
                return (null, null);
            }

            lines.Add(new BookingLine { ResourceId = resource.Id, Quantity = quantity, Claims = claims });
        }

        foreach (var (resource, quantity) in _items)
        {
            _has.GetValueOrDefault(resource.Id)?.Add(start, end, quantity);
        }

        return (lines, null);
    }

    /// <summary>What there is too little of at a time, without what could be had instead.</summary>
    public IReadOnlyList<Shortage> Shortages(DateTimeOffset start, DateTimeOffset end)
    {
        var free = _availability.FreeTogether(_items, start, end);
        return [.. _items.Where(item => free[item.Resource.Id] < item.Quantity).Select(item => new Shortage(item.Resource, item.Quantity, free[item.Resource.Id], null))];
    }

    // What the person has of those things of which one person may not have any number.
    private static async Task<Dictionary<int, Timeline>> HasAsync(
        EquipmentWrite write, IReadOnlyList<(Resource Resource, int Quantity)> items, int personId, BookingTime span, int? except)
    {
        var limited = items.Where(item => item.Resource.MostAtOnce is not null).ToDictionary(item => item.Resource.Id, _ => new Timeline());
        if (limited.Count == 0)
        {
            return limited;
        }

        var ids = limited.Keys.ToList();
        var rows = await write.Context.Bookings
            .Where(booking => booking.PersonId == personId && booking.Id != except && booking.End > span.Start && booking.Start < span.End)
            .Where(booking => booking.Status == BookingStatus.Requested || booking.Status == BookingStatus.Booked || booking.Status == BookingStatus.Approved || booking.Status == BookingStatus.PickedUp)
            .SelectMany(booking => booking.Lines.Where(line => ids.Contains(line.ResourceId)), (booking, line) => new { booking.Start, booking.End, line.ResourceId, line.Quantity })
            .ToListAsync(write.Cancellation);
        rows.ForEach(row => limited[row.ResourceId].Add(row.Start, row.End, row.Quantity));
        return limited;
    }
}
