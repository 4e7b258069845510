using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using LibraryBot.Bench.Search;
using LibraryBot.Data;
using LibraryBot.Data.Calendar;
using LibraryBot.Data.Catalog;
using LibraryBot.Data.Catalog.Borrowing;
using LibraryBot.Data.Kits;
using LibraryBot.Dialogs.Conversation;
using LibraryBot.Dialogs.Recommendations;
using LibraryBot.Dialogs.Understanding;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;
using Command = System.CommandLine.Command;

namespace LibraryBot.Bench.Quality;

/// <summary><c>recommend</c>: how long it takes to learn what is borrowed together, and then to find titles like one, titles for a wish, and a kit for a class.</summary>
internal static class RecommendBench
{
    public static Command Create()
    {
        var titles = new Option<int>("--titles") { Description = "How many titles the made catalogue has.", DefaultValueFactory = _ => 100_000 };
        var readers = new Option<int>("--readers") { Description = "How many readers borrow, some fourteen times each.", DefaultValueFactory = _ => 76_000 };
        var queries = new Option<int>("--queries") { Description = "From how many titles others are looked for, and how many wishes; a tenth as many kits.", DefaultValueFactory = _ => 1_000 };
        var command = new Command("recommend", "Times the import of loans, titles like another, wishes and kits.") { titles, readers, queries };
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
            var catalog = services.GetRequiredService<ICatalogSearch>();
            var asked = new MadeCatalog(titles);
            var wishes = new WishSearch(catalog, new OlderTitles(new RecommendationOptions()));
            var kits = new KitBuilder(factory, catalog, new StandardLookup(factory), LibraryProfile.LoadSample());
            SpokenLanguage.Speak("en");
            await TimeAsync($"Titles like one of {queries:N0}", queries, async random =>
                (await catalog.MoreLikeAsync(1 + random.Next(titles), new CatalogQuery { Take = 20 }, cancellationToken)).Hits.Count > 0);
            await TimeAsync($"Wishes, {queries:N0}, for a topic of a title, a third for a fifth grader", queries, async random =>
                (await wishes.FindAsync(new Wish { Topics = [Topic(asked, random, titles)] }, [], new Reader(random.Next(3) == 0 ? 5 : null, null), cancellationToken)).Titles.Count > 0);
            await TimeAsync($"Kits, {queries / 10:N0}, for 28 fifth graders, four reading at grade 2, two in Spanish", queries / 10, async random =>
                (await kits.BuildAsync(Kit(Topic(asked, random, titles)), cancellationToken)).Titles.Any());
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

    private static string Topic(MadeCatalog asked, Random random, int titles) =>
        asked.Title(random.Next(titles)).Subjects[0].Split(" -- ")[0].ToLowerInvariant();

    private static KitRequest Kit(string topic) => new()
    {
        Topics = [topic],
        Grades = new GradeRange(5, 5),
        Students = 28,
        Groups = [new KitGroup(4, Grade: 2), new KitGroup(2, Language: "spa")],
    };

    private static async Task TimeAsync(FormattableString what, int count, Func<Random, Task<bool>> ask)
    {
        var warmUp = Math.Max(count / 10, 10);
        var random = new Random(29);
        var times = new List<double>();
        var found = 0;
        for (var at = 0; at < warmUp + count; at++)
        {
            var start = Stopwatch.GetTimestamp();
            var any = await ask(random);
            if (at >= warmUp)
            {
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                found += any ? 1 : 0;
            }
        }

        times.Sort();
        Say($"{what.ToString(CultureInfo.InvariantCulture)}: with results {found:N0}; p50 {times[times.Count / 2]:N1} ms, p95 {times[(int)(times.Count * 0.95)]:N1} ms, longest {times[^1]:N1} ms.");
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
