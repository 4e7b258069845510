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
    public async Task<HoldOutcome> PlaceAsync(int titleId, int personId, CancellationToken cancellationToken) =>
        (await PlaceAsync([titleId], personId, cancellationToken))[titleId];

    /// <summary>Keeps several titles for a person in one transaction, the first first where not all may be held.</summary>
    /// <returns>What became of each.</returns>
    public async Task<IReadOnlyDictionary<int, HoldOutcome>> PlaceAsync(IReadOnlyCollection<int> titleIds, int personId, CancellationToken cancellationToken)
    {
        var ids = titleIds.Distinct().ToArray();
        await using var context = await factory.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        // People before titles, as whoever renews does.
        await context.LockAsync("People", [personId], cancellationToken);
        await context.LockAsync("Titles", ids, cancellationToken);
        var role = await context.People.Where(person => person.Id == personId).Select(person => (Role?)person.Role).SingleOrDefaultAsync(cancellationToken);
        if (role is null or Role.Visitor)
        {
            return ids.ToDictionary(id => id, HoldOutcome (_) => new HoldOutcome.NotAllowed());
        }

        var held = await OpenOf(context, personId).Select(hold => hold.TitleId)
            .Where(id => ids.Contains(id) && context.Titles.Any(title => title.Id == id && title.WithdrawnAt == null)).ToListAsync(cancellationToken);
        var asked = ids.Except(held).ToArray();
        var refused = await RefusedAsync(context, asked, personId, settings.For(role.Value), cancellationToken);
        var placed = asked.Except(refused.Keys).ToArray();
        var now = time.GetUtcNow();
        context.Holds.AddRange(placed.Select(id => new Hold { TitleId = id, PersonId = personId, PlacedAt = now, Status = HoldStatus.Waiting }));
        await context.SaveChangesAsync(cancellationToken);
        await alerts.CancelAsync(context, placed, personId, cancellationToken);
        var lines = await InLine(context, OpenOf(context, personId).Where(hold => ids.Contains(hold.TitleId))).ToDictionaryAsync(line => line.Hold.TitleId, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return ids.ToDictionary(id => id, id => refused.TryGetValue(id, out var why) ? why
            : placed.Contains(id) ? new HoldOutcome.Placed(lines[id].Hold, lines[id].Ahead + 1)
            : new HoldOutcome.AlreadyHeld(lines[id].Hold, lines[id].Ahead + 1));
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
        var places = await InLine(context, OpenOf(context, personId)).ToListAsync(cancellationToken);
        var titles = (await context.TitlesByIdAsync([.. places.Select(place => place.Hold.TitleId)], cancellationToken)).ToDictionary(title => title.Id);
        return [.. places.Select(place => new PlaceInLine(place.Hold, titles[place.Hold.TitleId], place.Ahead + 1, place.Of))];
    }

    /// <summary>Whether a copy that stands so may be lent sooner or later.</summary>
    internal static bool MayBeLent(CopyStatus status) => !NeverLent.Contains(status);

    // What of the titles asked for may not be held, and why. What may be counts among the holds of the person for those after it.
    private async Task<Dictionary<int, HoldOutcome>> RefusedAsync(LibraryContext context, int[] asked, int personId, LendingRules rules, CancellationToken cancellationToken)
    {
        var canBeLent = await context.Titles.Where(title => asked.Contains(title.Id) && title.WithdrawnAt == null)
            .Select(title => new { title.Id, Any = title.Copies.Any(copy => !NeverLent.Contains(copy.Status)) })
            .ToDictionaryAsync(title => title.Id, title => title.Any, cancellationToken);
        var lent = await context.Loans.Where(loan => loan.PersonId == personId)
            .Join(context.Copies.Where(copy => copy.Status == CopyStatus.CheckedOut), loan => loan.CopyId, copy => copy.Id, (_, copy) => new { copy.TitleId, copy.DueOn })
            .ToListAsync(cancellationToken);
        var today = DateOnly.FromDateTime(profile.Zone.WallTime(time.GetUtcNow()));
        var overdue = lent.Count(copy => copy.DueOn < today);
        var open = await OpenOf(context, personId).CountAsync(cancellationToken);
        var refused = new Dictionary<int, HoldOutcome>();
        foreach (var id in asked)
        {
            HoldOutcome? why = !canBeLent.TryGetValue(id, out var can) ? new HoldOutcome.NoSuchTitle()
                : !can ? new HoldOutcome.NothingToLend()
                : lent.Find(copy => copy.TitleId == id) is { } own ? new HoldOutcome.Borrowed(own.DueOn)
                : rules.OverdueLimit > 0 && overdue >= rules.OverdueLimit ? new HoldOutcome.TooMuchOverdue(overdue)
                : open >= rules.MostHolds ? new HoldOutcome.TooMany(rules.MostHolds)
                : null;
            if (why is null)
            {
                open++;
            }
            else
            {
                refused.Add(id, why);
            }
        }

        return refused;
    }

    private static IQueryable<Line> InLine(LibraryContext context, IQueryable<Hold> holds) => holds.AsNoTracking().Select(hold => new Line
    {
        Hold = hold,
        Ahead = context.Holds.Count(other => other.TitleId == hold.TitleId && (other.Status == HoldStatus.Waiting || other.Status == HoldStatus.Ready)
            && (other.PlacedAt < hold.PlacedAt || (other.PlacedAt == hold.PlacedAt && other.Id < hold.Id))),
        Of = context.Holds.Count(other => other.TitleId == hold.TitleId && (other.Status == HoldStatus.Waiting || other.Status == HoldStatus.Ready)),
    });

    private static IQueryable<Hold> Open(LibraryContext context, int titleId) => context.Holds.Where(
        hold => hold.TitleId == titleId && (hold.Status == HoldStatus.Waiting || hold.Status == HoldStatus.Ready));

    private static IQueryable<Hold> OpenOf(LibraryContext context, int personId) => context.Holds
        .Where(hold => hold.PersonId == personId && (hold.Status == HoldStatus.Waiting || hold.Status == HoldStatus.Ready))
        .OrderBy(hold => hold.PlacedAt).ThenBy(hold => hold.Id);

    private sealed class Line
    {
        public required Hold Hold { get; init; }

        public required int Ahead { get; init; }

        public required int Of { get; init; }
    }
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
