namespace LibraryBot.Data.People;

/// <summary>Where somebody can be reached: who they are on one channel, and their own conversation with the bot there.</summary>
public sealed class Address
{
    /// <summary>The database's own number.</summary>
    public int Id { get; set; }

    /// <summary>Whose it is; null while nobody on the roster is known to be it.</summary>
    public int? PersonId { get; set; }

    /// <summary>The Bot Framework channel id, "msteams", "webchat".</summary>
    public required string ChannelId { get; set; }

    /// <summary>Their id on that channel; unique there.</summary>
    public required string UserId { get; set; }

    /// <summary>The organisation on that channel, a Microsoft Entra tenant id; null where the channel has none.</summary>
    public string? TenantId { get; set; }

    /// <summary>The serialised conversation reference to write to them with, alone; null while they were met only where others read along.</summary>
    public string? ConversationReference { get; set; }

    /// <summary>Whether it may be written to.</summary>
    public AddressState State { get; set; }

    /// <summary>When the bot introduced itself there, in UTC; null while it has not since it was installed.</summary>
    public DateTimeOffset? WelcomedAt { get; set; }
}

/// <summary>Whether an address may be written to. Stored by name.</summary>
public enum AddressState
{
    /// <summary>It may.</summary>
    Open,

    /// <summary>The bot was taken away there. It may not until the bot is installed or spoken to again.</summary>
    Removed,

    /// <summary>The channel refused a message for good: blocked, or gone. It may not until the bot is installed or spoken to again.</summary>
    Refused,
}
