using LibraryBot.Data.People;
using Microsoft.EntityFrameworkCore;

namespace LibraryBot.Data.Equipment;

/// <summary>
/// Closes things for repair and opens them again. Bookings stand; those that cannot be met are noted and told, who booked first keeping what is left. Closing again
/// adds: five of ten, then three more.
/// </summary>
/// <param name="factory">The library's database.</param>
/// <param name="writes">Serialises what is written.</param>
/// <param name="messages">Tells those affected.</param>
/// <param name="waiting">Offers what is open again.</param>
/// <param name="time">The clock.</param>
public sealed class Closures(IDbContextFactory<LibraryContext> factory, EquipmentWrites writes, BookingMessages messages, WaitingList waiting, TimeProvider time)
{
    /// <summary>Closures that are not over, the earliest first.</summary>
    /// <param name="resourceId">Of what; null for all.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<IReadOnlyList<Closure>> OpenAsync(int? resourceId, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var context = await factory.CreateDbContextAsync(cancellationToken);
        return await context.Closures.AsNoTracking().Include(closure => closure.Claims)
            .Where(closure => (closure.Until == null || closure.Until > now) && (resourceId == null || closure.ResourceId == resourceId))
            .OrderBy(closure => closure.From).ThenBy(closure => closure.Id).ToListAsync(cancellationToken);
    }

    /// <summary>Closes something. A cart or kit is closed with all that is in it.</summary>
    /// <param name="request">What, how many and when.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public Task<ClosureOutcome> CloseAsync(ClosureRequest request, CancellationToken cancellationToken) => writes.RunAsync<ClosureOutcome>(
        async write =>
        {
            if (await write.LockRoleAsync(request.ById) != Role.Librarian)
            {
                return new ClosureOutcome.NotAllowed();
            }

            var list = await write.ListAsync();
            if (!list.Resources.TryGetValue(request.ResourceId, out var resource) || resource.RetiredAt is not null)
            {
                return new ClosureOutcome.NoSuchResource();
            }

            var total = list.Total(resource.Id);
            var (from, until) = (BookingDesk.Round(request.From), request.Until is { } end ? BookingDesk.Round(end) : (DateTimeOffset?)null);
            if (string.IsNullOrWhiteSpace(request.Reason) || until <= from || until <= write.Now)
            {
                return string.IsNullOrWhiteSpace(request.Reason) ? new ClosureOutcome.NoReason() : new ClosureOutcome.BadTime();
            }

            if (request.Quantity is { } asked && (asked < 1 || asked > total))
            {
                return new ClosureOutcome.NotThatMany(resource, asked, total);
            }

            var stocks = list.StocksOf(resource).OrderBy(stock => stock.ContainerId is null ? 0 : 1).ThenBy(stock => stock.Id).ToList();
            await WaitingList.LockRelatedAsync(write, stocks.Select(stock => stock.Id));
            var closure = new Closure { ResourceId = resource.Id, From = from, Until = until, Reason = Approvals.Cut(request.Reason.Trim()), ClosedById = request.ById };
            var left = resource.IsContainer ? null : request.Quantity;
            foreach (var stock in stocks.TakeWhile(_ => left is null or > 0))
            {
                var quantity = Math.Min(stock.Quantity, left ?? stock.Quantity);
                left -= quantity;
                closure.Claims.Add(new StockClaim { StockId = stock.Id, Quantity = quantity }.During(from, until ?? StockClaim.Open));
            }

            // Who could be met before and cannot any more.
            var unmet = await ClosureEffect.UnmetAsync(write, list, closure.Claims);
            write.Context.Closures.Add(closure);
            await write.Context.SaveChangesAsync(write.Cancellation);
            var affected = (await ClosureEffect.UnmetAsync(write, list, closure.Claims)).FindAll(booking => !unmet.Exists(before => before.Id == booking.Id));
            affected.ForEach(booking => booking.Take(BookingStep.LoseToClosure, write.Now, request.ById));
            await messages.TellClosureAsync(write, closure, affected);
            await write.CommitAsync();
            return new ClosureOutcome.Closed(closure, affected);
        },
        cancellationToken);

    /// <summary>Opens what was closed, from now on. What was to be closed later is not closed at all.</summary>
    /// <param name="closureId">The closure.</param>
    /// <param name="byId">The librarian.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public Task<ReopenOutcome> ReopenAsync(int closureId, int byId, CancellationToken cancellationToken) => writes.RunAsync<ReopenOutcome>(
        async write =>
        {
            if (await write.LockRoleAsync(byId) != Role.Librarian)
            {
                return new ReopenOutcome.NotAllowed();
            }

            var stocks = await write.Context.StockClaims.Where(claim => claim.ClosureId == closureId).Select(claim => claim.StockId).Distinct().ToListAsync(write.Cancellation);
            await WaitingList.LockRelatedAsync(write, stocks);
            var closure = await write.Context.Closures.Include(each => each.Claims).SingleOrDefaultAsync(each => each.Id == closureId, write.Cancellation);
            if (closure is null || closure.Until <= write.Now)
            {
                return new ReopenOutcome.NotClosed();
            }

            write.Context.RemoveRange(closure.Claims);
            await messages.ForgetAsync(write, closure);
            if (closure.From < write.Now)
            {
                closure.Until = write.Now;
            }
            else
            {
                write.Context.Remove(closure);
            }

            await waiting.OfferFreedAsync(write, stocks);
            await write.CommitAsync();
            return new ReopenOutcome.Reopened(closure);
        },
        cancellationToken);
}

/// <summary>What a librarian wants to close.</summary>
/// <param name="ResourceId">What.</param>
/// <param name="ById">The librarian.</param>
/// <param name="From">From when, in UTC.</param>
/// <param name="Until">Until when, in UTC; null while nobody knows.</param>
/// <param name="Reason">Why, in the librarian's words; at most <see cref="Approvals.LongestReason"/> characters are kept.</param>
public sealed record ClosureRequest(int ResourceId, int ById, DateTimeOffset From, DateTimeOffset? Until, string Reason)
{
    /// <summary>How many of what is counted, loose ones first; null for all.</summary>
    public int? Quantity { get; init; }
}

/// <summary>What became of closing something. But for <see cref="Closed"/> nothing was changed.</summary>
public abstract record ClosureOutcome
{
    private ClosureOutcome()
    {
    }

    /// <summary>It is closed.</summary>
    /// <param name="Closure">With its claims.</param>
    /// <param name="Affected">The bookings that could have been met and cannot be now; each person is told.</param>
    public sealed record Closed(Closure Closure, IReadOnlyList<Booking> Affected) : ClosureOutcome;

    /// <summary>There is no such thing, or no longer.</summary>
    public sealed record NoSuchResource : ClosureOutcome;

    /// <summary>There are not so many, or it is no number of things.</summary>
    /// <param name="Resource">Of what.</param>
    /// <param name="Asked">How many were asked for.</param>
    /// <param name="Total">How many there are.</param>
    public sealed record NotThatMany(Resource Resource, int Asked, int Total) : ClosureOutcome;

    /// <summary>It ends before it begins, or is over.</summary>
    public sealed record BadTime : ClosureOutcome;

    /// <summary>Who closes something says why.</summary>
    public sealed record NoReason : ClosureOutcome;

    /// <summary>Only a librarian closes things.</summary>
    public sealed record NotAllowed : ClosureOutcome;
}

/// <summary>What became of opening something again.</summary>
public abstract record ReopenOutcome
{
    private ReopenOutcome()
    {
    }

    /// <summary>It is open.</summary>
    /// <param name="Closure">What it was.</param>
    public sealed record Reopened(Closure Closure) : ReopenOutcome;

    /// <summary>There is no such closure, or it is over.</summary>
    public sealed record NotClosed : ReopenOutcome;

    /// <summary>Only a librarian opens things.</summary>
    public sealed record NotAllowed : ReopenOutcome;
}
