using LibraryBot.Data.People;
using Microsoft.EntityFrameworkCore;

namespace LibraryBot.Data.Catalog;

/// <summary>
/// Places and cancels holds. That a person has one open hold on a title at most is kept by the database, so it stands however many ask at
/// the same moment, in however many processes.
/// </summary>
/// <param name="factory">The library's database.</param>
/// <param name="time">Says when a hold was placed.</param>
public sealed class Holds(IDbContextFactory<LibraryContext> factory, TimeProvider time)
{
    private static readonly CopyStatus[] NeverLent =
        [CopyStatus.LibraryUseOnly, CopyStatus.Missing, CopyStatus.Lost, CopyStatus.Withdrawn];

    /// <summary>Keeps a title for a person: the copy that is in, or the next that comes.</summary>
    public async Task<HoldOutcome> PlaceAsync(int titleId, int personId, CancellationToken cancellationToken)
    {
        await using var context = await factory.CreateDbContextAsync(cancellationToken);
        if (await WhyNotAsync(context, titleId, personId, cancellationToken) is { } refusal)
        {
            return refusal;
        }
        var hold = new Hold { TitleId = titleId, PersonId = personId, PlacedAt = time.GetUtcNow(), Status = HoldStatus.Waiting };
        context.Holds.Add(hold);
        try
        {
            await context.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            // The database refused it: another request of the same person was first, or the title has just gone.
            if (await WhyNotAsync(context, titleId, personId, cancellationToken) is { } late)
            {
                return late;
            }
            throw;
        }
        return new HoldOutcome.Placed(hold, await PositionAsync(context, hold, cancellationToken));
    }

    /// <summary>Gives up an open hold. Another person's is left alone.</summary>
    /// <returns>Whether there was one to give up.</returns>
    public async Task<bool> CancelAsync(int titleId, int personId, CancellationToken cancellationToken)
    {
        await using var context = await factory.CreateDbContextAsync(cancellationToken);
        return await Open(context, titleId).Where(hold => hold.PersonId == personId)
            .ExecuteUpdateAsync(hold => hold.SetProperty(h => h.Status, HoldStatus.Cancelled), cancellationToken) > 0;
    }

    /// <summary>The open holds of a person, the oldest first.</summary>
    public async Task<IReadOnlyList<Hold>> OfAsync(int personId, CancellationToken cancellationToken)
    {
        await using var context = await factory.CreateDbContextAsync(cancellationToken);
        return await context.Holds.AsNoTracking()
            .Where(hold => hold.PersonId == personId && (hold.Status == HoldStatus.Waiting || hold.Status == HoldStatus.Ready))
            .OrderBy(hold => hold.PlacedAt).ThenBy(hold => hold.Id).ToListAsync(cancellationToken);
    }

    private static async Task<HoldOutcome?> WhyNotAsync(LibraryContext context, int titleId, int personId, CancellationToken cancellationToken)
    {
        var role = await context.People.Where(person => person.Id == personId).Select(person => (Role?)person.Role)
            .SingleOrDefaultAsync(cancellationToken);
        if (role is null or Role.Visitor)
        {
            return new HoldOutcome.NotAllowed();
        }
        var copies = await context.Titles.Where(title => title.Id == titleId && title.WithdrawnAt == null)
            .Select(title => new { CanBeLent = title.Copies.Any(copy => !NeverLent.Contains(copy.Status)) })
            .SingleOrDefaultAsync(cancellationToken);
        if (copies is null)
        {
            return new HoldOutcome.NoSuchTitle();
        }
        var held = await Open(context, titleId).AsNoTracking().SingleOrDefaultAsync(hold => hold.PersonId == personId, cancellationToken);
        return held is not null ? new HoldOutcome.AlreadyHeld(held, await PositionAsync(context, held, cancellationToken))
            : copies.CanBeLent ? null : new HoldOutcome.NothingToLend();
    }

    private static Task<int> PositionAsync(LibraryContext context, Hold hold, CancellationToken cancellationToken) =>
        Open(context, hold.TitleId).CountAsync(
            other => other.PlacedAt < hold.PlacedAt || (other.PlacedAt == hold.PlacedAt && other.Id <= hold.Id), cancellationToken);

    private static IQueryable<Hold> Open(LibraryContext context, int titleId) => context.Holds.Where(
        hold => hold.TitleId == titleId && (hold.Status == HoldStatus.Waiting || hold.Status == HoldStatus.Ready));
}

/// <summary>What became of asking for a hold.</summary>
public abstract record HoldOutcome
{
    private HoldOutcome()
    {
    }

    /// <summary>It is kept.</summary>
    /// <param name="Hold">The hold.</param>
    /// <param name="Position">The place in the queue; 1 is next.</param>
    public sealed record Placed(Hold Hold, int Position) : HoldOutcome;

    /// <summary>The person has it on hold already.</summary>
    /// <param name="Hold">That hold.</param>
    /// <param name="Position">Its place in the queue; 1 is next.</param>
    public sealed record AlreadyHeld(Hold Hold, int Position) : HoldOutcome;

    /// <summary>The library has no such title, or no longer.</summary>
    public sealed record NoSuchTitle : HoldOutcome;

    /// <summary>The title has no copy that is ever lent: online only, for use in the library only, or lost.</summary>
    public sealed record NothingToLend : HoldOutcome;

    /// <summary>The person is not on the roster.</summary>
    public sealed record NotAllowed : HoldOutcome;
}
