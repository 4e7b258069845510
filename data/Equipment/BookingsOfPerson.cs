using Microsoft.EntityFrameworkCore;

namespace LibraryBot.Data.Equipment;

/// <summary>Answers what somebody has booked.</summary>
/// <param name="factory">The library's database.</param>
/// <param name="time">The clock.</param>
public sealed class BookingsOfPerson(IDbContextFactory<LibraryContext> factory, TimeProvider time)
{
    /// <summary>A booking of somebody's, or one they made for somebody else; with its lines. Null where there is none, whoever else's it may be.</summary>
    public async Task<Booking?> FindAsync(int bookingId, int personId, CancellationToken cancellationToken)
    {
        await using var context = await factory.CreateDbContextAsync(cancellationToken);
        return await context.Bookings.AsNoTracking().Include(booking => booking.Lines)
            .SingleOrDefaultAsync(booking => booking.Id == bookingId && (booking.PersonId == personId || booking.BookedById == personId), cancellationToken);
    }

    /// <summary>Somebody's own bookings, and those they made for others, that are not over, or are still out; the earliest first.</summary>
    /// <param name="personId">Whose.</param>
    /// <param name="most">How many at most; at least 1.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>With their lines.</returns>
    public async Task<IReadOnlyList<Booking>> OpenAsync(int personId, int most, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var context = await factory.CreateDbContextAsync(cancellationToken);
        return await context.Bookings.AsNoTracking().Include(booking => booking.Lines)
            .Where(booking => (booking.PersonId == personId || booking.BookedById == personId)
                && (booking.Status == BookingStatus.PickedUp
                    || (booking.End > now
                        && (booking.Status == BookingStatus.Requested || booking.Status == BookingStatus.Booked || booking.Status == BookingStatus.Approved))))
            .OrderBy(booking => booking.Start).ThenBy(booking => booking.Id).Take(most).ToListAsync(cancellationToken);
    }
}
