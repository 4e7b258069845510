using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using LibraryBot.Bench.Search;
using LibraryBot.Data;
using LibraryBot.Data.Catalog;
using LibraryBot.Data.Catalog.Borrowing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;

namespace LibraryBot.Bench.Quality;

/// <summary><c>recommend</c>: how long it takes to learn what is borrowed together, and then to find titles like one.</summary>
internal static class RecommendBench
{
    public static Command Create()
    {
        var titles = new Option<int>("--titles") { Description = "How many titles the made catalogue has.", DefaultValueFactory = _ => 100_000 };
        var readers = new Option<int>("--readers") { Description = "How many readers borrow, some fourteen times each.", DefaultValueFactory = _ => 76_000 };
        var queries = new Option<int>("--queries") { Description = "From how many titles others are looked for.", DefaultValueFactory = _ => 1_000 };
        var command = new Command("recommend", "Times the import of loans and titles like another.") { titles, readers, queries };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetValue(titles), parsed.GetValue(readers), parsed.GetValue(queries), cancellationToken));
        return command;
    }

    private static async Task RunAsync(int titles, int readers, int queries, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("librarybot-bench-");
        try
        {
            await using var services = new ServiceCollection().AddLibraryData(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["ConnectionStrings:Library"] = $"Data Source={Path.Combine(folder.FullName, "library.db")}",
                ["Database:Provider"] = "Sqlite",
            }).Build()).BuildServiceProvider();
            var factory = services.GetRequiredService<IDbContextFactory<LibraryContext>>();
            await factory.PrepareAsync(cancellationToken);
            await SearchBench.FillAsync(factory, new MadeCatalog(titles), titles, cancellationToken);
            await ImportAsync(factory, await WriteLoansAsync(folder, titles, readers, cancellationToken), cancellationToken);
            await FindAsync(services.GetRequiredService<ICatalogSearch>(), titles, queries, cancellationToken);
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }

    private static async Task<string> WriteLoansAsync(DirectoryInfo folder, int titles, int readers, CancellationToken cancellationToken)
    {
        var history = MadeLoans.Make(readers, titles, 14, ReadersWorld.All.Single(world => world.Name == "mixed"), seed: 2);
        var path = Path.Combine(folder.FullName, "loans.csv");
        await using var file = new StreamWriter(path);
        await file.WriteLineAsync("patron,title,date");
        var loans = 0;
        for (var reader = 0; reader < history.Readers; reader++)
        {
            foreach (var (title, on) in history.Of(reader))
            {
                await file.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"reader-{reader},MADE:{title - 1},{on:yyyy-MM-dd}").AsMemory(), cancellationToken);
                loans++;
            }
        }

        Say($"{loans:N0} loans of {history.Readers:N0} readers made.");
        return path;
    }

    private static async Task ImportAsync(IDbContextFactory<LibraryContext> factory, string path, CancellationToken cancellationToken)
    {
        var start = Stopwatch.GetTimestamp();
        var processor = Environment.CpuUsage.TotalTime;
        var report = await new LoanImporter(factory).ImportAsync(path, new Phases(start), cancellationToken);
        Say($"Imported in {Stopwatch.GetElapsedTime(start).TotalSeconds:N1} s, {(Environment.CpuUsage.TotalTime - processor).TotalSeconds:N1} s of processor time: {report.Affinities:N0} affinities.");
    }

    private static async Task FindAsync(ICatalogSearch search, int titles, int queries, CancellationToken cancellationToken)
    {
        const int WarmUp = 100;
        var random = new Random(29);
        var times = new List<double>();
        var found = 0;
        for (var at = 0; at < WarmUp + queries; at++)
        {
            var start = Stopwatch.GetTimestamp();
            var results = await search.MoreLikeAsync(1 + random.Next(titles), new CatalogQuery { Take = 20 }, cancellationToken);
            if (at >= WarmUp)
            {
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                found += results.Hits.Count > 0 ? 1 : 0;
            }
        }

        times.Sort();
        Say($"Titles like one of {queries:N0}, with results {found:N0}: p50 {times[times.Count / 2]:N1} ms, p95 {times[(int)(times.Count * 0.95)]:N1} ms, longest {times[^1]:N1} ms.");
    }

    private static void Say(FormattableString text) => AnsiConsole.WriteLine(text.ToString(CultureInfo.InvariantCulture));

    /// <summary>Says when each phase is first heard of.</summary>
    private sealed class Phases(long start) : IProgress<LoanImportProgress>
    {
        private LoanImportPhase? _phase;

        public void Report(LoanImportProgress value)
        {
            if (value.Phase != _phase)
            {
                _phase = value.Phase;
                Say($"{Stopwatch.GetElapsedTime(start).TotalSeconds:N1} s: {value.Phase}");
            }
        }
    }
}
