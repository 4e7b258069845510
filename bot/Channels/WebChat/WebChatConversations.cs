using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace LibraryBot.WebChat;

/// <summary>The conversations on the page, in memory. What a dialog remembers is in the database; this is only what the page may ask for again.</summary>
internal sealed class WebChatConversations(WebChatSettings settings, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, WebChatConversation> _conversations = new(StringComparer.Ordinal);

    /// <summary>How many there are.</summary>
    public int Count => _conversations.Count;

    /// <summary>Begins one.</summary>
    public WebChatConversation Begin(string user) => Add(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)), user);

    /// <summary>
    /// The conversation a token is bound to. One that was forgotten, or was begun before a restart, goes on: its token proves that it was.
    /// </summary>
    /// <returns>Null where the conversation is somebody else's.</returns>
    public WebChatConversation? Of(string id, string user)
    {
        var conversation = _conversations.GetValueOrDefault(id) ?? Add(id, user);
        conversation.LastUsed = time.GetUtcNow();
        return conversation.User == user ? conversation : null;
    }

    /// <summary>A conversation that somebody has open on a page at this moment, the last they used.</summary>
    public WebChatConversation? OpenOf(string user) =>
        _conversations.Values.Where(conversation => conversation.User == user && conversation.IsListenedTo).MaxBy(conversation => conversation.LastUsed);

    private WebChatConversation Add(string id, string user)
    {
        Forget();
        return _conversations.GetOrAdd(id, new WebChatConversation(id, user) { LastUsed = time.GetUtcNow() });
    }

    private void Forget()
    {
        var expired = time.GetUtcNow() - settings.ForgottenAfter;
        foreach (var (id, conversation) in _conversations)
        {
            if (conversation.LastUsed < expired && !conversation.IsListenedTo)
            {
                _conversations.TryRemove(id, out _);
            }
        }

        if (_conversations.Count >= settings.MostConversations)
        {
            foreach (var idle in _conversations.Values.Where(conversation => !conversation.IsListenedTo).OrderBy(conversation => conversation.LastUsed).Take(1 + (settings.MostConversations / 10)))
            {
                _conversations.TryRemove(idle.Id, out _);
            }
        }
    }
}
