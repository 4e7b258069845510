using LibraryBot.Data;
using LibraryBot.Data.People;
using LibraryBot.Teams;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Microsoft.EntityFrameworkCore;
using Newtonsoft.Json;

namespace LibraryBot.People;

/// <summary>
/// Keeps where people and groups can be reached for messages of later. A turn that finds everything as it was writes nothing.
/// </summary>
internal sealed class AddressBook(IDbContextFactory<LibraryContext> database, TimeProvider time)
{
    private static readonly JsonSerializerSettings Compact = new() { NullValueHandling = NullValueHandling.Ignore };

    /// <summary>Keeps the sender's address, and that of the group where others read along.</summary>
    /// <param name="turn">The turn. Only messages and installations count: an invoke may come from a chat the bot is no part of.</param>
    /// <param name="met">What was known when the turn began.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task KeepAsync(ITurnContext turn, Met met, CancellationToken cancellationToken)
    {
        if (!IsKept(turn, met))
        {
            return;
        }

        if (turn.Activity.IsGroup())
        {
            await WriteAsync(context => KeepGroupAsync(context, turn.Activity, cancellationToken), cancellationToken);
        }

        if (turn.Activity.From?.Id is { Length: > 0 and <= 256 } && !IsAsItWas(turn.Activity, met))
        {
            await WriteAsync(context => KeepPersonAsync(context, turn.Activity, met.Person, cancellationToken), cancellationToken);
        }
    }

    /// <summary>
    /// Takes it upon this turn to introduce the bot. However many turns in however many processes try, one is given it, until the bot is taken
    /// away and installed again.
    /// </summary>
    /// <returns>Whether it is this turn's to do.</returns>
    public async Task<bool> BeginWelcomeAsync(Activity activity, CancellationToken cancellationToken)
    {
        DateTimeOffset? now = time.GetUtcNow();
        await using var context = await database.CreateDbContextAsync(cancellationToken);
        return await (activity.IsGroup()
            ? Group(context, activity).Where(group => group.WelcomedAt == null)
                .ExecuteUpdateAsync(group => group.SetProperty(g => g.WelcomedAt, now), cancellationToken)
            : Sender(context, activity).Where(address => address.WelcomedAt == null)
                .ExecuteUpdateAsync(address => address.SetProperty(a => a.WelcomedAt, now), cancellationToken)) > 0;
    }

    /// <summary>Gives it back: the welcome could not be sent.</summary>
    public async Task UndoWelcomeAsync(Activity activity)
    {
        DateTimeOffset? never = null;
        await using var context = await database.CreateDbContextAsync(CancellationToken.None);
        await (activity.IsGroup()
            ? Group(context, activity).ExecuteUpdateAsync(group => group.SetProperty(g => g.WelcomedAt, never))
            : Sender(context, activity).ExecuteUpdateAsync(address => address.SetProperty(a => a.WelcomedAt, never)));
    }

    /// <summary>Remembers that the bot was taken away: by the person, from the chat, or from the team with all its channels.</summary>
    public async Task CloseAsync(Activity activity, CancellationToken cancellationToken)
    {
        DateTimeOffset? never = null;
        await using var context = await database.CreateDbContextAsync(cancellationToken);
        if (!activity.IsGroup())
        {
            await Sender(context, activity).ExecuteUpdateAsync(
                address => address.SetProperty(a => a.State, AddressState.Removed).SetProperty(a => a.WelcomedAt, never), cancellationToken);
            return;
        }

        var (place, team) = (TeamsPlace.Of(activity), TeamsPlace.TeamOf(activity));
        await context.GroupAddresses
            .Where(group => group.ChannelId == activity.ChannelId && (group.ConversationId == place || (team != null && group.TeamId == team)))
            .ExecuteUpdateAsync(
                group => group.SetProperty(g => g.State, AddressState.Removed).SetProperty(g => g.WelcomedAt, never), cancellationToken);
    }

    /// <summary>How to write to an activity's conversation later, its thread left out. Names are left out too: nobody is addressed by them.</summary>
    internal static string ReferenceOf(Activity activity) => JsonConvert.SerializeObject(
        new ConversationReference
        {
            ChannelId = activity.ChannelId,
            ServiceUrl = activity.ServiceUrl,
            // Members of a group differ in it.
            Locale = activity.IsGroup() ? null : activity.Locale,
            Bot = new ChannelAccount(activity.Recipient?.Id, role: RoleTypes.Bot),
            User = activity.IsGroup() ? null! : new ChannelAccount(activity.From.Id, aadObjectId: activity.From.AadObjectId),
            Conversation = new ConversationAccount(
                id: TeamsPlace.Of(activity),
                isGroup: activity.IsGroup() ? true : null,
                conversationType: activity.Conversation.ConversationType,
                tenantId: TeamsPlace.TenantOf(activity)),
        },
        Compact);

    /// <summary>The page has no address that outlives it but for people on the roster, and the terminal has none.</summary>
    private static bool IsKept(ITurnContext turn, Met met) => turn.Activity switch
    {
        { ChannelId: ChannelNames.Terminal } => false,
        { ChannelId: ChannelNames.WebChat } activity => activity.Type == ActivityTypes.Message && met.Person is not null && turn.TurnState.Get<VouchedSender>() is not null,
        { ServiceUrl: null or "" } => false,
        { Type: ActivityTypes.Message } => true,
        { Type: ActivityTypes.InstallationUpdate, Action: "add" or "add-upgrade" } => true,
        { Type: ActivityTypes.ConversationUpdate } activity => activity.IsTeams() && TeamsPlace.HasBot(activity.MembersAdded, activity),
        _ => false,
    };

    private static bool IsAsItWas(Activity activity, Met met) =>
        met.Address is { } address
        && address.PersonId == (met.Person?.Id ?? address.PersonId)
        && (activity.IsGroup() || (address.State == AddressState.Open
            && address.ConversationReference == ReferenceOf(activity)
            && address.TenantId == TeamsPlace.TenantOf(activity)));

    private static async Task KeepPersonAsync(LibraryContext context, Activity activity, Person? person, CancellationToken cancellationToken)
    {
        var address = await Sender(context, activity).SingleOrDefaultAsync(cancellationToken);
        if (address is null)
        {
            address = new Address { ChannelId = activity.ChannelId!, UserId = activity.From.Id };
            context.Addresses.Add(address);
        }

        address.PersonId = person?.Id ?? address.PersonId;
        address.TenantId = TeamsPlace.TenantOf(activity);
        if (!activity.IsGroup())
        {
            address.ConversationReference = ReferenceOf(activity);
            address.State = AddressState.Open;
        }
    }

    private static async Task KeepGroupAsync(LibraryContext context, Activity activity, CancellationToken cancellationToken)
    {
        var (place, reference) = (TeamsPlace.Of(activity), ReferenceOf(activity));
        var group = await Group(context, activity).SingleOrDefaultAsync(cancellationToken);
        if (group is null)
        {
            group = new GroupAddress { ChannelId = activity.ChannelId!, ConversationId = place, ConversationReference = reference };
            context.GroupAddresses.Add(group);
        }

        group.ConversationReference = reference;
        group.TeamId = TeamsPlace.TeamOf(activity);
        group.Kind = group.TeamId is not null || activity.Conversation.ConversationType == "channel" ? GroupKind.Channel : GroupKind.Chat;
        group.TenantId = TeamsPlace.TenantOf(activity);
        group.State = AddressState.Open;
    }

    private static IQueryable<Address> Sender(LibraryContext context, Activity activity)
    {
        var (channel, user) = (activity.ChannelId, activity.From?.Id);
        return context.Addresses.Where(address => address.ChannelId == channel && address.UserId == user);
    }

    private static IQueryable<GroupAddress> Group(LibraryContext context, Activity activity)
    {
        var (channel, place) = (activity.ChannelId, TeamsPlace.Of(activity));
        return context.GroupAddresses.Where(group => group.ChannelId == channel && group.ConversationId == place);
    }

    /// <summary>Somebody else may add the same address at the same moment; then it is there and only to be brought up to date.</summary>
    private async Task WriteAsync(Func<LibraryContext, Task> change, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            await using var context = await database.CreateDbContextAsync(cancellationToken);
            await change(context);
            try
            {
                await context.SaveChangesAsync(cancellationToken);
                return;
            }
            catch (DbUpdateException) when (attempt < 3)
            {
            }
        }
    }
}
