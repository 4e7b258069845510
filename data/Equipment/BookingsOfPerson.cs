using Microsoft.EntityFrameworkCore;

namespace LibraryBot.Data.Equipment;

/// <summary>Answers what somebody has booked.</summary>
/// <param name="factory">The library's database.</param>
/// <param name="time">The clock.</param>
public sealed class BookingsOfPerson(IDbContextFactory<LibraryContext> factory, TimeProvider time)
{
    /// <summary>Somebody's own bookings that are not over, or are still out, the earliest first.</summary>
    /// <param name="personId">Whose.</param>
    /// <param name="most">How many at most; at least 1.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>With their lines.</returns>
    public async Task<IReadOnlyList<Booking>> OpenAsync(int personId, int most, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var context = await factory.CreateDbContextAsync(cancellationToken);
        return await context.Bookings.AsNoTracking().Include(booking => booking.Lines)
            .Where(booking => booking.PersonId == personId
                && (booking.Status == BookingStatus.PickedUp
                    || (booking.End > now
                        && (booking.Status == BookingStatus.Requested || booking.Status == BookingStatus.Booked || booking.Status == BookingStatus.Approved))))
            .OrderBy(booking => booking.Start).ThenBy(booking => booking.Id).Take(most).ToListAsync(cancellationToken);
    }
}
