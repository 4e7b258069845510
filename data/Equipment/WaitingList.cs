using LibraryBot.Data.People;
using Microsoft.EntityFrameworkCore;

namespace LibraryBot.Data.Equipment;

/// <summary>
/// Waiting lists for what is taken. When something comes free it is kept for the first who could have it, who is told and has a set time to take it; then it is the
/// next one's. Somebody further down who wants less may be served before somebody who wants more.
/// </summary>
/// <param name="factory">The library's database.</param>
/// <param name="writes">Serialises what is written.</param>
/// <param name="rules">Who may book what, when.</param>
/// <param name="settings">How long something is kept.</param>
/// <param name="messages">Tells who is first.</param>
/// <param name="desk">Books what was kept.</param>
public sealed class WaitingList(
    IDbContextFactory<LibraryContext> factory, EquipmentWrites writes, BookingRules rules, EquipmentSettings settings, BookingMessages messages, BookingDesk desk)
{
    /// <summary>Puts somebody on the list. Where it is free by now it is offered at once.</summary>
    /// <param name="personId">Who waits.</param>
    /// <param name="item">For what, and how many.</param>
    /// <param name="start">From when it is wanted, in UTC.</param>
    /// <param name="end">Until when, in UTC.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public Task<WaitingOutcome> JoinAsync(int personId, BookingItem item, DateTimeOffset start, DateTimeOffset end, CancellationToken cancellationToken) => writes.RunAsync<WaitingOutcome>(
        async write =>
        {
            var roles = await write.LockPeopleAsync(personId);
            var role = roles.GetValueOrDefault(personId);
            var (items, refusal) = role == Role.Visitor ? ([], new BookingOutcome.NotAllowed(null)) : BookingRules.Items(await write.ListAsync(), [item], role);
            (start, end) = (BookingDesk.Round(start), BookingDesk.Round(end));
            refusal ??= rules.Refuses([.. items.Select(each => each.Resource)], start, end, role, write.Now);
            if (refusal is not null)
            {
                return new WaitingOutcome.Refused(refusal);
            }

            var entry = await write.Context.WaitingEntries.SingleOrDefaultAsync(
                each => each.PersonId == personId && each.ResourceId == item.ResourceId && each.Start == start && (each.Status == WaitingStatus.Waiting || each.Status == WaitingStatus.Offered),
                write.Cancellation);
            if (entry is null)
            {
                entry = new WaitingEntry { PersonId = personId, ResourceId = item.ResourceId, Quantity = item.Quantity, Start = start, End = end, CreatedAt = write.Now };
                write.Context.WaitingEntries.Add(entry);
                await write.Context.SaveChangesAsync(write.Cancellation);
                await LockAsync(write, [entry.ResourceId]);
                await OfferAsync(write, [entry.ResourceId]);
                await write.CommitAsync();
            }

            var position = await write.Context.WaitingEntries.CountAsync(
                each => each.ResourceId == entry.ResourceId && each.Status == WaitingStatus.Waiting && each.Start < entry.End && each.End > entry.Start && each.Id <= entry.Id, write.Cancellation);
            return new WaitingOutcome.Joined(entry, Math.Max(1, position));
        },
        cancellationToken);

    /// <summary>Takes what is kept for somebody: books it. How early it has to be booked does not hold then.</summary>
    /// <param name="entryId">The place on the list.</param>
    /// <param name="personId">Who takes it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns><see cref="BookingOutcome.NoSuchBooking"/> where there is no such place of theirs, or it is kept no longer.</returns>
    public async Task<BookingOutcome> TakeAsync(int entryId, int personId, CancellationToken cancellationToken)
    {
        var outcome = await writes.RunAsync<BookingOutcome?>(
            async write =>
            {
                var taken = await FindAsync(write, entryId, personId);
                var key = FormattableString.Invariant($"waiting:{entryId}");
                if (taken is { Status: WaitingStatus.Taken })
                {
                    return await desk.BookAsync(write, Request(taken, key), isOffer: true);
                }

                if (taken is not { Status: WaitingStatus.Offered } || taken.OfferedUntil <= write.Now)
                {
                    return new BookingOutcome.NoSuchBooking();
                }

                write.Context.RemoveRange(taken.Claims);
                Settle(taken, WaitingStatus.Taken);
                await write.Context.SaveChangesAsync(write.Cancellation);
                return await desk.BookAsync(write, Request(taken, key), isOffer: true);
            },
            cancellationToken);
        return outcome ?? new BookingOutcome.NoSuchBooking();
    }

    /// <summary>Gives up a place on the list. Another person's is left alone.</summary>
    /// <returns>Whether there was one to give up.</returns>
    public Task<bool> LeaveAsync(int entryId, int personId, CancellationToken cancellationToken) => writes.RunAsync(
        async write =>
        {
            var entry = await FindAsync(write, entryId, personId);
            if (entry is not { Status: WaitingStatus.Waiting or WaitingStatus.Offered })
            {
                return false;
            }

            var kept = entry.Claims.ConvertAll(claim => claim.StockId);
            write.Context.RemoveRange(entry.Claims);
            Settle(entry, WaitingStatus.Cancelled);
            await OfferFreedAsync(write, kept);
            await write.CommitAsync();
            return true;
        },
        cancellationToken);

    /// <summary>The open places of a person, the next time first.</summary>
    public async Task<IReadOnlyList<WaitingEntry>> OfAsync(int personId, CancellationToken cancellationToken)
    {
        await using var context = await factory.CreateDbContextAsync(cancellationToken);
        return await context.WaitingEntries.AsNoTracking()
            .Where(entry => entry.PersonId == personId && (entry.Status == WaitingStatus.Waiting || entry.Status == WaitingStatus.Offered))
            .OrderBy(entry => entry.Start).ThenBy(entry => entry.Id).ToListAsync(cancellationToken);
    }

    /// <summary>Ends what was not taken in time, and offers to the next. To be called every minute.</summary>
    /// <returns>How many places came to their end without being taken, and how many were offered something.</returns>
    public async Task<(int Lapsed, int Offered)> MoveOnAsync(CancellationToken cancellationToken)
    {
        await using (var context = await factory.CreateDbContextAsync(cancellationToken))
        {
            if (!await context.WaitingEntries.AnyAsync(entry => entry.Status == WaitingStatus.Waiting || entry.Status == WaitingStatus.Offered, cancellationToken))
            {
                return (0, 0);
            }
        }

        return await writes.RunAsync(
            async write =>
            {
                var resources = await write.Context.WaitingEntries.Where(entry => entry.Status == WaitingStatus.Waiting || entry.Status == WaitingStatus.Offered)
                    .Select(entry => entry.ResourceId).Distinct().ToListAsync(write.Cancellation);
                await LockAsync(write, resources);
                var over = await write.Context.WaitingEntries.Include(entry => entry.Claims)
                    .Where(entry => resources.Contains(entry.ResourceId))
                    .Where(entry => (entry.Status == WaitingStatus.Offered && entry.OfferedUntil <= write.Now) || (entry.Status == WaitingStatus.Waiting && entry.Start <= write.Now))
                    .ToListAsync(write.Cancellation);
                foreach (var entry in over)
                {
                    write.Context.RemoveRange(entry.Claims);
                    Settle(entry, WaitingStatus.Lapsed);
                }

                var offered = await OfferAsync(write, resources);
                await write.CommitAsync();
                return (over.Count, offered);
            },
            cancellationToken);
    }

    /// <summary>Locks all that may be offered when these stocks come free.</summary>
    internal static async Task LockRelatedAsync(EquipmentWrite write, IEnumerable<int> stockIds) =>
        await LockAsync(write, (await write.ListAsync()).TakingFrom(stockIds).Select(resource => resource.Id));

    /// <summary>Offers what came free of these stocks, inside the write that freed it and locked what is related.</summary>
    internal async Task OfferFreedAsync(EquipmentWrite write, IEnumerable<int> stockIds) =>
        await OfferAsync(write, [.. (await write.ListAsync()).TakingFrom(stockIds).Select(resource => resource.Id)]);

    // Locks the person and all that may be offered, and only then reads, so that nobody ends the place meanwhile.
    private static async Task<WaitingEntry?> FindAsync(EquipmentWrite write, int entryId, int personId)
    {
        await write.LockPeopleAsync(personId);
        var own = write.Context.WaitingEntries.Where(entry => entry.Id == entryId && entry.PersonId == personId);
        if (await own.Select(entry => (int?)entry.ResourceId).SingleOrDefaultAsync(write.Cancellation) is not { } resourceId)
        {
            return null;
        }

        var list = await write.ListAsync();
        await LockRelatedAsync(write, list.StocksOf(list.Resources[resourceId]).Select(stock => stock.Id));
        return await own.Include(entry => entry.Claims).SingleAsync(write.Cancellation);
    }

    private static async Task LockAsync(EquipmentWrite write, IEnumerable<int> resourceIds)
    {
        var list = await write.ListAsync();
        await write.LockStocksAsync([.. resourceIds.SelectMany(id => list.StocksOf(list.Resources[id])).Select(stock => stock.Id).Distinct()]);
    }

    private async Task<int> OfferAsync(EquipmentWrite write, IReadOnlyCollection<int> resourceIds)
    {
        await write.Context.SaveChangesAsync(write.Cancellation);
        var waiting = await write.Context.WaitingEntries
            .Where(entry => entry.Status == WaitingStatus.Waiting && entry.Start > write.Now && resourceIds.Contains(entry.ResourceId)).OrderBy(entry => entry.Id).ToListAsync(write.Cancellation);
        if (waiting.Count == 0)
        {
            return 0;
        }

        var list = await write.ListAsync();
        var stocks = waiting.SelectMany(entry => list.StocksOf(list.Resources[entry.ResourceId])).Select(stock => stock.Id).Distinct().ToList();
        var availability = await Availability.ReadAsync(
            write.Context, list, stocks, waiting.Min(entry => entry.Start).AddDays(-1), waiting.Max(entry => entry.End).AddDays(1), write.Now, null, write.Cancellation);
        var offered = new List<WaitingEntry>();
        foreach (var entry in waiting)
        {
            var resource = list.Resources[entry.ResourceId];
            if (resource.RetiredAt is null && availability.Take(resource, entry.Quantity, entry.Start, entry.End) is { } claims)
            {
                entry.Claims.AddRange(claims);
                entry.Status = WaitingStatus.Offered;
                entry.OfferedUntil = write.Now + settings.KeepOffer < entry.Start ? write.Now + settings.KeepOffer : entry.Start;
                offered.Add(entry);
            }
        }

        await messages.TellWaitingAsync(write, offered);
        return offered.Count;
    }

    private static void Settle(WaitingEntry entry, WaitingStatus status) => (entry.Status, entry.OfferedUntil) = (status, null);

    private static BookingRequest Request(WaitingEntry entry, string key) =>
        new(entry.PersonId, [new BookingItem(entry.ResourceId, entry.Quantity)], entry.Start, entry.End) { RequestKey = key };
}

/// <summary>What became of joining a waiting list.</summary>
public abstract record WaitingOutcome
{
    private WaitingOutcome()
    {
    }

    /// <summary>They are on it, or were already.</summary>
    /// <param name="Entry">The place; where it was free by then it is offered already.</param>
    /// <param name="Position">The place in line; 1 is next.</param>
    public sealed record Joined(WaitingEntry Entry, int Position) : WaitingOutcome;

    /// <summary>It could not be booked even if it were free.</summary>
    /// <param name="Why">Why not.</param>
    public sealed record Refused(BookingOutcome Why) : WaitingOutcome;
}
