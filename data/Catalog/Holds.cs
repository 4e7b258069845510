using LibraryBot.Data.Calendar;
using LibraryBot.Data.Catalog.Circulation;
using LibraryBot.Data.Outbox;
using LibraryBot.Data.People;
using Microsoft.EntityFrameworkCore;

namespace LibraryBot.Data.Catalog;

/// <summary>
/// Places and cancels holds. That a person has one open hold on a title at most is kept by the database, so it stands however many ask at
/// the same moment, in however many processes.
/// </summary>
/// <param name="factory">The library's database.</param>
/// <param name="time">Says when a hold was placed.</param>
/// <param name="outbox">Tells the next in line.</param>
/// <param name="alerts">What a hold takes the place of.</param>
/// <param name="settings">The library's rules.</param>
/// <param name="profile">The school, whose day says what is overdue.</param>
public sealed class Holds(IDbContextFactory<LibraryContext> factory, TimeProvider time, OutboxWriter outbox, AvailabilityAlerts alerts, CirculationSettings settings, LibraryProfile profile)
{
    private static readonly CopyStatus[] NeverLent =
        [CopyStatus.LibraryUseOnly, CopyStatus.Missing, CopyStatus.Lost, CopyStatus.Withdrawn];

    /// <summary>Keeps a title for a person: the copy that is in, or the next that comes. Who waited to be told that it is in is told as one who holds it.</summary>
    public async Task<HoldOutcome> PlaceAsync(int titleId, int personId, CancellationToken cancellationToken)
    {
        await using var context = await factory.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        // People before titles, as whoever renews does.
        await context.LockAsync("People", [personId], cancellationToken);
        await context.LockAsync("Titles", [titleId], cancellationToken);
        if (await WhyNotAsync(context, titleId, personId, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        var hold = new Hold { TitleId = titleId, PersonId = personId, PlacedAt = time.GetUtcNow(), Status = HoldStatus.Waiting };
        context.Holds.Add(hold);
        await context.SaveChangesAsync(cancellationToken);
        await alerts.CancelAsync(context, titleId, personId, cancellationToken);
        var position = await Ahead(context, hold).CountAsync(cancellationToken) + 1;
        await transaction.CommitAsync(cancellationToken);
        return new HoldOutcome.Placed(hold, position);
    }

    /// <summary>Gives up an open hold; where a copy is in that was offered for it, the next in line is told. Another person's is left alone.</summary>
    /// <returns>Whether there was one to give up.</returns>
    public async Task<bool> CancelAsync(int titleId, int personId, CancellationToken cancellationToken)
    {
        await using var context = await factory.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await context.LockAsync("Titles", [titleId], cancellationToken);
        var hold = await Open(context, titleId).SingleOrDefaultAsync(hold => hold.PersonId == personId, cancellationToken);
        if (hold is null)
        {
            return false;
        }

        var wasWaiting = hold.Status == HoldStatus.Waiting;
        hold.Status = HoldStatus.Cancelled;
        await context.SaveChangesAsync(cancellationToken);
        var wasTold = await outbox.CancelAsync(context, HoldReady.KeyOf(hold.Id), cancellationToken) != CancelOutcome.NothingToCancel;
        var isIn = await context.Copies.AnyAsync(copy => copy.TitleId == titleId && copy.Status == CopyStatus.Available, cancellationToken);
        var now = time.GetUtcNow();
        if (wasWaiting && wasTold && isIn)
        {
            await HoldReady.TellAsync(context, outbox, new Dictionary<int, int> { [titleId] = 1 }, now, cancellationToken);
        }

        await TitleIn.TellAsync(context, outbox, now, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    /// <summary>The open holds of a person, the oldest first.</summary>
    public async Task<IReadOnlyList<Hold>> OfAsync(int personId, CancellationToken cancellationToken)
    {
        await using var context = await factory.CreateDbContextAsync(cancellationToken);
        return await OpenOf(context, personId).AsNoTracking().ToListAsync(cancellationToken);
    }

    /// <summary>The open holds of a person with their titles and places in line, the oldest first.</summary>
    public async Task<IReadOnlyList<PlaceInLine>> PlacesOfAsync(int personId, CancellationToken cancellationToken)
    {
        await using var context = await factory.CreateDbContextAsync(cancellationToken);
        var places = await OpenOf(context, personId).AsNoTracking().Select(hold => new
        {
            Hold = hold,
            Ahead = context.Holds.Count(other => other.TitleId == hold.TitleId && (other.Status == HoldStatus.Waiting || other.Status == HoldStatus.Ready)
                && (other.PlacedAt < hold.PlacedAt || (other.PlacedAt == hold.PlacedAt && other.Id < hold.Id))),
            Of = context.Holds.Count(other => other.TitleId == hold.TitleId && (other.Status == HoldStatus.Waiting || other.Status == HoldStatus.Ready)),
        }).ToListAsync(cancellationToken);
        var titles = (await context.TitlesByIdAsync([.. places.Select(place => place.Hold.TitleId)], cancellationToken)).ToDictionary(title => title.Id);
        return [.. places.Select(place => new PlaceInLine(place.Hold, titles[place.Hold.TitleId], place.Ahead + 1, place.Of))];
    }

    /// <summary>Whether a copy that stands so may be lent sooner or later.</summary>
    internal static bool MayBeLent(CopyStatus status) => !NeverLent.Contains(status);

    private async Task<HoldOutcome?> WhyNotAsync(LibraryContext context, int titleId, int personId, CancellationToken cancellationToken)
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
        return held is not null ? new HoldOutcome.AlreadyHeld(held, await Ahead(context, held).CountAsync(cancellationToken) + 1)
            : !copies.CanBeLent ? new HoldOutcome.NothingToLend()
            : await WhyNotAnotherAsync(context, titleId, personId, settings.For(role.Value), cancellationToken);
    }

    private async Task<HoldOutcome?> WhyNotAnotherAsync(LibraryContext context, int titleId, int personId, LendingRules rules, CancellationToken cancellationToken)
    {
        var lent = await context.Loans.Where(loan => loan.PersonId == personId)
            .Join(context.Copies.Where(copy => copy.Status == CopyStatus.CheckedOut), loan => loan.CopyId, copy => copy.Id, (_, copy) => new { copy.TitleId, copy.DueOn })
            .ToListAsync(cancellationToken);
        if (lent.Find(copy => copy.TitleId == titleId) is { } own)
        {
            return new HoldOutcome.Borrowed(own.DueOn);
        }

        var today = DateOnly.FromDateTime(profile.Zone.WallTime(time.GetUtcNow()));
        var overdue = lent.Count(copy => copy.DueOn < today);
        return rules.OverdueLimit > 0 && overdue >= rules.OverdueLimit ? new HoldOutcome.TooMuchOverdue(overdue)
            : await OpenOf(context, personId).CountAsync(cancellationToken) >= rules.MostHolds ? new HoldOutcome.TooMany(rules.MostHolds)
            : null;
    }

    private static IQueryable<Hold> Ahead(LibraryContext context, Hold hold) => Open(context, hold.TitleId).Where(
        other => other.PlacedAt < hold.PlacedAt || (other.PlacedAt == hold.PlacedAt && other.Id < hold.Id));

    private static IQueryable<Hold> Open(LibraryContext context, int titleId) => context.Holds.Where(
        hold => hold.TitleId == titleId && (hold.Status == HoldStatus.Waiting || hold.Status == HoldStatus.Ready));

    private static IQueryable<Hold> OpenOf(LibraryContext context, int personId) => context.Holds
        .Where(hold => hold.PersonId == personId && (hold.Status == HoldStatus.Waiting || hold.Status == HoldStatus.Ready))
        .OrderBy(hold => hold.PlacedAt).ThenBy(hold => hold.Id);
}

/// <summary>A hold and where it stands in the line for its title.</summary>
/// <param name="Hold">The hold.</param>
/// <param name="Title">The title, its copies loaded.</param>
/// <param name="Position">The place; 1 is next.</param>
/// <param name="Of">How many are in line.</param>
public sealed record PlaceInLine(Hold Hold, Title Title, int Position, int Of);

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

    /// <summary>The person has it at home.</summary>
    /// <param name="DueOn">The day it is due back; null where none was set.</param>
    public sealed record Borrowed(DateOnly? DueOn) : HoldOutcome;

    /// <summary>The person has as many holds as the library allows.</summary>
    /// <param name="Most">How many that is.</param>
    public sealed record TooMany(int Most) : HoldOutcome;

    /// <summary>Too much is overdue; that comes back first.</summary>
    /// <param name="Overdue">How much.</param>
    public sealed record TooMuchOverdue(int Overdue) : HoldOutcome;
}
