using LibraryBot.Data.Catalog.Search;

namespace LibraryBot.Data.Catalog.Recommending;

/// <summary>
/// Puts what was found for a wish in order by <see cref="RecommendationScore"/>: what its best answers have in common in the catalogue and at the desk tells
/// for the others too, and leads to titles that have not its words.
/// </summary>
internal sealed class WishRecommender(LibraryContext context, RecommendationQuery query)
{
    private const int MostBest = 5, MostRelated = 6, MostOfEach = 60;
    private const double NearEnough = 0.3;

    /// <summary>What was found, best first, then what is near it.</summary>
    public async Task<IReadOnlyList<CatalogHit>> OrderAsync(CancellationToken cancellationToken)
    {
        var best = await BestAsync(cancellationToken);
        var store = SearchStore.Of(context);
        var related = await RelatedAsync(best, store, cancellationToken);
        var together = await ShelfSigns.TogetherAsync(context, [.. best.Select(title => title.Id)], cancellationToken);
        var near = query.Near is null ? [] : await NearAsync(query.Near, related.Keys, together.Keys, store, cancellationToken);
        var readers = await ShelfSigns.ReadersAsync(context, [.. query.Found.Select(hit => hit.Title.Id)], cancellationToken);
        var isIn = query.Found.Where(hit => hit.Title.Copies.Exists(copy => copy.Status == CopyStatus.Available)).Select(hit => hit.Title.Id).ToHashSet();
        var scoring = new WishScoring(query, related, new ShelfSigns(together, readers, isIn));
        var hits = Ordered(query.Found.Select(hit => (Title: ReadAlike.Of(hit.Title), hit.Score)).Select(each => (each.Title, scoring.Of(each.Title, each.Score))), query.Found.Count)
            .Join(query.Found, each => each.Title.Id, hit => hit.Title.Id, (each, hit) => hit with { Score = each.Score.Total, Because = each.Score.Reasons }).ToList();
        if (near.Count == 0)
        {
            return hits;
        }
        scoring = new WishScoring(query, related, await ShelfSigns.OfAsync(context, [.. near.Select(title => title.Id)], together, query.Near!.Locations, cancellationToken));
        var beside = Ordered(near.Select(title => (title, scoring.Of(title, 0))).Where(each => Math.Max(each.Item2.Related, each.Item2.Together) >= NearEnough), query.Near.Take);
        var titles = beside.Count == 0 ? [] : await context.TitlesByIdAsync([.. beside.Select(each => each.Title.Id)], cancellationToken);
        return [.. hits, .. beside.Join(titles, each => each.Title.Id, title => title.Id, (each, title) =>
            new CatalogHit(title, each.Score.Total, MatchedIn.None, false) { Because = each.Score.Reasons, IsNear = true })];
    }

    private List<(ReadAlike Title, RecommendationScore Score)> Ordered(IEnumerable<(ReadAlike Title, RecommendationScore Score)> titles, int most) => query.IsSpread
        ? Diversity.Order(titles, most)
        : [.. titles.OrderByDescending(each => each.Score.Total).ThenByDescending(each => each.Title.Id).Take(most)];

    /// <summary>What answers the wish best; nothing where it has no words, so that titles have nothing in common but what they passed.</summary>
    private async Task<List<ReadAlike>> BestAsync(CancellationToken cancellationToken)
    {
        var seen = query.SeenTitleIds.Take(MostBest).ToList();
        if (seen.Count > 0)
        {
            return await new CandidateReader(context, new CatalogQuery()).ReadAsync<ReadAlike>(seen, cancellationToken);
        }
        return [.. query.Found.Where(hit => !hit.IsPartial && hit.Matched != MatchedIn.None).OrderByDescending(hit => hit.Score).Take(MostBest).Select(hit => ReadAlike.Of(hit.Title))];
    }

    /// <summary>Topics that several of the best share; of one alone, all of its topics.</summary>
    private static async Task<Dictionary<string, double>> RelatedAsync(List<ReadAlike> best, SearchStore store, CancellationToken cancellationToken)
    {
        var shared = best.SelectMany(title => Headings.Topics(title.Subjects).SelectMany(Headings.Levels).Distinct(StringComparer.OrdinalIgnoreCase))
            .CountBy(topic => topic, StringComparer.OrdinalIgnoreCase)
            .Where(topic => topic.Value > 1 || best.Count == 1)
            .OrderByDescending(topic => topic.Value).Take(MostRelated * 3).ToList();
        if (shared.Count == 0)
        {
            return [];
        }
        var rarity = await Rarity.OfAsync(shared.Select(topic => topic.Key), store, cancellationToken);
        return shared.Select(topic => (topic.Key, Telling: rarity.Of(topic.Key) * topic.Value / best.Count))
            .OrderByDescending(topic => topic.Telling).Take(MostRelated)
            .ToDictionary(topic => topic.Key, topic => topic.Telling, StringComparer.OrdinalIgnoreCase);
    }

    private async Task<List<ReadAlike>> NearAsync(CatalogQuery near, IEnumerable<string> topics, IEnumerable<int> together, SearchStore store, CancellationToken cancellationToken)
    {
        var filters = new Filters(near);
        var matches = topics.Select(LikeFeatures.About).OfType<Match>().Select(match => filters.Narrowly([match])).ToList();
        var beside = matches.Count == 0 ? [] : await store.FindEachAsync(matches, filters.HasWide ? MostOfEach * 4 : MostOfEach, cancellationToken);
        var borrowed = await filters.AmongAsync(store, [.. together.Except(beside.Keys)], cancellationToken);
        var known = query.Found.Select(hit => hit.Title.Id).Concat(query.SeenTitleIds);
        return await new CandidateReader(context, near).ReadAsync<ReadAlike>([.. beside.Keys.Concat(borrowed).Except(known)], cancellationToken);
    }
}
