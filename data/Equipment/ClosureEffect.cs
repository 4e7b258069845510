using Microsoft.EntityFrameworkCore;

namespace LibraryBot.Data.Equipment;

/// <summary>Which bookings a closure hinders. What is left goes to what is out already, then to who booked first.</summary>
internal static class ClosureEffect
{
    /// <summary>The bookings in the time of closures that cannot be met.</summary>
    /// <param name="write">The write; it holds the stocks.</param>
    /// <param name="list">What there is.</param>
    /// <param name="closing">The claims of what is being closed: their stocks and time matter.</param>
    public static async Task<List<Booking>> UnmetAsync(EquipmentWrite write, EquipmentList list, List<StockClaim> closing)
    {
        var (from, until) = (closing.Min(claim => claim.From), closing.Max(claim => claim.Until));
        var stocks = closing.Select(claim => claim.StockId).ToList();
        var closed = new Dictionary<int, Timeline>();
        var gone = new Dictionary<int, Timeline>();
        foreach (var claim in await write.Context.StockClaims.Where(claim => claim.ClosureId != null && claim.Until > from && claim.From < until).ToListAsync(write.Cancellation))
        {
            Of(closed, claim.StockId).Add(claim.From, claim.Until, claim.Quantity);
            Of(gone, claim.StockId).Add(claim.From, claim.Until, claim.Quantity);
        }

        var bookings = await BookingChanges.WithLines(write.Context)
            .Where(booking => booking.Status == BookingStatus.Requested || booking.Status == BookingStatus.Booked || booking.Status == BookingStatus.Approved || booking.Status == BookingStatus.PickedUp)
            .Where(booking => booking.Lines.Any(line => line.Claims.Any(claim => stocks.Contains(claim.StockId) && claim.From < until && claim.Until > from)))
            .ToListAsync(write.Cancellation);
        var unmet = new List<Booking>();
        foreach (var booking in bookings.OrderBy(booking => booking.Status == BookingStatus.PickedUp ? 0 : 1).ThenBy(booking => booking.CreatedAt).ThenBy(booking => booking.Id))
        {
            if (booking.Lines.TrueForAll(line => IsMet(list, line)))
            {
                foreach (var claim in booking.Lines.SelectMany(line => line.Claims))
                {
                    Of(gone, claim.StockId).Add(claim.From, claim.Until, claim.Quantity);
                }
            }
            else
            {
                unmet.Add(booking);
            }
        }

        return unmet.FindAll(booking => booking.Status != BookingStatus.PickedUp);

        // A cart goes with those of its parts that work.
        bool IsMet(EquipmentList all, BookingLine line)
        {
            var parts = line.Claims.FindAll(claim => all.Resources[line.ResourceId].IsContainer && all.StockOf(claim.StockId).ContainerId == line.ResourceId);
            return line.Claims.Except(parts).All(claim => all.StockOf(claim.StockId).Quantity - Peak(gone, claim) >= claim.Quantity)
                && (parts.Count == 0 || parts.Exists(claim => all.StockOf(claim.StockId).Quantity > Peak(closed, claim)));
        }
    }

    private static int Peak(Dictionary<int, Timeline> timelines, StockClaim claim) => timelines.GetValueOrDefault(claim.StockId)?.Peak(claim.From, claim.Until) ?? 0;

    private static Timeline Of(Dictionary<int, Timeline> timelines, int stockId)
    {
        if (!timelines.TryGetValue(stockId, out var timeline))
        {
            timelines[stockId] = timeline = new Timeline();
        }

        return timeline;
    }
}
