using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using LibraryBot.Data;
using LibraryBot.Data.Catalog;
using LibraryBot.Data.Catalog.Import;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace LibraryBot.Bench.Import;

/// <summary>How fast a catalogue comes in, its search index included: first into an empty library, then again with nothing changed.</summary>
internal static class ImportBench
{
    public static Command Create()
    {
        var records = new Option<int>("--records") { Description = "How many records, made by varying real ones.", DefaultValueFactory = _ => 100_000 };
        var from = new Option<FileInfo[]>("--from") { Description = "MARC 21 files whose records are varied, in place of the built-in ones.", AllowMultipleArgumentsPerToken = true };
        var provider = new Option<string>("--provider") { Description = "Sqlite or Postgres.", DefaultValueFactory = _ => "Sqlite" };
        var connection = new Option<string?>("--connection") { Description = "An empty database; for SQLite a new file is made." };
        var command = new Command("import", "Imports records and tells how many a second.") { records, from, provider, connection };
        command.SetAction((result, cancellationToken) => RunAsync(
            result.GetValue(records), result.GetValue(from) ?? [], result.GetValue(provider)!, result.GetValue(connection), cancellationToken));
        return command;
    }

    private static async Task RunAsync(int records, FileInfo[] from, string provider, string? connection, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("librarybot-bench-");
        try
        {
            var file = Path.Combine(folder.FullName, "records.mrc");
            await VariedRecords.WriteAsync(file, records, from, cancellationToken);
            Console.WriteLine($"{records} records, {new FileInfo(file).Length / 1_000_000} MB");
            var settings = new Dictionary<string, string?>
            {
                ["ConnectionStrings:Library"] = connection ?? $"Data Source={Path.Combine(folder.FullName, "library.db")}",
                ["Database:Provider"] = provider,
            };
            await using var services = new ServiceCollection().AddLibraryData(new ConfigurationBuilder().AddInMemoryCollection(settings).Build()).BuildServiceProvider();
            var factory = services.GetRequiredService<Microsoft.EntityFrameworkCore.IDbContextFactory<LibraryContext>>();
            await factory.PrepareAsync(cancellationToken);
            var importer = new CatalogImporter(factory, TimeProvider.System);
            foreach (var name in new[] { "first import", "import again", "dry run" })
            {
                var (watch, processor) = (Stopwatch.StartNew(), Process.GetCurrentProcess().TotalProcessorTime);
                var report = await importer.ImportAsync([file], new ImportOptions { DryRun = name == "dry run" }, null, cancellationToken);
                var used = Process.GetCurrentProcess().TotalProcessorTime - processor;
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{name}: {report.Records / watch.Elapsed.TotalSeconds:F0} records/s, {watch.Elapsed.TotalSeconds:F1} s, {used.TotalSeconds:F1} s of processor; added {report.Added}, unchanged {report.Unchanged}, copies {report.CopiesAdded}; most memory {Peak()} MB"));
            }

            await using var context = await factory.CreateDbContextAsync(cancellationToken);
            var index = await CatalogIndex.CheckAsync(context, cancellationToken);
            Console.WriteLine($"search index: {index.Titles} titles, {index.Missing} missing");
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            folder.Delete(true);
        }
    }

    private static long Peak() => Process.GetCurrentProcess().PeakWorkingSet64 / 1_000_000;
}
