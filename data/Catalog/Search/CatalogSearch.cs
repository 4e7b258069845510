using LibraryBot.Data.Catalog.Recommending;
using Microsoft.EntityFrameworkCore;

namespace LibraryBot.Data.Catalog.Search;

/// <summary>
/// Searches in steps, each a lookup whose work is bounded: titles with all words in the title, then with author and series, then with
/// subjects, then anywhere, until there are enough candidates; these are ranked here, alike for both databases. Where nothing has all the
/// words, misspellings are considered, and at last titles with some of the words.
/// </summary>
internal sealed class CatalogSearch(IDbContextFactory<LibraryContext> factory) : ICatalogSearch
{
    private const int FewestCandidates = 120, MostCandidates = 1200, Few = 6;

    public async Task<CatalogResults> SearchAsync(CatalogQuery query, CancellationToken cancellationToken)
    {
        var question = Question.Of(query);
        var filters = new Filters(query);
        if (Page.Of(query) is not { } page || (question.Groups.Count == 0 && filters.IsEmpty))
        {
            return CatalogResults.None;
        }
        await using var context = await factory.CreateDbContextAsync(cancellationToken);
        var reader = new CandidateReader(context, query);
        if (Isbn.Find(query.Text) is { } isbn && await reader.ByIsbnAsync(isbn, cancellationToken) is { Count: > 0 } byIsbn)
        {
            return await reader.ResultsAsync(
                byIsbn.ConvertAll(title => new Ranked(title, 3, MatchedIn.Isbn, false, [])), page, null, cancellationToken);
        }
        var store = SearchStore.Of(context);
        var corrections = new Corrections(store, question);
        await corrections.MendUnknownAsync(cancellationToken);
        var steps = new SearchSteps(store, reader, filters, question, page.End, Math.Clamp(page.End + 1, FewestCandidates, MostCandidates));
        var found = await steps.AllWordsAsync(cancellationToken);
        if (found.Count < 3 && !steps.FoundInTitles && await corrections.DoubtRareAsync(cancellationToken))
        {
            found = await steps.AllWordsAsync(cancellationToken);
        }
        var ranking = new Ranking(question, query, corrections.AllTitles);
        var ranked = await RankAsync(reader, ranking, found, cancellationToken);
        if (question.Groups.Count > 1 && (ranked.Count == 0 || (query.AlsoSome && ranked.Count < Few)))
        {
            var some = await steps.SomeWordsAsync(cancellationToken);
            some.ExceptWith(found);
            ranked.AddRange(await RankAsync(reader, ranking, some, cancellationToken));
        }
        return await reader.ResultsAsync(ranked, page, CorrectedText(question, ranked), cancellationToken);
    }

    public async Task<CatalogResults> MoreLikeAsync(int titleId, CatalogQuery filters, CancellationToken cancellationToken)
    {
        if (Page.Of(filters) is not { } page)
        {
            return CatalogResults.None;
        }
        await using var context = await factory.CreateDbContextAsync(cancellationToken);
        return await new ReadAlikes(context, filters).FindAsync(titleId, page, cancellationToken);
    }

    public async Task<IReadOnlyList<CatalogHit>> RecommendAsync(RecommendationQuery query, CancellationToken cancellationToken)
    {
        await using var context = await factory.CreateDbContextAsync(cancellationToken);
        return await new WishRecommender(context, query).OrderAsync(cancellationToken);
    }

    private static async Task<List<Ranked>> RankAsync(
        CandidateReader reader, Ranking ranking, IReadOnlyCollection<int> found, CancellationToken cancellationToken) =>
        (await reader.ByIdAsync(found, cancellationToken)).ConvertAll(ranking.Rank);

    /// <summary>What was searched for, where the best title was found by another spelling than the one typed.</summary>
    private static string? CorrectedText(Question question, List<Ranked> ranked)
    {
        if (ranked.Count == 0 || ranked.Max(Comparer<Ranked>.Create(CandidateReader.Compare)) is not { } best
            || !best.Used.Any(way => way?.Written is not null))
        {
            return null;
        }
        var kinds = question.Groups.Where((_, at) => best.Used[at]?.Written is not null).Select(group => group.Kind).ToHashSet();
        return string.Join(' ', question.Groups.Select((group, at) => (group, at)).Where(each => kinds.Contains(each.group.Kind))
            .Select(each => best.Used[each.at]?.Written ?? each.group.Word?.Written).OfType<string>());
    }
}

/// <summary>The part of the results asked for.</summary>
internal sealed record Page(int Skip, int Take)
{
    public int End => Skip + Take;

    public static Page? Of(CatalogQuery query) =>
        query.Skip > 1000 || query.Take < 1 ? null : new Page(Math.Max(query.Skip, 0), Math.Min(query.Take, 100));
}
