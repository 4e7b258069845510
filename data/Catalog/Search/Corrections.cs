namespace LibraryBot.Data.Catalog.Search;

/// <summary>
/// Finds for the words of a question what else may have been meant: a word of the catalogue spelled nearly so, two words written as one
/// ("dogman"), one written as two ("spider man").
/// </summary>
internal sealed class Corrections(SearchStore store, Question question)
{
    private const int MostWays = 4;
    private Dictionary<string, int> counts = [];

    /// <summary>In how many titles all is counted.</summary>
    public int AllTitles => counts.GetValueOrDefault(SearchStore.AllTitles);

    /// <summary>
    /// Counts the words, and gives those that the catalogue does not know other ways to be met. One round trip, and one more where a word
    /// is unknown.
    /// </summary>
    public async Task MendUnknownAsync(CancellationToken cancellationToken)
    {
        var groups = Typed();
        counts = await store.CountAsync(
            [SearchStore.AllTitles, .. question.Groups.SelectMany(group => group.Ways).SelectMany(way => way.Stems)
                .Concat(groups.SelectMany(group => Splits(group).SelectMany(split => split.Stems)))
                .Concat(Joins(groups).Select(join => join.Stem)).Distinct()],
            cancellationToken);
        foreach (var group in question.Groups)
        {
            group.Titles = group.Ways.Sum(way => way.Stems.Min(stem => counts.GetValueOrDefault(stem)));
        }
        foreach (var (first, second, stem) in Joins(groups).Where(join => counts.ContainsKey(join.Stem)))
        {
            first.Ways.Add(new Way([stem], 0.95));
            second.Ways.Add(new Way([stem], 0.95));
        }
        var unknown = groups.Where(group => group.Titles == 0 && group.Ways.Count == 1 && !group.IsWeak).ToList();
        await AddWaysAsync(unknown, atLeast: _ => 1, cancellationToken);
        foreach (var group in unknown)
        {
            group.Titles = group.Ways.Sum(way => way.Stems.Min(stem => counts.GetValueOrDefault(stem)));
        }
    }

    /// <summary>
    /// Doubts words that the catalogue does know, where it knows one spelled nearly so that is far more common: in a large catalogue every
    /// misspelling is somebody's name.
    /// </summary>
    /// <returns>Whether there is another way now.</returns>
    public async Task<bool> DoubtRareAsync(CancellationToken cancellationToken)
    {
        var doubted = Typed().Where(group => group.Titles > 0 && group.Ways.TrueForAll(way => way.Written is null)).ToList();
        await AddWaysAsync(doubted, atLeast: group => group.Titles * 8, cancellationToken);
        return doubted.Exists(group => group.Ways.Exists(way => way.Written is not null));
    }

    private List<Group> Typed() => question.Groups.FindAll(group => group.Word is { } word && !SmallWords.IsStopped(word.Folded));

    private async Task AddWaysAsync(List<Group> groups, Func<Group, int> atLeast, CancellationToken cancellationToken)
    {
        if (groups.Count == 0)
        {
            return;
        }
        var roots = groups.ConvertAll(group => Stemmer.RootOf(group.Word!.Value.Folded));
        var keys = roots.SelectMany(Spelling.KeysOf).ToHashSet();
        var near = keys.Count == 0 ? [] : await store.NearAsync(keys, cancellationToken);
        var known = near.ConvertAll(word => (Word: word, Root: Stemmer.RootOf(Words.Fold(word.Written))));
        var isAlone = question.Groups.Count == 1;
        for (var at = 0; at < groups.Count; at++)
        {
            var group = groups[at];
            var root = roots[at];
            var least = atLeast(group);
            var ways = known.Where(word => word.Word.Titles >= least && word.Word.Stem != group.Word!.Value.Stem)
                .Select(word => (word.Word, Cost: Spelling.Cost(root, word.Root, isAlone))).Where(word => word.Cost is not null)
                .OrderBy(word => word.Cost - (0.15 * Math.Log10(Math.Max(word.Word.Titles, 1)))).Take(MostWays).ToList();
            foreach (var (word, cost) in ways)
            {
                group.Ways.Add(new Way([word.Stem], 0.85 - (0.15 * cost!.Value), word.Written));
                counts[word.Stem] = word.Titles;
            }
            foreach (var split in Splits(group).Where(split => split.Stems.All(counts.ContainsKey)))
            {
                group.Ways.Add(split);
            }
        }
    }

    private static IEnumerable<Way> Splits(Group group)
    {
        var written = group.Word!.Value.Folded;
        for (var at = 1; at < written.Length; at++)
        {
            // "dogman", "jkrowling"; not "a", "t" and the like out of any word.
            if (written.Length == 2 || (at > 2 && written.Length - at > 2) || (at == 2 && written.Length > 5))
            {
                yield return new Way(
                    [Stemmer.StemOf(written[..at]), Stemmer.StemOf(written[at..])], 0.9, written[..at] + " " + written[at..]);
            }
        }
    }

    private static IEnumerable<(Group First, Group Second, string Stem)> Joins(List<Group> groups) =>
        groups.Zip(groups.Skip(1)).Where(pair => pair.First.Kind == pair.Second.Kind)
            .Select(pair => (pair.First, pair.Second, Stemmer.StemOf(pair.First.Word!.Value.Folded + pair.Second.Word!.Value.Folded)));
}
