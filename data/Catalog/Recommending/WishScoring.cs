namespace LibraryBot.Data.Catalog.Recommending;

/// <summary>Measures titles for a wish, whose words the search has weighed.</summary>
/// <param name="query">Who reads.</param>
/// <param name="related">Topics that stand beside what answers the wish best, with how telling each is, 0 to 1.</param>
/// <param name="shelf">What is borrowed, and what is in.</param>
internal sealed class WishScoring(RecommendationQuery query, IReadOnlyDictionary<string, double> related, ShelfSigns shelf)
{
    /// <summary>The parts of a title's score.</summary>
    /// <param name="title">The title.</param>
    /// <param name="asked">What the search gave it; 0 where it was not found by its words.</param>
    public RecommendationScore Of(ReadAlike title, double asked) => new()
    {
        Asked = asked,
        Related = Headings.Topics(title.Subjects).SelectMany(Headings.Levels).Select(topic => related.GetValueOrDefault(topic)).DefaultIfEmpty(0).Max(),
        Together = shelf.Together.GetValueOrDefault(title.Id),
        Level = GradeDistance.Of(title.GradeLow, title.GradeHigh, query.Grade) switch { 0 => 1, 1 => 0.6, _ => 0 },
        Language = query.Language is null || title.Languages.Count == 0 || title.Languages.Contains(query.Language) ? 1 : 0,
        Awarded = title.Awards.Count > 0 ? 1 : 0,
        LessBorrowed = shelf.LessBorrowed(title.Id),
        In = shelf.In.Contains(title.Id) ? 1 : 0,
    };
}
