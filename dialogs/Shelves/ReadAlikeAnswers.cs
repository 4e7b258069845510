using LibraryBot.Data.Catalog;
using LibraryBot.Dialogs.Conversation;
using LibraryBot.Dialogs.Recommendations;
using LibraryBot.Dialogs.Understanding;

namespace LibraryBot.Dialogs.Shelves;

/// <summary>Draws the map of what to read after a title: titles like it, grouped by what they have in common with it.</summary>
internal sealed class ReadAlikeAnswers(ICatalogSearch catalog, PointedTitles titles, MyListAnswers mine, ShelfCards cards, OlderTitles older)
{
    private const int MostLookedAt = 24;
    private const int MostGroups = 5;
    private const int MostInGroup = 3;

    /// <summary>Answers.</summary>
    public async Task<ShelfReply> AnswerAsync(string said, string language, Shown? shown, Reader reader, CancellationToken cancellationToken)
    {
        var pointed = await titles.FindAsync(said, language, shown, cancellationToken);
        if (pointed is not Pointed.One { Title: { } source })
        {
            return mine.Unclear(pointed);
        }

        var results = await catalog.MoreLikeAsync(source.Id, new CatalogQuery { Take = MostLookedAt }, cancellationToken);
        var groups = results.Hits
            .Where(hit => !older.Withholds(hit.Title, reader))
            .DistinctBy(hit => Selection.Work(hit.Title))
            .Select(hit => (hit.Title, Reason: Likeness.Of(source, hit.Title, new Wish(), hit.Because).Why is [var first, ..] ? first : ShelfStrings.AlsoAlike))
            .GroupBy(hit => hit.Reason, StringComparer.OrdinalIgnoreCase)
            .Take(MostGroups)
            .Select(group => (Reason: Words.Sentence(group.Key), Titles: (IReadOnlyList<Title>)[.. group.Take(MostInGroup).Select(hit => hit.Title)]))
            .ToList();
        return groups.Count == 0
            ? new ShelfReply(GeneralAnswers.Text(Words.Of(RecommendationStrings.NothingLike, source.TitleProper)))
            : new ShelfReply(CardParts.Message(Words.Of(ShelfStrings.IfYouLiked, source.TitleProper), cards.ReadAlikes(groups))) { Titles = [.. groups.SelectMany(group => group.Titles)] };
    }
}
