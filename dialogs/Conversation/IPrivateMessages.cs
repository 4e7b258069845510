using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace LibraryBot.Dialogs.Conversation;

/// <summary>
/// Writes to the speaker alone while others read along. The host puts one into the turn's state, <c>turnContext.TurnState.Add(messages)</c>,
/// where its channel has private conversations.
/// </summary>
public interface IPrivateMessages
{
    /// <summary>Sends a message to the speaker's own conversation with the bot.</summary>
    /// <returns>Whether it was sent: not where there is no such conversation, or the channel refused.</returns>
    Task<bool> SendAsync(ITurnContext turn, Activity message, CancellationToken cancellationToken);
}
