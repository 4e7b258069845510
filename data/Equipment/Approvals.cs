using LibraryBot.Data.Outbox;
using LibraryBot.Data.People;
using Microsoft.EntityFrameworkCore;

namespace LibraryBot.Data.Equipment;

/// <summary>What a librarian decides about bookings that need approval. The person is told in the transaction of the decision.</summary>
/// <param name="factory">The library's database.</param>
/// <param name="writes">Serialises what is written.</param>
/// <param name="changes">Frees what a declined booking had.</param>
/// <param name="messages">Tells the person.</param>
/// <param name="time">The clock.</param>
public sealed class Approvals(IDbContextFactory<LibraryContext> factory, EquipmentWrites writes, BookingChanges changes, BookingMessages messages, TimeProvider time)
{
    /// <summary>The longest reason that is kept, in characters.</summary>
    public const int LongestReason = 500;

    /// <summary>The bookings that wait for a decision and are not over, the earliest first.</summary>
    /// <param name="most">How many at most.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>With their lines.</returns>
    public async Task<IReadOnlyList<Booking>> WaitingAsync(int most, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var context = await factory.CreateDbContextAsync(cancellationToken);
        return await context.Bookings.AsNoTracking().Include(booking => booking.Lines).Where(booking => booking.Status == BookingStatus.Requested && booking.End > now)
            .OrderBy(booking => booking.Start).ThenBy(booking => booking.Id).Take(most).ToListAsync(cancellationToken);
    }

    /// <summary>A booking that waits for a decision, with its lines; null where there is none.</summary>
    /// <param name="bookingId">The booking.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<Booking?> FindAsync(int bookingId, CancellationToken cancellationToken)
    {
        await using var context = await factory.CreateDbContextAsync(cancellationToken);
        return await context.Bookings.AsNoTracking().Include(booking => booking.Lines)
            .SingleOrDefaultAsync(booking => booking.Id == bookingId && booking.Status == BookingStatus.Requested, cancellationToken);
    }

    /// <summary>Approves a booking.</summary>
    /// <param name="bookingId">The booking.</param>
    /// <param name="byId">The librarian.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public Task<DecisionOutcome> ApproveAsync(int bookingId, int byId, CancellationToken cancellationToken) =>
        DecideAsync(bookingId, byId, BookingStep.Approve, null, BookingMessages.Approved, cancellationToken);

    /// <summary>Declines a booking: what it had is free again.</summary>
    /// <param name="bookingId">The booking.</param>
    /// <param name="byId">The librarian.</param>
    /// <param name="reason">Why, as the person will read it; at most <see cref="LongestReason"/> characters are kept.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public Task<DecisionOutcome> DeclineAsync(int bookingId, int byId, string reason, CancellationToken cancellationToken) => string.IsNullOrWhiteSpace(reason)
        ? Task.FromResult<DecisionOutcome>(new DecisionOutcome.NoReason())
        : DecideAsync(bookingId, byId, BookingStep.Decline, Cut(reason.Trim()), BookingMessages.Declined, cancellationToken);

    internal static string Cut(string reason) => reason.Length > LongestReason ? reason[..LongestReason] : reason;

    private Task<DecisionOutcome> DecideAsync(int bookingId, int byId, BookingStep step, string? reason, OutboxKind told, CancellationToken cancellationToken) => writes.RunAsync<DecisionOutcome>(
        async write =>
        {
            var (booking, role) = await BookingChanges.FindAsync(write, bookingId, byId);
            if (role != Role.Librarian)
            {
                return booking is null && await write.RoleAsync(byId) == Role.Librarian ? new DecisionOutcome.NoSuchBooking() : new DecisionOutcome.NotAllowed();
            }

            if (!booking!.Allows(step) || booking.End <= write.Now)
            {
                return new DecisionOutcome.NotNow(booking);
            }

            if (step == BookingStep.Decline)
            {
                await changes.FreeAsync(write, [booking], step, byId, reason);
            }
            else
            {
                booking.Take(step, write.Now, byId);
            }

            await messages.TellDecisionAsync(write, booking, told);
            await write.CommitAsync();
            return new DecisionOutcome.Decided(booking);
        },
        cancellationToken);
}

/// <summary>What became of a decision. But for <see cref="Decided"/> nothing was changed.</summary>
public abstract record DecisionOutcome
{
    private DecisionOutcome()
    {
    }

    /// <summary>It is approved or declined, as its status says.</summary>
    /// <param name="Booking">The booking.</param>
    public sealed record Decided(Booking Booking) : DecisionOutcome;

    /// <summary>It was decided or cancelled already, or is over.</summary>
    /// <param name="Booking">The booking as it stands.</param>
    public sealed record NotNow(Booking Booking) : DecisionOutcome;

    /// <summary>There is no such booking.</summary>
    public sealed record NoSuchBooking : DecisionOutcome;

    /// <summary>Only a librarian decides.</summary>
    public sealed record NotAllowed : DecisionOutcome;

    /// <summary>Who declines says why.</summary>
    public sealed record NoReason : DecisionOutcome;
}
