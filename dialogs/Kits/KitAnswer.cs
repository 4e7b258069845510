using LibraryBot.Dialogs.Conversation;
using Microsoft.Bot.Schema;

namespace LibraryBot.Dialogs.Kits;

/// <summary>What to send, and the kit the conversation is then looking at.</summary>
/// <param name="Message">The message.</param>
/// <param name="Draft">The kit that is looked at from now on; null leaves it as it was.</param>
internal sealed record KitAnswer(Activity Message, KitDraft? Draft = null)
{
    /// <summary>A sentence.</summary>
    public static KitAnswer Say(string text, KitDraft? draft = null) => new(GeneralAnswers.Text(text), draft);
}
