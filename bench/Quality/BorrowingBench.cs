using System.CommandLine;
using System.Globalization;
using LibraryBot.Data.Catalog.Borrowing;
using Spectre.Console;

namespace LibraryBot.Bench.Quality;

/// <summary>
/// <c>borrowing [--loans FILE]</c>: how well loans that were kept apart are foretold: by popularity, by cosine of titles plain and shrunk, and by
/// the bot's affinities; over a file of loans, or over made ones.
/// </summary>
internal static class BorrowingBench
{
    private const int Neighbors = 200;

    public static Command Create()
    {
        var file = new Option<string?>("--loans") { Description = "A CSV file with patron, title and date; without it the loans are made." };
        var readers = new Option<int>("--readers") { DefaultValueFactory = _ => 17_860 };
        var titles = new Option<int>("--titles") { DefaultValueFactory = _ => 14_910 };
        var loans = new Option<double>("--loans-a-reader") { DefaultValueFactory = _ => 14 };
        var seed = new Option<int>("--seed") { DefaultValueFactory = _ => 2 };
        var command = new Command("borrowing", "How well loans kept apart are foretold.") { file, readers, titles, loans, seed };
        command.SetAction(async (result, cancellationToken) =>
        {
            if (result.GetValue(file) is { } path)
            {
                Measure(path, await ReadAsync(path, cancellationToken), cancellationToken);
                return;
            }

            foreach (var world in ReadersWorld.All)
            {
                Measure(world.Name, MadeLoans.Make(result.GetValue(readers), result.GetValue(titles), result.GetValue(loans), world, result.GetValue(seed)), cancellationToken);
            }
        });
        return command;
    }

    private static async Task<BorrowingHistory> ReadAsync(string path, CancellationToken cancellationToken)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        await using var stream = File.OpenRead(path);
        var (history, _) = await LoanFile.ReadAsync(stream, key => numbers.TryGetValue(key, out var number) ? number : numbers[key] = numbers.Count + 1, null, cancellationToken);
        return history;
    }

    private static void Measure(string name, BorrowingHistory history, CancellationToken cancellationToken)
    {
        var held = HeldOutLoans.Of(history, seed: 11);
        var readers = Enumerable.Range(0, held.Known.Readers).SelectMany(reader => held.Known.Of(reader).Keys).CountBy(title => title).OrderByDescending(title => title.Value).ToList();
        var popular = readers.Select(title => title.Key).ToList();
        var table = new Table().Title(string.Create(
            CultureInfo.InvariantCulture, $"{name}: {held.Known.Readers:N0} readers, {popular.Count:N0} titles, {readers.Sum(title => title.Value):N0} loans known, {held.Hidden.Count:N0} readers measured"));
        table.AddColumns("foretold by", "recall@10", "nDCG@10");
        Row("popularity", known => [.. popular.Where(title => !known.Contains(title)).Take(10)]);
        Row("cosine", OfPairs(Pairs(held.Known, (both, one, other) => both / Math.Sqrt((double)one * other))));
        Row("cosine, shrunk by 10", OfPairs(Pairs(held.Known, (both, one, other) => both / Math.Sqrt((double)one * other) * both / (both + 10))));
        var ours = Affinities.Of(held.Known, new AffinityOptions(), null, cancellationToken)
            .GroupBy(affinity => affinity.TitleId)
            .ToDictionary(title => title.Key, title => title.Select(affinity => (affinity.OtherTitleId, affinity.Strength)).ToArray());
        Row("the bot's affinities", OfPairs(ours));
        AnsiConsole.Write(table);

        Func<IReadOnlyCollection<int>, IReadOnlyList<int>> OfPairs(Dictionary<int, (int Other, double Strength)[]> pairs) => known => Best(pairs, known, popular);

        void Row(string by, Func<IReadOnlyCollection<int>, IReadOnlyList<int>> foretell)
        {
            var (recall, gain) = held.Measure(foretell);
            table.AddRow(by, recall.ToString("N4", CultureInfo.InvariantCulture), gain.ToString("N4", CultureInfo.InvariantCulture));
        }
    }

    /// <summary>The titles that go best with the known ones, popular ones where there are fewer than ten.</summary>
    private static IReadOnlyList<int> Best(Dictionary<int, (int Other, double Strength)[]> pairs, IReadOnlyCollection<int> known, List<int> popular)
    {
        var strengths = new Dictionary<int, double>();
        foreach (var (other, strength) in known.SelectMany(title => pairs.GetValueOrDefault(title) ?? []))
        {
            strengths[other] = strengths.GetValueOrDefault(other) + strength;
        }

        var own = known.ToHashSet();
        return [.. strengths.OrderByDescending(title => title.Value).Select(title => title.Key).Concat(popular).Where(title => !own.Contains(title)).Distinct().Take(10)];
    }

    private static Dictionary<int, (int Other, double Strength)[]> Pairs(BorrowingHistory history, Func<int, int, int, double> strength)
    {
        var loans = LoanTable.Of(history, int.MaxValue);
        return Enumerable.Range(0, loans.TitleIds.Length).AsParallel().ToDictionary(title => loans.TitleIds[title], title => loans.ReadersOfTitle[title]
            .SelectMany(reader => loans.TitlesOfReader[reader])
            .Where(other => other != title)
            .CountBy(other => other)
            .Select(other => (Other: loans.TitleIds[other.Key], Strength: strength(other.Value, loans.ReadersOfTitle[title].Length, loans.ReadersOfTitle[other.Key].Length)))
            .OrderByDescending(other => other.Strength).Take(Neighbors).ToArray());
    }
}
