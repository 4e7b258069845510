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

    /// <summary>Says to the speaker what is nobody else's business: where others read along, alone, and there only that it was said.</summary>
    public static async Task SendAloneAsync(this ITurnContext turn, Activity message, CancellationToken cancellationToken)
    {
        if (turn.IsGroup())
        {
            var told = await turn.TellPrivatelyAsync(message, cancellationToken);
            message = GeneralAnswers.Text(told ? ConversationStrings.GroupTold : ConversationStrings.GroupAsk);
        }

        await turn.SendActivityAsync(message, cancellationToken);
    }
}
