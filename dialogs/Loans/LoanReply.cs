using Microsoft.Bot.Schema;

namespace LibraryBot.Dialogs.Loans;

/// <summary>What to say.</summary>
/// <param name="Message">The message.</param>
/// <param name="IsPrivate">Whether it says what is nobody else's business: where others read along it goes to the speaker alone.</param>
internal sealed record LoanReply(Activity Message, bool IsPrivate = true)
{
    /// <summary>What takes the place of the card whose button was pressed; null leaves it.</summary>
    public Activity? InPlace { get; init; }
}
