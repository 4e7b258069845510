namespace LibraryBot.Data.Catalog.Search;

/// <summary>How well a candidate answers a question.</summary>
/// <param name="Candidate">The candidate.</param>
/// <param name="Score">Higher is better.</param>
/// <param name="Matched">Where.</param>
/// <param name="IsPartial">Whether a group is not met.</param>
/// <param name="Used">The way by which each group was met best; null where it was not.</param>
internal sealed record Ranked(Candidate Candidate, double Score, MatchedIn Matched, bool IsPartial, IReadOnlyList<Way?> Used);

/// <summary>
/// Ranks candidates: each group counts by how rare it is and by the best part of the record it is found in; then a title that is
/// nothing but the words asked for, or has them together and in order, comes before one that has them among others.
/// </summary>
internal sealed class Ranking(Question question, CatalogQuery query, int allTitles)
{
    private readonly string? exact = Terms.Exact(question.Exact);
    private readonly double[] weights = [.. question.Groups.Select(group =>
        (group.IsWeak ? 0.2 : 1) * Math.Log(1 + ((allTitles + 1.0) / (group.Titles + 1.0))))];

    public Ranked Rank(Candidate title)
    {
        var record = new Record(title);
        var used = new Way?[question.Groups.Count];
        var matched = MatchedIn.None;
        double sum = 0, total = 0;
        var met = 0;
        var missing = false;
        var inTitle = new HashSet<string>(StringComparer.Ordinal);
        for (var at = 0; at < used.Length; at++)
        {
            var group = question.Groups[at];
            var (worth, way, where) = Best(group, record);
            used[at] = way;
            sum += weights[at] * worth;
            total += weights[at];
            matched |= where;
            missing |= way is null && !group.IsWeak;
            if (group.Kind != GroupKind.Synonyms && way is { IsOther: false })
            {
                met += (where & (MatchedIn.Title | MatchedIn.Contributor)) != 0 ? 1 : 0;
                inTitle.UnionWith(way.Stems.Where(record.InTitle));
            }
        }
        var score = total > 0 ? sum / total : 0;
        var words = question.Groups.Count(group => group.Kind != GroupKind.Synonyms);
        if (words > 0 && inTitle.Count > 0)
        {
            score += 0.5 * record.Covered(inTitle) * met / words;
            score += record.HasInOrder(used, question.Groups) ? 0.2 : 0;
        }
        score += exact is not null && record.Is(exact) ? 2 : 0;
        score -= query.Grades is not null && title.GradeLow is null && title.GradeHigh is null ? 0.25 : 0;
        score += record.IsSeries(used) ? 0.15 : 0;
        // A series is begun at its beginning.
        score -= record.SeriesNumber is { } number ? Math.Clamp(number - 1, 0, 25) * 0.004 : 0;
        // Of equals the newer one; a decade is worth as little as can still be seen.
        score += Math.Clamp((title.Year ?? 1950) - 1950, 0, 100) * 0.0003;
        return new Ranked(title, score, matched, missing, used);
    }

    private static (double Worth, Way? Way, MatchedIn Where) Best(Group group, Record record)
    {
        (double Worth, Way? Way, MatchedIn Where) best = (0, null, MatchedIn.None);
        foreach (var way in group.Ways)
        {
            Take(way, record.Worth(way.Stems, KindOf(way)));
        }
        // Taking a summary apart costs most, and is worth least.
        if (best.Worth < Record.WorthScattered(group.Kind))
        {
            foreach (var way in group.Ways)
            {
                Take(way, record.Scattered(way.Stems, KindOf(way)));
            }
        }
        return best;

        // Other words for a topic are its headings; that they stand in a title may be chance.
        GroupKind KindOf(Way way) => way.IsOther ? GroupKind.Synonyms : group.Kind;

        void Take(Way way, (double Worth, MatchedIn Where) of) =>
            best = of.Worth * way.Weight > best.Worth ? (of.Worth * way.Weight, way, of.Where) : best;
    }

    /// <summary>The stems of a candidate by the part they are in; its summary only when it is asked for.</summary>
    private sealed class Record(Candidate title)
    {
        private readonly List<Word> proper = Words.Of(title.TitleProper, Terms.MostWords);
        private readonly Lazy<HashSet<string>> names = Stems(() => title.Contributors.Select(contributor => contributor.Name));
        private readonly Lazy<HashSet<string>> series = Stems(() => [title.SeriesName, title.SeriesNumber]);
        private readonly Lazy<HashSet<string>> subjects = Stems(() => title.Subjects);
        private readonly Lazy<HashSet<string>> genres = Stems(() => title.Genres);
        private readonly Lazy<HashSet<string>> summary = Stems(() => [title.Summary]);
        private HashSet<string>? titles;

        private HashSet<string> Titles => titles ??= TitleStems();

        public bool InTitle(string stem) => Titles.Contains(stem);

        /// <summary>What it is worth to have the stems in the summary, or each in another part.</summary>
        public static double WorthScattered(GroupKind kind) => kind == GroupKind.Synonyms ? 0.35 : 0.2;

        /// <summary>The best part of the record that has all of these stems.</summary>
        public (double Worth, MatchedIn Where) Worth(IReadOnlyList<string> stems, GroupKind kind)
        {
            var (inTitle, inNames, inSeries, inSubjects, inGenres) = kind == GroupKind.Synonyms
                ? (0.8, 0.0, 0.7, 0.85, 0.9) : (1.0, 0.95, 0.9, 0.55, 0.5);
            if (All(stems, Titles))
            {
                return (inTitle, MatchedIn.Title);
            }
            if (kind != GroupKind.Synonyms && All(stems, names.Value))
            {
                return (inNames, MatchedIn.Contributor);
            }
            if (All(stems, series.Value))
            {
                return (inSeries, MatchedIn.Series);
            }
            if (All(stems, genres.Value))
            {
                return (inGenres, MatchedIn.Genre);
            }
            return All(stems, subjects.Value) ? (inSubjects, MatchedIn.Subject) : (0, MatchedIn.None);
        }

        /// <summary>As <see cref="Worth"/>, where the stems are found in different parts, or the summary only.</summary>
        public (double Worth, MatchedIn Where) Scattered(IReadOnlyList<string> stems, GroupKind kind) =>
            stems.All(stem => Titles.Contains(stem) || series.Value.Contains(stem) || genres.Value.Contains(stem)
                || subjects.Value.Contains(stem) || summary.Value.Contains(stem))
                ? (WorthScattered(kind), stems.Any(summary.Value.Contains) ? MatchedIn.Summary : MatchedIn.Subject) : (0, MatchedIn.None);

        /// <summary>How much of the title proper, small words aside, is among these stems: 1 is all of it.</summary>
        public double Covered(HashSet<string> stems)
        {
            var counted = proper.Where(word => !SmallWords.IsStopped(word.Folded)).Select(word => word.Stem).DefaultIfEmpty("").ToHashSet();
            var all = counted.Count(stem => stem.Length > 0);
            return all == 0 ? 1 : (double)counted.Count(stems.Contains) / all;
        }

        /// <summary>Whether all typed words stand in the title proper, one after the other.</summary>
        public bool HasInOrder(Way?[] used, List<Group> groups)
        {
            var wanted = used.Where((_, at) => groups[at].Kind is GroupKind.Typed or GroupKind.TitleWord)
                .SelectMany(way => way is null ? [""] : way.Stems).Distinct().ToList();
            var words = proper.Where(word => !SmallWords.IsStopped(word.Folded)).Select(word => word.Stem).ToList();
            return wanted.Count > 0 && Enumerable.Range(0, Math.Max(words.Count - wanted.Count + 1, 0))
                .Any(start => words.Skip(start).Take(wanted.Count).SequenceEqual(wanted));
        }

        /// <summary>Its number in a series, where that is a number.</summary>
        public int? SeriesNumber => Terms.NumberIn(title.SeriesNumber);

        /// <summary>Whether what was met is the name of its series.</summary>
        public bool IsSeries(Way?[] used) => title.SeriesName is not null
            && Words.Of(title.SeriesName).Select(word => word.Stem).ToHashSet().SetEquals(used.SelectMany(way => way?.Stems ?? []));

        /// <summary>Whether one of its titles is exactly this.</summary>
        public bool Is(string exact) => Terms.Exact(proper) == exact
            || (title.Subtitle is not null && Terms.Exact(Words.Of(title.TitleProper + " " + title.Subtitle, Terms.MostWords)) == exact)
            || title.OtherTitles.Any(other => Terms.Exact(Words.Of(other, Terms.MostWords)) == exact);

        private static bool All(IReadOnlyList<string> stems, HashSet<string> among)
        {
            foreach (var stem in stems)
            {
                if (!among.Contains(stem))
                {
                    return false;
                }
            }
            return true;
        }

        private HashSet<string> TitleStems()
        {
            var stems = new HashSet<string>(StringComparer.Ordinal);
            stems.UnionWith(proper.Select(word => word.Stem));
            Add(stems, title.Subtitle);
            title.OtherTitles.ForEach(other => Add(stems, other));
            return stems;
        }

        // Most candidates are decided by their titles; the rest of a record is taken apart only where it is looked at.
        private static Lazy<HashSet<string>> Stems(Func<IEnumerable<string?>> texts) => new(
            () =>
            {
                var stems = new HashSet<string>(StringComparer.Ordinal);
                foreach (var text in texts())
                {
                    Add(stems, text);
                }
                return stems;
            },
            LazyThreadSafetyMode.None);

        private static void Add(HashSet<string> stems, string? text)
        {
            foreach (var word in Words.Of(text, Terms.MostWords))
            {
                stems.Add(word.Stem);
            }
        }
    }
}
