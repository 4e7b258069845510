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
        var candidates = await context.People.AsNoTracking()
            .Where(person => person.Addresses.Any(address => address.ChannelId == channel && address.UserId == user)
                || (objectId != null && person.AadObjectId == objectId)
                || (key != null && person.Key == key))
            .Select(person => new
            {
                Person = person,
                IsKnownAddress = person.Addresses.Any(address => address.ChannelId == channel && address.UserId == user),
            })
            .OrderBy(candidate => candidate.Person.Id)
            .Take(3)
            .ToListAsync(cancellationToken);
        return candidates
            .OrderByDescending(candidate => candidate.IsKnownAddress)
            .ThenByDescending(candidate => candidate.Person.AadObjectId == objectId && objectId is not null)
            .Select(candidate => candidate.Person)
            .FirstOrDefault();
    }
}
