using LibraryBot.Data.Catalog;
using Microsoft.Bot.Schema;

namespace LibraryBot.Dialogs.Shelves;

/// <summary>What to say.</summary>
/// <param name="Message">The message.</param>
/// <param name="IsPrivate">Whether it is about the speaker's own list: where others read along it goes to the speaker alone.</param>
internal sealed record ShelfReply(Activity Message, bool IsPrivate = false)
{
    /// <summary>The titles it shows, which the conversation is then about; none leaves it where it was.</summary>
    public IReadOnlyList<Title> Titles { get; init; } = [];

    /// <summary>What takes the place of the card whose button was pressed; null leaves it.</summary>
    public Activity? InPlace { get; init; }
}
