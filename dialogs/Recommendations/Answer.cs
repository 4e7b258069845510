using LibraryBot.Data.Catalog;
using LibraryBot.Dialogs.Understanding;
using Microsoft.Bot.Schema;

namespace LibraryBot.Dialogs.Recommendations;

/// <summary>What to send, and what the conversation is then looking at.</summary>
/// <param name="Message">The message.</param>
/// <param name="Shown">What is being looked at from now on; null leaves it as it was.</param>
internal sealed record Answer(Activity Message, Shown? Shown = null)
{
    /// <summary>The title that is now kept for the reader, so that the card can say so instead of offering it again.</summary>
    public int? HeldTitleId { get; init; }

    /// <summary>An answer that shows titles for a wish, with what the model said of them.</summary>
    public static Answer Showing(Activity message, Wish wish, IReadOnlyList<FoundTitle> titles, bool hasMore)
    {
        var shown = titles.Select(found => new ShownTitle(found.Title.Id, found.Title.TitleProper) { Why = found.Fit.Sentence }).ToList();
        return new Answer(message, new Shown { Wish = WishJson.Write(wish), Titles = shown, HasMore = hasMore, Seen = [.. shown.Select(title => title.Id)] });
    }

    /// <summary>An answer that shows titles for a wish.</summary>
    public static Answer Showing(Activity message, Wish wish, IEnumerable<Title> titles, IEnumerable<int> seen, bool hasMore = false)
    {
        var shown = titles.Select(title => new ShownTitle(title.Id, title.TitleProper)).ToList();
        return new Answer(message, new Shown { Wish = WishJson.Write(wish), Titles = shown, HasMore = hasMore, Seen = [.. seen, .. shown.Select(title => title.Id)] });
    }
}
