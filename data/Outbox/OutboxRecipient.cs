namespace LibraryBot.Data.Outbox;

/// <summary>Whom a message is for.</summary>
public abstract record OutboxRecipient
{
    private OutboxRecipient()
    {
    }

    /// <summary>A person, wherever they can be reached when it is sent.</summary>
    /// <param name="PersonId">The person's number in the database.</param>
    public sealed record ToPerson(int PersonId) : OutboxRecipient;

    /// <summary>A channel of a team or a group chat, where several read along.</summary>
    /// <param name="GroupAddressId">The place's number in the database.</param>
    public sealed record ToGroup(int GroupAddressId) : OutboxRecipient;
}
