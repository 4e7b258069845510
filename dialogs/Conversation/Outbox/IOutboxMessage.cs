using LibraryBot.Data;
using LibraryBot.Data.Outbox;
using Microsoft.Bot.Schema;

namespace LibraryBot.Dialogs.Conversation.Outbox;

/// <summary>
/// Puts one kind of message of the outbox into words, when it is sent. A capability has one for each kind it causes, beside its dialog, and adds it with
/// <c>services.AddOutboxMessage&lt;HoldReadyMessage&gt;()</c>.
/// </summary>
public interface IOutboxMessage
{
    /// <summary>The kind.</summary>
    OutboxKind Kind { get; }

    /// <summary>Puts a message into words; the culture is the recipient's.</summary>
    /// <param name="message">The message, of this kind.</param>
    /// <param name="library">For reading what it is about, as it is now.</param>
    /// <param name="cancellationToken">Stops it.</param>
    Task<OutboxRendering> RenderAsync(OutboxMessage message, LibraryContext library, CancellationToken cancellationToken);
}

/// <summary>What putting a message into words came to.</summary>
public abstract record OutboxRendering
{
    private OutboxRendering()
    {
    }

    /// <summary>This is to be said.</summary>
    /// <param name="Activity">In the recipient's language.</param>
    public sealed record Say(IActivity Activity) : OutboxRendering;

    /// <summary>It is no longer so, and is not sent: the hold was cancelled meanwhile.</summary>
    public sealed record NoLongerTrue : OutboxRendering;

    /// <summary>Nobody puts this kind into words.</summary>
    public sealed record UnknownKind : OutboxRendering;
}
