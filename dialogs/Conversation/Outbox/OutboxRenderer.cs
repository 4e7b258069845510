using LibraryBot.Data;
using LibraryBot.Data.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LibraryBot.Dialogs.Conversation.Outbox;

/// <summary>Puts messages of the outbox into words, each by the one who knows its kind, in the recipient's language.</summary>
/// <param name="messages">All kinds.</param>
/// <param name="database">The library's database.</param>
public sealed class OutboxRenderer(IEnumerable<IOutboxMessage> messages, IDbContextFactory<LibraryContext> database)
{
    private readonly Dictionary<string, IOutboxMessage> _byKind = messages.ToDictionary(message => message.Kind.Name, StringComparer.Ordinal);

    /// <summary>Puts a message into words. Whatever goes wrong in doing so is thrown.</summary>
    /// <param name="message">The message.</param>
    /// <param name="language">"en" or "es".</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<OutboxRendering> RenderAsync(OutboxMessage message, string language, CancellationToken cancellationToken)
    {
        if (!_byKind.TryGetValue(message.Kind, out var words))
        {
            return new OutboxRendering.UnknownKind();
        }

        // It holds for what is called from here, and ends with this method.
        SpokenLanguage.Speak(language);
        await using var library = await database.CreateDbContextAsync(cancellationToken);
        return await words.RenderAsync(message, library, cancellationToken);
    }
}

/// <summary>Adds kinds of messages.</summary>
public static class OutboxMessageRegistration
{
    /// <summary>Adds one.</summary>
    /// <typeparam name="T">What puts it into words.</typeparam>
    public static IServiceCollection AddOutboxMessage<T>(this IServiceCollection services)
        where T : class, IOutboxMessage => services.AddSingleton<IOutboxMessage, T>();
}
