namespace LibraryBot.Data.Catalog.Search;

/// <summary>The lookups by which candidates are found, from the most to the least promising part of the record.</summary>
/// <param name="store">The index.</param>
/// <param name="reader">The catalogue.</param>
/// <param name="filters">What each candidate must pass.</param>
/// <param name="question">What is looked for.</param>
/// <param name="shown">How many titles will be shown at most: with three times as many, a less promising part is not looked at.</param>
/// <param name="enough">The most candidates there can be.</param>
internal sealed class SearchSteps(SearchStore store, CandidateReader reader, Filters filters, Question question, int shown, int enough)
{
    private const int MostOfPair = 80, MostMeasured = 250, LastStep = 2;

    private static readonly string[][] PartsByStep =
    [
        // of a typed word, of synonyms
        ["t", "ts"],
        ["tars", "tsr"],
        ["xa", "x"],
    ];

    /// <summary>Whether one of the titles found last has all the words in its title.</summary>
    public bool FoundInTitles { get; private set; }

    /// <summary>Titles that meet every group.</summary>
    public async Task<HashSet<int>> AllWordsAsync(CancellationToken cancellationToken)
    {
        var found = new HashSet<int>();
        FoundInTitles = false;
        if (Terms.Exact(question.Exact) is { } exact)
        {
            await AddAsync(found, [Match.Term(exact), .. InLastStep(GroupKind.AuthorWord), .. InLastStep(GroupKind.Synonyms)], cancellationToken);
            FoundInTitles = found.Count > 0;
        }
        var required = question.Groups.FindAll(group => !group.IsWeak);
        if (required.Count > 0 && !question.IsTitleOnly && required.TrueForAll(group => group.Titles > enough))
        {
            // Common words: of their many titles take first those that are about them too.
            await AddAsync(found, required.SelectMany(group => group.Kind switch
            {
                GroupKind.TitleWord => [group.In("t")],
                GroupKind.AuthorWord => [group.In("a")],
                _ => new[] { group.In("t"), group.In("s") },
            }), cancellationToken);
        }
        for (var step = 0; step < PartsByStep.Length && found.Count < shown * 3; step++)
        {
            if (step == 1 && required.Count > 0 && required.TrueForAll(group => group.Kind == GroupKind.Synonyms))
            {
                // For synonyms the step before has looked at titles and subjects.
                continue;
            }
            await AddAsync(found, required.Select(group => In(group, step)), cancellationToken);
            FoundInTitles |= step == 0 && found.Count > 0;
            if (question.IsTitleOnly || required.Count == 0)
            {
                break;
            }
        }
        return found;
    }

    /// <summary>Titles that meet some of the groups: two of the rarest, or where there is no such title one of them.</summary>
    public async Task<HashSet<int>> SomeWordsAsync(CancellationToken cancellationToken)
    {
        var found = new HashSet<int>();
        // An author asked for by name is never given up, nor is the last word of a title.
        var kept = question.Groups.FindAll(group => group.Kind == GroupKind.AuthorWord && !group.IsWeak).ConvertAll(group => In(group, LastStep));
        var others = question.Groups.Where(group => group.Kind != GroupKind.AuthorWord && !group.IsWeak && group.Titles > 0)
            .OrderBy(group => group.Titles).Take(5).ToList();
        if (others.Count == 0 || question.Groups.Exists(group => group.Kind == GroupKind.TitleWord))
        {
            return found;
        }
        var pairs = others.SelectMany((first, at) => others.Skip(at + 1), (first, second) => (first, second)).ToList();
        if (pairs.Count > 0 && others.Count + kept.Count > 2)
        {
            await AddEachAsync(found, pairs.ConvertAll(pair => (Match[])[.. kept, In(pair.first, LastStep), In(pair.second, LastStep)]), cancellationToken);
        }
        if (found.Count == 0)
        {
            await AddEachAsync(found, others.Take(3).SelectMany(group => (Match[][])[[.. kept, In(group, 1)], [.. kept, In(group, LastStep)]]),
                cancellationToken);
        }
        return found;
    }

    private static Match In(Group group, int step) => group.Kind switch
    {
        GroupKind.TitleWord => group.In("t"),
        GroupKind.AuthorWord => group.In("a"),
        GroupKind.Typed => group.In(PartsByStep[step][0]),
        _ => group.In(PartsByStep[step][1]),
    };

    private IEnumerable<Match> InLastStep(GroupKind kind) =>
        question.Groups.Where(group => group.Kind == kind && !group.IsWeak).Select(group => In(group, LastStep));

    private async Task AddAsync(HashSet<int> found, IEnumerable<Match> parts, CancellationToken cancellationToken)
    {
        var all = parts.ToList();
        var room = enough - found.Count;
        if (!filters.HasWide)
        {
            found.UnionWith((await store.FindAsync(filters.Narrowly(all), enough, cancellationToken)).Take(room));
            return;
        }
        if (all.Count > 0)
        {
            var measured = await store.FindAsync(filters.Narrowly(all), MostMeasured, cancellationToken);
            if (measured.Count < MostMeasured)
            {
                found.UnionWith((await reader.PassingAsync([.. measured.Except(found)], cancellationToken)).Take(room));
                return;
            }
        }
        var passing = await store.FindAsync(filters.Widely(all, onlyGraded: false), enough, cancellationToken);
        if (passing.Count == enough && filters.HasGrades)
        {
            // More than can be ranked: those that are known to be for the grade go first.
            passing.InsertRange(0, await store.FindAsync(filters.Widely(all, onlyGraded: true), enough, cancellationToken));
        }
        found.UnionWith(passing.Distinct().Take(room));
    }

    private async Task AddEachAsync(HashSet<int> found, IEnumerable<Match[]> each, CancellationToken cancellationToken)
    {
        var some = await store.FindEachAsync(
            [.. each.Select(filters.Narrowly)], filters.HasWide ? MostMeasured : MostOfPair, cancellationToken);
        found.UnionWith(filters.HasWide ? (await reader.PassingAsync(some.Keys, cancellationToken)).Take(enough * 2) : some.Keys);
    }
}
