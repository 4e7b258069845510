using LibraryBot.Data.Catalog;
using LibraryBot.Data.People;
using Microsoft.EntityFrameworkCore;

namespace LibraryBot.Data.Kits;

/// <summary>Puts all titles of a kit on hold at once. A hold is for one copy; how many copies the kit has of a title stands on the kit.</summary>
/// <param name="factory">The library's database.</param>
/// <param name="time">Says when the holds were placed.</param>
public sealed class KitHolds(IDbContextFactory<LibraryContext> factory, TimeProvider time)
{
    /// <summary>Holds titles for a person, all in one transaction; asked twice, each is held once.</summary>
    /// <param name="titleIds">The titles, in the order of the answer.</param>
    /// <param name="personId">For whom.</param>
    /// <param name="cancellationToken">Stops it; nothing is held then.</param>
    /// <returns>What became of each; null where the person is no member of staff.</returns>
    public async Task<IReadOnlyList<KitHold>?> PlaceAsync(IReadOnlyCollection<int> titleIds, int personId, CancellationToken cancellationToken)
    {
        var ids = titleIds.Distinct().ToArray();
        await using var context = await factory.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await context.LockPersonAsync(personId, cancellationToken);
        var role = await context.People.Where(person => person.Id == personId).Select(person => (Role?)person.Role).SingleOrDefaultAsync(cancellationToken);
        if (role is not { } own || !KitShelf.IsFor(own))
        {
            return null;
        }

        var titles = (await context.TitlesByIdAsync(ids, cancellationToken)).Where(title => title.WithdrawnAt is null).ToDictionary(title => title.Id);
        var (isAmong, among) = context.Among([.. titles.Values.Where(title => KitCopies.Lendable(title) > 0).Select(title => title.Id)]);
        var now = time.GetUtcNow();
        // What the person has on hold already, from here or from elsewhere at this moment, is left as it is.
        var placed = (await context.ReadAsync(
            $"""
            INSERT INTO "Holds" ("TitleId", "PersonId", "PlacedAt", "Status")
            SELECT t."Id", @person, @now, 'Waiting' FROM "Titles" t WHERE t."Id" {isAmong} ORDER BY t."Id"
            ON CONFLICT DO NOTHING RETURNING "TitleId"
            """,
            row => row.GetInt32(0), cancellationToken, among, ("@person", personId), ("@now", now.UtcDateTime))).ToHashSet();
        await transaction.CommitAsync(cancellationToken);
        return [.. ids.Select(id => new KitHold(
            id,
            placed.Contains(id) ? KitHoldResult.Placed
            : !titles.TryGetValue(id, out var title) ? KitHoldResult.NoSuchTitle
            : KitCopies.Lendable(title) == 0 ? KitHoldResult.NothingToLend
            : KitHoldResult.AlreadyHeld))];
    }
}

/// <summary>What became of holding a title of a kit.</summary>
/// <param name="TitleId">The title.</param>
/// <param name="Result">What became of it.</param>
public readonly record struct KitHold(int TitleId, KitHoldResult Result);

/// <summary>What can become of holding a title of a kit.</summary>
public enum KitHoldResult
{
    /// <summary>It is on hold now.</summary>
    Placed,

    /// <summary>The person had it on hold.</summary>
    AlreadyHeld,

    /// <summary>No copy of it is ever lent: it is online, for use in the library only, or lost.</summary>
    NothingToLend,

    /// <summary>The library has no such title, or no longer.</summary>
    NoSuchTitle,
}
