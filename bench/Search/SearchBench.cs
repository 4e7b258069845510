using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using LibraryBot.Data;
using LibraryBot.Data.Catalog;
using LibraryBot.Data.Catalog.Import;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;

namespace LibraryBot.Bench.Search;

/// <summary>How fast the catalogue is searched, and how fast it is filled with its index.</summary>
internal static class SearchBench
{
    public static Command Create()
    {
        var titles = new Option<int>("--titles") { Description = "How many titles the made catalogue has.", DefaultValueFactory = _ => 100_000 };
        var queries = new Option<int>("--queries") { Description = "How many searches are timed.", DefaultValueFactory = _ => 2_000 };
        var provider = new Option<string>("--provider") { Description = "Sqlite or Postgres.", DefaultValueFactory = _ => "Sqlite" };
        var connection = new Option<string?>("--connection")
        {
            Description = "The database; filled where it is empty, kept for the next run. A file in the temporary folder where none is named.",
        };
        var command = new Command("search", "Times searches of many kinds over a made catalogue.") { titles, queries, provider, connection };
        command.SetAction((arguments, cancellationToken) => RunAsync(
            arguments.GetValue(titles), arguments.GetValue(queries), arguments.GetValue(provider)!, arguments.GetValue(connection), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(int titles, int queries, string provider, string? connection, CancellationToken cancellationToken)
    {
        connection ??= $"Data Source={Path.Combine(Path.GetTempPath(), $"librarybot-bench-{titles}.db")}";
        await using var services = new ServiceCollection().AddLibraryData(new ConfigurationBuilder().AddInMemoryCollection(
            new Dictionary<string, string?> { ["ConnectionStrings:Library"] = connection, ["Database:Provider"] = provider }).Build()).BuildServiceProvider();
        var factory = services.GetRequiredService<IDbContextFactory<LibraryContext>>();
        var catalog = new MadeCatalog(titles);
        await factory.PrepareAsync(cancellationToken);
        await FillAsync(factory, catalog, titles, cancellationToken);

        var search = services.GetRequiredService<ICatalogSearch>();
        var times = new List<(string Kind, double Milliseconds, double Processor, int Found)>();
        foreach (var (_, query) in Asked.Mix(catalog, titles, 200))
        {
            await search.SearchAsync(query, cancellationToken);
        }
        foreach (var (kind, query) in Asked.Mix(catalog, titles, queries))
        {
            var processor = Environment.CpuUsage.TotalTime;
            var start = Stopwatch.GetTimestamp();
            var found = await search.SearchAsync(query, cancellationToken);
            times.Add((kind, Stopwatch.GetElapsedTime(start).TotalMilliseconds, (Environment.CpuUsage.TotalTime - processor).TotalMilliseconds, found.Hits.Count));
        }
        Report(times);
        return 0;
    }

    /// <summary>Fills an empty database with a made catalogue, or goes on filling it, and says how long it took.</summary>
    public static async Task FillAsync(
        IDbContextFactory<LibraryContext> factory, MadeCatalog catalog, int titles, CancellationToken cancellationToken)
    {
        const int Batch = 2_000;
        await using var context = await factory.CreateDbContextAsync(cancellationToken);
        var start = Stopwatch.GetTimestamp();
        var there = await context.Titles.CountAsync(cancellationToken);
        for (var first = there; first < titles; first += Batch)
        {
            await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
            await AddAsync(context, [.. Enumerable.Range(first, Math.Min(Batch, titles - first)).Select(catalog.Title)], cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
        if (there < titles)
        {
            var filled = Stopwatch.GetElapsedTime(start).TotalSeconds;
            await CatalogIndex.OptimizeAsync(context, cancellationToken);
            var all = Stopwatch.GetElapsedTime(start).TotalSeconds;
            AnsiConsole.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"Filled with {titles - there:N0} titles in {filled:N1} s, {(titles - there) / filled:N0} a second with the index; optimised in {all - filled:N1} s."));
        }
    }

    private static async Task AddAsync(LibraryContext context, List<Title> titles, CancellationToken cancellationToken)
    {
        using var titleRows = new EntityCommands<Title>(context);
        using var isbnRows = new EntityCommands<TitleIsbn>(context);
        using var copyRows = new EntityCommands<Copy>(context);
        foreach (var title in titles)
        {
            await titleRows.InsertAsync(title, cancellationToken);
            title.Isbns[0].TitleId = title.Id;
            await isbnRows.InsertAsync(title.Isbns[0], cancellationToken);
            foreach (var copy in title.Copies)
            {
                copy.TitleId = title.Id;
                await copyRows.InsertAsync(copy, cancellationToken);
            }
        }
        await CatalogIndex.AddAsync(context, titles, cancellationToken);
    }

    private static void Report(List<(string Kind, double Milliseconds, double Processor, int Found)> times)
    {
        var table = new Table().AddColumns("kind", "searches", "p50 ms", "p95 ms", "max ms", "processor, mean ms", "with results");
        foreach (var (kind, of) in times.GroupBy(time => time.Kind).Select(kind => (kind.Key, kind.ToList())).Append(("all", times)))
        {
            var sorted = of.Select(time => time.Milliseconds).Order().ToList();
            table.AddRow(
                kind, Number(of.Count), Time(sorted[sorted.Count / 2]), Time(sorted[(int)(sorted.Count * 0.95)]), Time(sorted[^1]), Time(of.Average(time => time.Processor)),
                Number(of.Count(time => time.Found > 0)));
        }
        AnsiConsole.Write(table);
    }

    private static string Time(double milliseconds) => milliseconds.ToString("N1", CultureInfo.InvariantCulture);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
