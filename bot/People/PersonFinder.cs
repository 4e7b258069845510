using LibraryBot.Data;
using LibraryBot.Data.People;
using LibraryBot.Teams;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using Microsoft.EntityFrameworkCore;

namespace LibraryBot.People;

/// <summary>Finds out which person of the roster is speaking.</summary>
/// <param name="database">The library's database.</param>
/// <param name="members">Whom Teams says a sender to be.</param>
/// <param name="trust">What of it may be believed.</param>
internal sealed class PersonFinder(IDbContextFactory<LibraryContext> database, TeamsMembers members, PersonTrust trust)
{
    /// <summary>
    /// By the address known of them; else by Microsoft Entra object id; else by key where keys are to be trusted; else by the e-mail address
    /// or user principal name that Teams has of them.
    /// </summary>
    /// <returns>The person and the address, not tracked.</returns>
    public async Task<Met> FindAsync(ITurnContext turn, CancellationToken cancellationToken)
    {
        var activity = turn.Activity;
        if (activity.From?.Id is not { Length: > 0 and <= 256 } user)
        {
            return Met.Nobody;
        }

        var isVouched = turn.TurnState.Get<VouchedSender>() is not null;
        await using var context = await database.CreateDbContextAsync(cancellationToken);

        // An id of the page or the terminal is theirs only where they gave it out themselves: the channel service has a "webchat" of its own,
        // whose users choose their ids.
        var address = isVouched || activity.ChannelId is not (ChannelNames.WebChat or ChannelNames.Terminal)
            ? await context.AddressAsync(activity.ChannelId, user, cancellationToken)
            : null;
        var found = (address?.PersonId is { } owner ? await context.PersonByIdAsync(owner, cancellationToken) : null)
            ?? await ByIdAsync(context, activity, isVouched || trust.Keys ? user : null, cancellationToken)
            ?? (activity.IsTeams() && IsAsking(activity) ? await ByMembershipAsync(context, turn, cancellationToken) : null);
        return new Met(found, address);
    }

    private static bool IsAsking(Activity activity) => activity.Type == ActivityTypes.Message
        || activity is { Type: ActivityTypes.Invoke, Name: "adaptiveCard/action" or "composeExtension/query" }
        || (activity.Type == ActivityTypes.InstallationUpdate && activity.Action?.StartsWith("add", StringComparison.Ordinal) == true);

    private async Task<Person?> ByIdAsync(LibraryContext context, Activity activity, string? key, CancellationToken cancellationToken)
    {
        // Only Teams fills the object id in itself.
        var objectId = activity.IsTeams() || trust.Keys ? activity.From.AadObjectId?.ToLowerInvariant() : null;
        if (objectId is null && key is null)
        {
            return null;
        }

        var candidates = await context.People.AsNoTracking()
            .Where(person => (objectId != null && person.AadObjectId == objectId) || (key != null && person.Key == key))
            .OrderBy(person => person.Id)
            .Take(2)
            .ToListAsync(cancellationToken);
        return candidates.OrderByDescending(person => objectId is not null && person.AadObjectId == objectId).FirstOrDefault();
    }

    private async Task<Person?> ByMembershipAsync(LibraryContext context, ITurnContext turn, CancellationToken cancellationToken)
    {
        if (await members.FindAsync(turn, cancellationToken) is not { } member)
        {
            return null;
        }

        var objectId = (member.AadObjectId ?? turn.Activity.From.AadObjectId)?.ToLowerInvariant();
        var names = trust.NamesOf(member, TeamsPlace.TenantOf(turn.Activity));
        var candidates = await context.People.AsNoTracking()
            .Where(person => (objectId != null && person.AadObjectId == objectId) || (person.Email != null && names.Contains(person.Email)))
            .OrderBy(person => person.Id)
            .Take(5)
            .ToListAsync(cancellationToken);
        if (candidates.Find(person => objectId is not null && person.AadObjectId == objectId) is { } same)
        {
            return same;
        }

        // A person known by another object id is another person, though the address was handed on; and one that several share names nobody.
        var free = candidates.Where(person => person.AadObjectId is null).ToList();
        if (free is not [var found] || objectId is null)
        {
            return free is [var only] ? only : null;
        }

        await context.People.Where(person => person.Id == found.Id && person.AadObjectId == null)
            .ExecuteUpdateAsync(person => person.SetProperty(p => p.AadObjectId, objectId), cancellationToken);
        return found;
    }
}
