using LibraryBot.Data.Catalog.Search;

namespace LibraryBot.Data.Catalog.Recommending;

/// <summary>
/// Finds what to read after a title: candidates by series, author, topic (with broader, narrower and neighboring ones), genre and telling words out of the
/// index, and by what is borrowed together; scored by <see cref="RecommendationScore"/>; put in order by <see cref="Diversity"/>.
/// </summary>
internal sealed class ReadAlikes(LibraryContext context, CatalogQuery query)
{
    private const int MostOfEach = 60, MostCompared = 160, MostRelated = 4;
    private readonly Filters filters = new(query);
    private readonly CandidateReader reader = new(context, query);
    private readonly SearchStore store = SearchStore.Of(context);

    /// <summary>A page of titles like one, best first; nothing where there is no such title.</summary>
    public async Task<CatalogResults> FindAsync(int titleId, Page page, CancellationToken cancellationToken)
    {
        var (isAmong, parameter) = context.Among([titleId]);
        var titles = RowReader<Title, Title>.Of(context);
        if (await context.ReadAsync($"""SELECT {titles.Columns} FROM "Titles" t WHERE t."Id" {isAmong}""", titles.Read, cancellationToken, parameter) is not [var like])
        {
            return CatalogResults.None;
        }
        var features = await LikeFeatures.OfAsync(like, store, cancellationToken);
        var together = await ShelfSigns.TogetherAsync(context, [titleId], cancellationToken);
        var most = Math.Max(page.End * 2, MostCompared);
        var found = features.Matches.Count == 0 ? [] : await store.FindEachAsync(
            [.. features.Matches.Select(match => filters.Narrowly([match]))], filters.HasWide ? MostOfEach * 4 : Math.Max(MostOfEach, page.End + 1), cancellationToken);
        foreach (var id in await filters.AmongAsync(store, [.. together.Keys.Except(found.Keys)], cancellationToken))
        {
            found.Add(id, 0);
        }
        found.Remove(titleId);
        IEnumerable<int> passing = filters.HasWide ? await reader.PassingAsync(found.Keys, cancellationToken) : found.Keys;
        var promising = passing.OrderByDescending(id => features.Promise(found[id]) + (2.4 * together.GetValueOrDefault(id))).ThenByDescending(id => id).Take(most).ToList();
        var candidates = await reader.ReadAsync<ReadAlike>(promising, cancellationToken);
        var source = ReadAlike.Of(like);
        var related = Related(source, candidates);
        if (related.Count > 0 && found.Count < MostCompared)
        {
            candidates.AddRange(await BesideAsync(related.Keys, found, cancellationToken));
        }
        var shelf = await ShelfSigns.OfAsync(context, [.. candidates.Select(title => title.Id)], together, query.Locations, cancellationToken);
        var scoring = new ReadAlikeScoring(source, features.Rarity, related, shelf);
        var scored = candidates
            .Where(title => !IsSameWork(title, source) && (query.Locations.Count == 0 || !query.AvailableNow || shelf.In.Contains(title.Id)))
            .Select(title => (Title: title, Score: scoring.Of(title, features.Words(found.GetValueOrDefault(title.Id)))))
            .OrderByDescending(each => each.Score.Total)
            .DistinctBy(each => (Terms.Exact(Words.Of(each.Title.TitleProper)), each.Title.Maker));
        return await ResultsAsync(Diversity.Order(scored, page.End + 1), page, cancellationToken);
    }

    // A rare topic leads to few titles: its neighbors lead to more.
    private async Task<List<ReadAlike>> BesideAsync(IEnumerable<string> topics, Dictionary<int, int> found, CancellationToken cancellationToken)
    {
        var matches = topics.Select(LikeFeatures.About).OfType<Match>().Select(match => filters.Narrowly([match])).ToList();
        var more = matches.Count == 0 ? [] : await store.FindEachAsync(matches, MostOfEach, cancellationToken);
        return await reader.ReadAsync<ReadAlike>([.. more.Keys.Where(id => !found.ContainsKey(id))], cancellationToken);
    }

    /// <summary>Topics that stand beside those of the title in the records that share one, the more telling the more often and the less they stand elsewhere.</summary>
    private static Dictionary<string, double> Related(ReadAlike like, List<ReadAlike> candidates)
    {
        var topics = Headings.Topics(like.Subjects).Select(Headings.Broadest).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var records = candidates.ConvertAll(title => Headings.Topics(title.Subjects));
        var beside = records.Where(its => its.Exists(IsOurs)).SelectMany(its => its)
            .Where(topic => !IsOurs(topic)).CountBy(topic => topic, StringComparer.OrdinalIgnoreCase).Where(topic => topic.Value > 1).ToList();
        if (beside.Count == 0)
        {
            return [];
        }
        var anywhere = records.SelectMany(its => its).CountBy(topic => topic, StringComparer.OrdinalIgnoreCase).ToDictionary(StringComparer.OrdinalIgnoreCase);
        return beside.Select(topic => (topic.Key, Share: (topic.Value - 1.0) / anywhere[topic.Key]))
            .OrderByDescending(topic => topic.Share * Math.Log(1 + anywhere[topic.Key])).Take(MostRelated)
            .ToDictionary(topic => topic.Key, topic => topic.Share, StringComparer.OrdinalIgnoreCase);

        bool IsOurs(string topic) => topics.Contains(Headings.Broadest(topic));
    }

    private static bool IsSameWork(ReadAlike one, ReadAlike other) =>
        one.Id == other.Id || (one.Maker == other.Maker && Terms.Exact(Words.Of(one.TitleProper)) == Terms.Exact(Words.Of(other.TitleProper)));

    private async Task<CatalogResults> ResultsAsync(List<(ReadAlike Title, RecommendationScore Score)> ordered, Page page, CancellationToken cancellationToken)
    {
        var shown = ordered.Skip(page.Skip).Take(page.Take).ToList();
        var titles = await context.TitlesByIdAsync([.. shown.Select(each => each.Title.Id)], cancellationToken);
        return new CatalogResults(
            [.. shown.Join(titles, each => each.Title.Id, title => title.Id, (each, title) =>
                new CatalogHit(title, each.Score.Total, MatchedIn.None, false) { Because = each.Score.Reasons })],
            ordered.Count > page.End, null);
    }
}
