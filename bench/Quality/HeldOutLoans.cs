using LibraryBot.Data.Catalog.Borrowing;

namespace LibraryBot.Bench.Quality;

/// <summary>Loans of which a fifth of every reader's with five titles or more, one at least, is kept apart to be foretold from the rest.</summary>
internal sealed record HeldOutLoans(BorrowingHistory Known, IReadOnlyDictionary<int, HashSet<int>> Hidden)
{
    /// <summary>Keeps some apart, drawn by chance, the same for the same seed.</summary>
    public static HeldOutLoans Of(BorrowingHistory history, int seed)
    {
        var random = new Random(seed);
        var known = new BorrowingHistory();
        var hidden = new Dictionary<int, HashSet<int>>();
        for (var reader = 0; reader < history.Readers; reader++)
        {
            known.AddReader();
            var titles = history.Of(reader).ToArray();
            var apart = new HashSet<int>();
            if (titles.Length >= 5)
            {
                random.Shuffle(titles);
                apart = [.. titles.Take(Math.Max(1, titles.Length / 5)).Select(loan => loan.Key)];
                hidden.Add(reader, apart);
            }

            foreach (var (title, on) in titles.Where(loan => !apart.Contains(loan.Key)))
            {
                known.Add(reader, title, on);
            }
        }

        return new HeldOutLoans(known, hidden);
    }

    /// <summary>How well titles are foretold: recall@10 and nDCG@10 with binary relevance (Järvelin and Kekäläinen, 2002), means over the readers.</summary>
    /// <param name="foretell">The best ten titles for a reader who knows these titles, none of them among the ten.</param>
    public (double Recall, double Gain) Measure(Func<IReadOnlyCollection<int>, IReadOnlyList<int>> foretell)
    {
        var measured = Hidden.AsParallel().AsOrdered().Select(reader =>
        {
            var told = foretell([.. Known.Of(reader.Key).Keys]);
            var hits = told.Select(reader.Value.Contains).ToList();
            var gain = hits.Select((hit, at) => hit ? 1 / Math.Log2(at + 2) : 0).Sum();
            var best = Enumerable.Range(0, Math.Min(10, reader.Value.Count)).Sum(at => 1 / Math.Log2(at + 2));
            return (Recall: (double)hits.Count(hit => hit) / reader.Value.Count, Gain: gain / best);
        }).ToList();
        return (measured.Average(each => each.Recall), measured.Average(each => each.Gain));
    }
}
