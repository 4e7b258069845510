using LibraryBot.Data.Catalog;

namespace LibraryBot.Data.Kits;

/// <summary>
/// Chooses titles until there are copies enough. What is in and fits is taken first, then what is in and fits less, then the same of what is out; within each
/// the best <see cref="KitScore"/>. A title is chosen once in a kit, so those who have least to choose from have to be served first.
/// </summary>
internal sealed class KitChoice(KitRequest request, IReadOnlyDictionary<int, int> waiting)
{
    private readonly HashSet<int> _chosen = [];

    /// <summary>Whether a title is chosen already.</summary>
    public bool Has(Title title) => _chosen.Contains(title.Id);

    /// <summary>Chooses for a section and marks as chosen.</summary>
    /// <param name="candidates">What there is.</param>
    /// <param name="level">How well a title fits the section's readers; 0 leaves it out.</param>
    /// <param name="needed">How many copies are needed.</param>
    /// <param name="mostTitles">The most titles.</param>
    /// <param name="mostOfEach">The most copies of one title.</param>
    public List<KitTitle> Choose(IEnumerable<KitCandidate> candidates, Func<Title, double> level, int needed, int mostTitles, int mostOfEach = int.MaxValue)
    {
        var pool = candidates.Where(candidate => !Has(candidate.Title) && KitCopies.Lendable(candidate.Title) > 0)
            .Select(candidate => (candidate.Title, Score: ScoreOf(candidate, level(candidate.Title)), In: In(candidate.Title)))
            .Where(candidate => candidate.Score.Level > 0).ToList();
        var chosen = new List<KitTitle>();
        foreach (var (isIn, fits) in new[] { (true, true), (true, false), (false, true), (false, false) })
        {
            while (chosen.Sum(title => title.Copies) < needed && chosen.Count < mostTitles)
            {
                var best = pool.Where(candidate => (candidate.In > 0) == isIn && candidate.Score.Fits == fits && !Has(candidate.Title))
                    .Select(candidate => (candidate.Title, Score: Beside(candidate.Score, candidate.Title, chosen), candidate.In))
                    .OrderByDescending(candidate => candidate.Score.Total).ThenBy(candidate => candidate.Title.SortTitle, StringComparer.Ordinal).ThenBy(candidate => candidate.Title.Id)
                    .FirstOrDefault();
                if (best.Title is null)
                {
                    break;
                }

                // Of what is in, the copies that are out are left for when nothing else is.
                chosen.Add(Take(best.Title, best.Score, Math.Min(isIn ? best.In : int.MaxValue, Math.Min(mostOfEach, needed - chosen.Sum(title => title.Copies)))));
            }
        }

        return FillUp(chosen, needed, mostOfEach);
    }

    /// <summary>Takes a title whatever it is, with so many copies as it has up to a number.</summary>
    public KitTitle Take(Title title, KitScore score, int copies)
    {
        _chosen.Add(title.Id);
        return Count(title, score, Math.Min(copies, KitCopies.Lendable(title)));
    }

    /// <summary>A title with so many copies and where they are.</summary>
    public KitTitle Count(Title title, KitScore score, int copies)
    {
        var present = Math.Min(copies, In(title));
        return new KitTitle(title, copies, present, KitCopies.BackOn(title, copies - present), score);
    }

    /// <summary>The score of a candidate by itself.</summary>
    public KitScore ScoreOf(KitCandidate candidate, double level) => new()
    {
        Topic = KitScore.TopicOf(candidate.Matched, candidate.IsRelated),
        Level = level,
        In = In(candidate.Title) > 0 ? 1 : 0,
        Kind = KitScore.KindOf(candidate.Title),
        IsRelated = candidate.IsRelated,
    };

    private List<KitTitle> FillUp(List<KitTitle> chosen, int needed, int mostOfEach)
    {
        for (var at = 0; at < chosen.Count; at++)
        {
            var missing = needed - chosen.Sum(title => title.Copies);
            var more = Math.Min(missing, Math.Min(mostOfEach, KitCopies.Lendable(chosen[at].Title)) - chosen[at].Copies);
            if (more > 0)
            {
                chosen[at] = Count(chosen[at].Title, chosen[at].Score, chosen[at].Copies + more);
            }
        }

        return chosen;
    }

    private int In(Title title) => KitCopies.In(title, waiting.GetValueOrDefault(title.Id));

    private KitScore Beside(KitScore score, Title title, List<KitTitle> chosen) => score with
    {
        Variety = 1.0 / (1 + chosen.Count(other => IsAkin(other.Title, title))),
        Format = request.Formats.Contains(title.Format) && chosen.TrueForAll(other => other.Title.Format != title.Format) ? 1 : 0,
    };

    private static bool IsAkin(Title one, Title other) =>
        (one.SeriesName is not null && one.SeriesName == other.SeriesName)
        || (one.Contributors.Count > 0 && other.Contributors.Count > 0 && one.Contributors[0].Name == other.Contributors[0].Name);
}
