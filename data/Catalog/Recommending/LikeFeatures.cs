using System.Numerics;
using LibraryBot.Data.Catalog.Search;

namespace LibraryBot.Data.Catalog.Recommending;

/// <summary>What of a title others can be found by in the index, with how telling each is.</summary>
internal sealed class LikeFeatures
{
    private const int MostTopics = 10, MostGenres = 5, MostWords = 5;
    private readonly List<(Match Match, double Worth, bool IsWord)> features = [];
    private readonly Rarity rarity;

    private LikeFeatures(Rarity rarity) => this.rarity = rarity;

    /// <summary>Takes a title apart.</summary>
    public static async Task<LikeFeatures> OfAsync(Title like, SearchStore store, CancellationToken cancellationToken)
    {
        var topics = Headings.Topics(like.Subjects).Take(MostTopics).ToList();
        var words = Recommending.Rarity.Stems($"{like.TitleProper} {like.Summary}").Take(60).ToList();
        var counts = await store.CountAsync(
            [.. topics.Concat(like.Genres.Take(MostGenres)).SelectMany(Recommending.Rarity.Stems).Concat(words).Append(SearchStore.AllTitles).Distinct()], cancellationToken);
        var found = new LikeFeatures(new Rarity(counts));
        found.Add(Recommending.Rarity.Stems(like.SeriesName), Terms.Series, 3);
        if (like.Contributors.Count > 0)
        {
            found.Add(Search.Words.Of(like.Contributors[0].Name, 8).Select(word => word.Stem), Terms.Author, 1.5);
        }
        foreach (var topic in topics)
        {
            // By the broadest part: so narrower topics, and others beside it, are found as well.
            found.Add(Recommending.Rarity.Stems(Headings.Broadest(topic)), Terms.Subject, 2 * found.Rarity(topic));
        }
        foreach (var genre in like.Genres.Take(MostGenres))
        {
            found.Add(Recommending.Rarity.Stems(genre), Terms.Subject, found.Rarity(genre));
        }
        foreach (var word in words.Where(word => counts.GetValueOrDefault(word) > 1).OrderBy(word => counts[word]).ThenBy(word => word, StringComparer.Ordinal).Take(MostWords))
        {
            found.Add([word], Terms.Anywhere, 0.3, isWord: true);
        }
        return found;
    }

    /// <summary>How telling a heading is, 0 to 1.</summary>
    public double Rarity(string heading) => rarity.Of(heading);

    /// <summary>The lookups.</summary>
    public IReadOnlyList<Match> Matches => features.ConvertAll(feature => feature.Match);

    /// <summary>How promising a title with these features is, before its record is read.</summary>
    public double Promise(int found) => Sum(found, feature => feature.Worth);

    /// <summary>The share of the telling words it has.</summary>
    public double Words(int found) => Sum(found, feature => feature.IsWord ? 1 : 0) / MostWords;

    /// <summary>The lookup of a topic; null where no word of it is one.</summary>
    public static Match? About(string topic) => Recommending.Rarity.Stems(topic).Select(stem => Match.Term(Terms.Of(Terms.Subject, stem))).ToList() is { Count: > 0 } terms ? Match.All(terms) : null;

    private double Sum(int found, Func<(Match Match, double Worth, bool IsWord), double> worth)
    {
        var sum = 0.0;
        for (var bits = (uint)found; bits != 0; bits &= bits - 1)
        {
            sum += worth(features[BitOperations.TrailingZeroCount(bits)]);
        }
        return sum;
    }

    private void Add(IEnumerable<string> stems, char part, double worth, bool isWord = false)
    {
        var terms = stems.Select(stem => Match.Term(Terms.Of(part, stem))).ToList();
        if (terms.Count > 0)
        {
            features.Add((Match.All(terms), worth, isWord));
        }
    }
}
