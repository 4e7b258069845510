using LibraryBot.Data;
using LibraryBot.Data.Outbox;
using LibraryBot.Data.People;
using LibraryBot.WebChat;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Schema;
using Microsoft.EntityFrameworkCore;
using Newtonsoft.Json;

namespace LibraryBot.Background;

/// <summary>
/// Finds out where the recipients of messages can be reached: at a kept address of a channel, Teams first; else in a web chat that they have open in this
/// process at this moment. The terminal has nobody to write to once its command has ended.
/// </summary>
internal sealed class OutboxReaders(
    IDbContextFactory<LibraryContext> database, IBotFrameworkHttpAdapter channels, DirectLineAdapter page, WebChatConversations conversations)
{
    private const string Teams = "msteams";

    private readonly BotAdapter _channels = (BotAdapter)channels;

    /// <summary>Finds those of some messages, in two queries.</summary>
    public async Task<IReadOnlyDictionary<long, OutboxReader>> FindAsync(IReadOnlyList<OutboxMessage> messages, CancellationToken cancellationToken)
    {
        var personIds = messages.Select(message => message.PersonId).OfType<int>().Distinct().ToArray();
        var groupIds = messages.Select(message => message.GroupAddressId).OfType<int>().Distinct().ToArray();
        await using var context = await database.CreateDbContextAsync(cancellationToken);
        var people = personIds.Length == 0 ? [] : await context.People.AsNoTracking().Include(person => person.Addresses)
            .Where(person => EF.Parameter(personIds).Contains(person.Id)).ToDictionaryAsync(person => person.Id, Read, cancellationToken);
        var groups = groupIds.Length == 0 ? [] : await context.GroupAddresses.AsNoTracking()
            .Where(group => EF.Parameter(groupIds).Contains(group.Id)).ToDictionaryAsync(group => group.Id, Read, cancellationToken);
        return messages.ToDictionary(
            message => message.Id,
            message => (message.PersonId is { } person ? people.GetValueOrDefault(person) : groups.GetValueOrDefault(message.GroupAddressId ?? 0)) ?? OutboxReader.Nobody);
    }

    /// <summary>Remembers that a channel refuses a place for good, until the bot is installed or spoken to there again.</summary>
    public async Task MarkRefusedAsync(OutboxPlace place, CancellationToken cancellationToken)
    {
        await using var context = await database.CreateDbContextAsync(cancellationToken);
        if (place.AddressId is { } address)
        {
            await context.Addresses.Where(each => each.Id == address && each.State == AddressState.Open)
                .ExecuteUpdateAsync(each => each.SetProperty(a => a.State, AddressState.Refused), cancellationToken);
        }
        else if (place.GroupAddressId is { } group)
        {
            await context.GroupAddresses.Where(each => each.Id == group && each.State == AddressState.Open)
                .ExecuteUpdateAsync(each => each.SetProperty(a => a.State, AddressState.Refused), cancellationToken);
        }
    }

    private OutboxReader Read(Person person)
    {
        var places = person.Addresses
            .Where(address => address.State == AddressState.Open && address.ChannelId is not (ChannelNames.WebChat or ChannelNames.Terminal))
            .OrderByDescending(address => address.ChannelId == Teams).ThenByDescending(address => address.Id)
            .Select(address => (address.Id, Reference: Parse(address.ConversationReference)))
            .Where(place => place.Reference is not null)
            .ToList();
        var kept = places.Count == 0 ? null : new OutboxPlace(_channels, places[0].Reference!, places[0].Id, null, places.Count > 1);
        var open = kept is null ? conversations.OpenOf(person.Key) : null;
        var place = kept ?? (open is null ? null : new OutboxPlace(page, Reference(open), null, null, false));
        return new OutboxReader(place, person.Language ?? LanguageOf(place?.Reference.Locale));
    }

    private OutboxReader Read(GroupAddress group) =>
        group.State == AddressState.Open && Parse(group.ConversationReference) is { } reference
            ? new OutboxReader(new OutboxPlace(_channels, reference, null, group.Id, false), LanguageOf(reference.Locale))
            : OutboxReader.Nobody;

    private static ConversationReference Reference(WebChatConversation open) => new()
    {
        ChannelId = ChannelNames.WebChat,
        ServiceUrl = string.Empty,
        Conversation = new ConversationAccount(id: open.Id),
        User = new ChannelAccount(open.User, role: RoleTypes.User),
        Bot = DirectLineAdapter.Bot,
        Locale = open.Locale,
    };

    private static string LanguageOf(string? locale) => locale?.StartsWith("es", StringComparison.OrdinalIgnoreCase) == true ? "es" : "en";

    private static ConversationReference? Parse(string? json)
    {
        try
        {
            return json is not null && JsonConvert.DeserializeObject<ConversationReference>(json) is { Conversation.Id: not null, ChannelId: not null, ServiceUrl: not null } reference ? reference : null;
        }
        // One that cannot be read is as good as none; the next word of the person writes it anew.
        catch (JsonException)
        {
            return null;
        }
    }
}
