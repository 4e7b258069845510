namespace LibraryBot.Data.Catalog.Recommending;

/// <summary>Puts a list into an order that is not five of one author: each time one is taken, what comes of the same hand or series counts less.</summary>
internal static class Diversity
{
    private const double SameMaker = 0.7, SameSeries = 0.75;

    /// <summary>The best ones in their order.</summary>
    /// <param name="titles">Titles with their scores, above zero.</param>
    /// <param name="most">How many to put in order.</param>
    public static List<(ReadAlike Title, RecommendationScore Score)> Order(IEnumerable<(ReadAlike Title, RecommendationScore Score)> titles, int most)
    {
        var rest = titles.Select(each => (each.Title, each.Score, Worth: each.Score.Total)).ToList();
        var ordered = new List<(ReadAlike, RecommendationScore)>();
        while (ordered.Count < most && rest.Count > 0)
        {
            var best = 0;
            for (var at = 1; at < rest.Count; at++)
            {
                best = rest[at].Worth > rest[best].Worth || (rest[at].Worth == rest[best].Worth && rest[at].Title.Id > rest[best].Title.Id) ? at : best;
            }
            var (taken, score, _) = rest[best];
            ordered.Add((taken, score));
            rest.RemoveAt(best);
            for (var at = 0; at < rest.Count; at++)
            {
                var (title, its, worth) = rest[at];
                worth *= taken.Maker is not null && title.Maker == taken.Maker ? SameMaker : 1;
                worth *= taken.SeriesName is not null && string.Equals(title.SeriesName, taken.SeriesName, StringComparison.OrdinalIgnoreCase) ? SameSeries : 1;
                rest[at] = (title, its, worth);
            }
        }
        return ordered;
    }
}
