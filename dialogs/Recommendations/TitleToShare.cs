using AdaptiveCards;
using LibraryBot.Data.Calendar;
using LibraryBot.Data.Catalog;
using Microsoft.Bot.Builder;

namespace LibraryBot.Dialogs.Recommendations;

/// <summary>A title of the catalogue as somebody shows it to others, in the current culture. Of readers it says nothing.</summary>
public sealed class TitleToShare
{
    private readonly RecommendationCards _cards;
    private readonly Standing _standing;
    private readonly OpeningTimes _times;
    private readonly OlderTitles _older;

    internal TitleToShare(RecommendationCards cards, Standing standing, OpeningTimes times, OlderTitles older)
    {
        _cards = cards;
        _standing = standing;
        _times = times;
        _older = older;
    }

    /// <summary>Whether the school wants it shown to whoever speaks in this turn (<see cref="OlderTitlesPolicy"/>).</summary>
    public bool MayBeShown(Title title, ITurnContext turn) => !_older.Withholds(title, Reader.Of(turn));

    /// <summary>All about it: where it stands, its call number, whether it is in today. There is nothing to press but its link.</summary>
    /// <param name="title">The title, its copies loaded.</param>
    public AdaptiveCard Card(Title title) => _cards.Shared(title, _times.Today);

    /// <summary>It in two lines for a list: by whom and what it is; where it stands and whether it is in.</summary>
    /// <param name="title">The title, its copies loaded.</param>
    public (string About, string Standing) Lines(Title title) => (
        string.Join(" · ", new[] { RecommendationWords.By(title), RecommendationWords.Format(title.Format), RecommendationWords.Grades(title) }.OfType<string>()),
        _standing.Line(title));
}
