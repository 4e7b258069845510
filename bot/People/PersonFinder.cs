using LibraryBot.Data;
using LibraryBot.Data.People;
using Microsoft.Bot.Builder;
using Microsoft.EntityFrameworkCore;

namespace LibraryBot.People;

/// <summary>Finds out which person of the roster is speaking.</summary>
/// <param name="database">The library's database.</param>
/// <param name="trustsKeys">
/// Whether any sender's id may be a person's key, as it is in the sample library: in Development only. Elsewhere an id is a key only where this
/// process gave it out and checked it itself, <see cref="VouchedSender"/>.
/// </param>
internal sealed class PersonFinder(IDbContextFactory<LibraryContext> database, bool trustsKeys)
{
    // Asked in every turn, so it is taken apart once only.
    private static readonly Func<LibraryContext, string?, string, string?, string?, IAsyncEnumerable<Candidate>> s_candidates = EF.CompileAsyncQuery(
        (LibraryContext context, string? channel, string user, string? objectId, string? key) => context.People.AsNoTracking()
            .Where(person => person.Addresses.Any(address => address.ChannelId == channel && address.UserId == user)
                || (objectId != null && person.AadObjectId == objectId)
                || (key != null && person.Key == key))
            .OrderBy(person => person.Id)
            .Take(3)
            .Select(person => new Candidate(person, person.Addresses.Any(address => address.ChannelId == channel && address.UserId == user))));

    /// <summary>By the address known of them, else by Microsoft Entra object id, else by key where keys are to be trusted.</summary>
    /// <returns>The person, not tracked; null for somebody who is not on the roster.</returns>
    public async Task<Person?> FindAsync(ITurnContext turn, CancellationToken cancellationToken)
    {
        var activity = turn.Activity;
        if (activity.From?.Id is not { Length: > 0 and <= 256 } user)
        {
            return null;
        }

        var channel = activity.ChannelId;
        var objectId = activity.From.AadObjectId;
        var key = trustsKeys || turn.TurnState.Get<VouchedSender>() is not null ? user : null;
        await using var context = await database.CreateDbContextAsync(cancellationToken);
        var candidates = new List<Candidate>();
        await foreach (var candidate in s_candidates(context, channel, user, objectId, key).WithCancellation(cancellationToken))
        {
            candidates.Add(candidate);
        }

        return candidates
            .OrderByDescending(candidate => candidate.IsKnownAddress)
            .ThenByDescending(candidate => candidate.Person.AadObjectId == objectId && objectId is not null)
            .Select(candidate => candidate.Person)
            .FirstOrDefault();
    }

    private sealed record Candidate(Person Person, bool IsKnownAddress);
}
