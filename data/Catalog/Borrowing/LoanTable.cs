namespace LibraryBot.Data.Catalog.Borrowing;

/// <summary>Loans in both directions, titles and readers numbered densely from 0. Readers of a single title are left out: they share no pair.</summary>
internal sealed record LoanTable(int[] TitleIds, int[][] TitlesOfReader, int[][] ReadersOfTitle)
{
    /// <summary>Makes it.</summary>
    /// <param name="history">The loans.</param>
    /// <param name="longestHistory">The most titles of a reader that count, the newest.</param>
    public static LoanTable Of(BorrowingHistory history, int longestHistory)
    {
        var numbers = new Dictionary<int, int>();
        var ids = new List<int>();
        var titlesOfReader = new List<int[]>();
        var readers = new List<List<int>>();
        for (var reader = 0; reader < history.Readers; reader++)
        {
            var titles = history.Of(reader);
            if (titles.Count < 2)
            {
                continue;
            }

            IEnumerable<int> counted = titles.Count <= longestHistory
                ? titles.Keys
                : titles.OrderByDescending(loan => loan.Value).ThenBy(loan => loan.Key).Take(longestHistory).Select(loan => loan.Key);
            titlesOfReader.Add([.. counted.Select(id => Number(id, titlesOfReader.Count))]);
        }

        return new LoanTable([.. ids], [.. titlesOfReader], [.. readers.Select(each => each.ToArray())]);

        int Number(int id, int reader)
        {
            if (!numbers.TryGetValue(id, out var number))
            {
                number = ids.Count;
                numbers.Add(id, number);
                ids.Add(id);
                readers.Add([]);
            }

            readers[number].Add(reader);
            return number;
        }
    }
}
