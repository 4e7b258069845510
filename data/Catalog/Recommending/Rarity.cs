using LibraryBot.Data.Catalog.Search;

namespace LibraryBot.Data.Catalog.Recommending;

/// <summary>How telling headings are.</summary>
/// <param name="counts">In how many titles words are, with <see cref="SearchStore.AllTitles"/>.</param>
internal sealed class Rarity(IReadOnlyDictionary<string, int> counts)
{
    private readonly int allTitles = Math.Max(counts.GetValueOrDefault(SearchStore.AllTitles), 1);

    /// <summary>Counts the words of headings.</summary>
    public static async Task<Rarity> OfAsync(IEnumerable<string> headings, SearchStore store, CancellationToken cancellationToken) =>
        new(await store.CountAsync([.. headings.SelectMany(Stems).Append(SearchStore.AllTitles).Distinct()], cancellationToken));

    /// <summary>How telling a heading is by its rarest word: near 0 for what is in every title, 1 for what is in one.</summary>
    public double Of(string heading)
    {
        var fewest = Stems(heading).Select(stem => counts.GetValueOrDefault(stem, allTitles / 10)).DefaultIfEmpty(allTitles).Min();
        return Math.Clamp(1 - (Math.Log(1 + fewest) / Math.Log(2 + allTitles)), 0.05, 1);
    }

    /// <summary>The different words of a text that tell something.</summary>
    public static IEnumerable<string> Stems(string? text) => Words.Of(text, 80).Where(word => !SmallWords.IsStopped(word.Folded)).Select(word => word.Stem).Distinct();
}
