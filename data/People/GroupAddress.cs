namespace LibraryBot.Data.People;

/// <summary>A place where several read along and the bot was brought in: a channel of a team, or a group chat.</summary>
public sealed class GroupAddress
{
    /// <summary>The database's own number.</summary>
    public int Id { get; set; }

    /// <summary>The Bot Framework channel id, "msteams".</summary>
    public required string ChannelId { get; set; }

    /// <summary>The place's conversation id on that channel, without the thread; unique there.</summary>
    public required string ConversationId { get; set; }

    /// <summary>What it is.</summary>
    public GroupKind Kind { get; set; }

    /// <summary>The team a channel belongs to; null for a group chat.</summary>
    public string? TeamId { get; set; }

    /// <summary>The organisation on that channel, a Microsoft Entra tenant id; null where the channel has none.</summary>
    public string? TenantId { get; set; }

    /// <summary>The serialised conversation reference to begin a thread there, or to write to the chat.</summary>
    public required string ConversationReference { get; set; }

    /// <summary>Whether it may be written to.</summary>
    public AddressState State { get; set; }

    /// <summary>When the bot introduced itself there, in UTC; null while it has not since it was installed.</summary>
    public DateTimeOffset? WelcomedAt { get; set; }
}

/// <summary>What a place is where several read along. Stored by name.</summary>
public enum GroupKind
{
    /// <summary>A chat of several people.</summary>
    Chat,

    /// <summary>A channel of a team.</summary>
    Channel,
}
