using AdaptiveCards;
using LibraryBot.Data.Calendar;
using LibraryBot.Data.Catalog;

namespace LibraryBot.Dialogs.Recommendations;

/// <summary>A title of the catalogue as somebody shows it to others, in the current culture. Of readers it says nothing.</summary>
public sealed class TitleToShare
{
    private readonly RecommendationCards _cards;
    private readonly Standing _standing;
    private readonly OpeningTimes _times;

    internal TitleToShare(RecommendationCards cards, Standing standing, OpeningTimes times)
    {
        _cards = cards;
        _standing = standing;
        _times = times;
    }

    /// <summary>All about it: where it stands, its call number, whether it is in today. There is nothing to press but its link.</summary>
    /// <param name="title">The title, its copies loaded.</param>
    public AdaptiveCard Card(Title title) => _cards.Shared(title, _times.Today);

    /// <summary>It in two lines for a list: by whom and what it is; where it stands and whether it is in.</summary>
    /// <param name="title">The title, its copies loaded.</param>
    public (string About, string Standing) Lines(Title title) => (
        string.Join(" · ", new[] { RecommendationWords.By(title), RecommendationWords.Format(title.Format), RecommendationWords.Grades(title) }.OfType<string>()),
        _standing.Line(title));
}
