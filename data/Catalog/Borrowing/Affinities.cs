namespace LibraryBot.Data.Catalog.Borrowing;

/// <summary>Finds what is borrowed together.</summary>
internal static class Affinities
{
    /// <summary>
    /// Makes the affinities of every title, the strongest first: the people who borrowed both, each counting less the more they borrow, divided by how
    /// much both titles are borrowed anyway, and believed the more the more people share the pair. Pairs shared by fewer than
    /// <see cref="AffinityOptions.FewestSharedReaders"/> are left out.
    /// </summary>
    /// <param name="history">The loans, titles under any numbers.</param>
    /// <param name="options">How.</param>
    /// <param name="progress">Is told the share of the titles that are done, 0 to 1; null for nobody.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static IReadOnlyList<TitleAffinity> Of(BorrowingHistory history, AffinityOptions options, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        var loans = LoanTable.Of(history, options.LongestHistory);
        var weights = loans.TitlesOfReader.Select(titles => Math.Pow(titles.Length, -options.ReaderDamping)).ToArray();
        var seeds = loans.ReadersOfTitle.Select(readers => Math.Pow(readers.Length, -options.SeedDamping)).ToArray();
        var answers = loans.ReadersOfTitle.Select(readers => Math.Pow(readers.Length, -options.PopularityDamping)).ToArray();
        var found = new TitleAffinity[loans.TitleIds.Length][];
        var done = 0;
        Parallel.For(
            0,
            loans.TitleIds.Length,
            new ParallelOptions { CancellationToken = cancellationToken },
            () => new Tally(loans.TitleIds.Length),
            (title, _, tally) =>
            {
                found[title] = Neighbors(title, tally);
                var now = Interlocked.Increment(ref done);
                if (now % 1000 == 0)
                {
                    progress?.Report((double)now / loans.TitleIds.Length);
                }

                return tally;
            },
            _ => { });
        progress?.Report(1);
        return [.. found.SelectMany(each => each)];

        TitleAffinity[] Neighbors(int title, Tally tally)
        {
            foreach (var reader in loans.ReadersOfTitle[title])
            {
                foreach (var other in loans.TitlesOfReader[reader])
                {
                    tally.Add(other, weights[reader]);
                }
            }

            var best = new PriorityQueue<int, double>();
            foreach (var other in tally.Touched)
            {
                if (other == title || tally.Shared[other] < AffinityOptions.FewestSharedReaders)
                {
                    continue;
                }

                var shared = tally.Shared[other];
                var strength = tally.Weight[other] * seeds[title] * answers[other] * shared / (shared + options.Shrinkage);
                if (best.Count < options.Neighbors)
                {
                    best.Enqueue(other, strength);
                }
                else
                {
                    best.EnqueueDequeue(other, strength);
                }
            }

            tally.Clear();
            var neighbors = new TitleAffinity[best.Count];
            for (var at = neighbors.Length - 1; best.TryDequeue(out var other, out var strength); at--)
            {
                neighbors[at] = new TitleAffinity { TitleId = loans.TitleIds[title], OtherTitleId = loans.TitleIds[other], Strength = strength };
            }

            return neighbors;
        }
    }

    /// <summary>Counts for one title at a time, in arrays over all titles that are cleared where they were touched.</summary>
    private sealed class Tally(int titles)
    {
        public double[] Weight { get; } = new double[titles];

        public int[] Shared { get; } = new int[titles];

        public List<int> Touched { get; } = [];

        public void Add(int title, double weight)
        {
            if (Shared[title]++ == 0)
            {
                Touched.Add(title);
            }

            Weight[title] += weight;
        }

        public void Clear()
        {
            foreach (var title in Touched)
            {
                Weight[title] = 0;
                Shared[title] = 0;
            }

            Touched.Clear();
        }
    }
}
