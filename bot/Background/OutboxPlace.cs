using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace LibraryBot.Background;

/// <summary>Where a message is to be sent.</summary>
/// <param name="Adapter">What sends there.</param>
/// <param name="Reference">The conversation.</param>
/// <param name="AddressId">The person's address it is; null where it is none that is kept.</param>
/// <param name="GroupAddressId">The group's address it is; null where it is a person's.</param>
/// <param name="HasOther">Whether there is another place to try when this one refuses for good.</param>
internal sealed record OutboxPlace(BotAdapter Adapter, ConversationReference Reference, int? AddressId, int? GroupAddressId, bool HasOther)
{
    /// <summary>The channel's id.</summary>
    public string Channel => Reference.ChannelId;

    /// <summary>The conversation's id on that channel.</summary>
    public string Conversation => Reference.Conversation.Id;
}

/// <summary>Whom a message is for, as far as sending it goes.</summary>
/// <param name="Place">Where; null where there is no place by now.</param>
/// <param name="Language">What they are spoken to in, "en" or "es".</param>
internal sealed record OutboxReader(OutboxPlace? Place, string Language)
{
    /// <summary>Somebody who is no longer there.</summary>
    public static OutboxReader Nobody { get; } = new(null, "en");
}
