using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace LibraryBot.Dialogs.Conversation;

/// <summary>What dialogs ask of a turn.</summary>
internal static class TurnExtensions
{
    /// <summary>Who is speaking; a visitor where the host did not say.</summary>
    public static Speaker Speaker(this ITurnContext turn) => turn.TurnState.Get<Speaker>() ?? Conversation.Speaker.Visitor;

    /// <summary>Whether others read along: anything but a conversation of one person with the bot.</summary>
    public static bool IsGroup(this ITurnContext turn) =>
        turn.Activity.Conversation?.IsGroup == true
        || turn.Activity.Conversation?.ConversationType is { } type && !string.Equals(type, "personal", StringComparison.OrdinalIgnoreCase);

    /// <summary>Says to the speaker alone what is nobody else's business.</summary>
    /// <returns>Whether it reached them; false where there is no way to reach them alone.</returns>
    public static Task<bool> TellPrivatelyAsync(this ITurnContext turn, Activity message, CancellationToken cancellationToken) =>
        turn.TurnState.Get<IPrivateMessages>()?.SendAsync(turn, message, cancellationToken) ?? Task.FromResult(false);

    /// <summary>What to say here to who asked for what is nobody else's business: it; or, where others read along, that it was said to them alone, or that they may ask alone.</summary>
    public static async Task<Activity> AloneAsync(this ITurnContext turn, Activity message, CancellationToken cancellationToken) => !turn.IsGroup() ? message
        : GeneralAnswers.Text(await turn.TellPrivatelyAsync(message, cancellationToken) ? ConversationStrings.GroupTold : ConversationStrings.GroupAsk);

    /// <summary>Sends a reply.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="message">What to say.</param>
    /// <param name="isPrivate">Whether it is nobody else's business.</param>
    /// <param name="inPlace">What takes the place of the card whose button was pressed, where nobody reads along; null leaves it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task SendReplyAsync(this ITurnContext turn, Activity message, bool isPrivate, Activity? inPlace, CancellationToken cancellationToken)
    {
        await turn.SendActivityAsync(isPrivate ? await turn.AloneAsync(message, cancellationToken) : message, cancellationToken);
        if (inPlace is not null && !turn.IsGroup())
        {
            await LiveCard.ReplaceAsync(turn, turn.Activity.ReplyToId, inPlace, cancellationToken);
        }
    }
}
