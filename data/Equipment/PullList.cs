using Microsoft.EntityFrameworkCore;

namespace LibraryBot.Data.Equipment;

/// <summary>What has to be ready, where and by when; and what is out.</summary>
/// <param name="factory">The library's database.</param>
public sealed class PullList(IDbContextFactory<LibraryContext> factory)
{
    /// <summary>What begins in a time and was not handed out yet, in the order in which it has to be ready. What waits for approval is not among it.</summary>
    /// <param name="from">From when, in UTC.</param>
    /// <param name="until">Until when, in UTC.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<IReadOnlyList<PullEntry>> OfAsync(DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken)
    {
        await using var context = await factory.CreateDbContextAsync(cancellationToken);
        var list = await EquipmentList.ReadAsync(context, cancellationToken);
        var bookings = await context.Bookings.AsNoTracking().Include(booking => booking.Lines).ThenInclude(line => line.Claims)
            .Where(booking => booking.Start >= from && booking.Start < until)
            .Where(booking => booking.Status == BookingStatus.Booked || booking.Status == BookingStatus.Approved || booking.Status == BookingStatus.PickedUp)
            .AsSplitQuery().ToListAsync(cancellationToken);
        var ids = bookings.Select(booking => booking.PersonId).Distinct().ToList();
        var names = await context.People.Where(person => ids.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.DisplayName, cancellationToken);
        return [.. bookings.Select(booking => EntryOf(list, booking, names[booking.PersonId])).Where(entry => entry.Lines.Count > 0).OrderBy(entry => entry.ReadyBy).ThenBy(entry => entry.Booking.Id)];
    }

    /// <summary>What is out, what is due first first. What is long overdue is among it.</summary>
    /// <param name="resourceIds">Of what; empty for all.</param>
    /// <param name="most">At most how many.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<IReadOnlyList<Booking>> OutAsync(IReadOnlyCollection<int> resourceIds, int most, CancellationToken cancellationToken)
    {
        await using var context = await factory.CreateDbContextAsync(cancellationToken);
        var isAll = resourceIds.Count == 0;
        List<int> stocks = [];
        if (!isAll)
        {
            // Who has a Chromebook out of it has something of the cart.
            var list = await EquipmentList.ReadAsync(context, cancellationToken);
            stocks = [.. resourceIds.Where(list.Resources.ContainsKey).SelectMany(id => list.StocksOf(list.Resources[id])).Select(stock => stock.Id)];
        }

        return await context.Bookings.AsNoTracking().Include(booking => booking.Lines).Where(booking => booking.Status == BookingStatus.PickedUp)
            .Where(booking => isAll || booking.Lines.Any(line => line.Status == LineStatus.Out && line.Claims.Any(claim => stocks.Contains(claim.StockId))))
            .OrderBy(booking => booking.End).ThenBy(booking => booking.Id).Take(most).ToListAsync(cancellationToken);
    }

    private static PullEntry EntryOf(EquipmentList list, Booking booking, string name)
    {
        var lines = booking.Lines.FindAll(line => line.Status == LineStatus.Waiting).ConvertAll(line => new PullLine(list.Resources[line.ResourceId], line.Quantity, PlacesOf(list, line)));
        var making = lines.Select(line => line.Resource.BufferBeforeMinutes).DefaultIfEmpty().Max();
        return new PullEntry(booking, name, booking.Start.AddMinutes(-making), lines);
    }

    // A cart is where it is; what is counted may come from several places.
    private static IReadOnlyList<(Resource Place, int Quantity)> PlacesOf(EquipmentList list, BookingLine line) => list.Resources[line.ResourceId] is { IsContainer: true } container
        ? [(container, 1)]
        : [.. line.Claims.OrderBy(claim => claim.StockId).Select(claim => (list.KeeperOf(claim.StockId), claim.Quantity))];
}

/// <summary>A booking to make ready.</summary>
/// <param name="Booking">The booking.</param>
/// <param name="PersonName">For whom, as they are addressed.</param>
/// <param name="ReadyBy">By when, in UTC: its start, less the time to make it ready.</param>
/// <param name="Lines">What is still to be handed out; not empty.</param>
public sealed record PullEntry(Booking Booking, string PersonName, DateTimeOffset ReadyBy, IReadOnlyList<PullLine> Lines);

/// <summary>One of the things to make ready.</summary>
/// <param name="Resource">What.</param>
/// <param name="Quantity">How many.</param>
/// <param name="Places">From which cart, kit or shelf how many, as the booking took them.</param>
public sealed record PullLine(Resource Resource, int Quantity, IReadOnlyList<(Resource Place, int Quantity)> Places);
