using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace LibraryBot.Dialogs.Conversation;

/// <summary>Replaces a card that has done its work, where the channel can.</summary>
internal static class LiveCard
{
    /// <summary>Puts another message in the place of one sent before. Nothing happens on a channel that cannot, or where the message is gone.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="activityId">The id the channel gave the message, or null where it gave none.</param>
    /// <param name="message">What to put there.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task ReplaceAsync(ITurnContext turn, string? activityId, Activity message, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(activityId))
        {
            return;
        }

        message.Id = activityId;
        try
        {
            await turn.UpdateActivityAsync(message, cancellationToken);
        }
        // What a channel answers to an update it does not offer is not written down anywhere; the new card is a courtesy, so no answer of
        // the channel's may spoil the turn.
        catch (Exception refused) when (refused is not OperationCanceledException)
        {
        }
    }
}
