using System.Globalization;
using LibraryBot.Data.Catalog;
using LibraryBot.Data.Catalog.Import;
using LibraryBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace LibraryBot.Tests.Data.Catalog.Import;

/// <summary>An import that is killed (SIGKILL) while it writes leaves the catalogue as it was, and the next one works.</summary>
public sealed class KilledImportTests : IDisposable
{
    private const int Many = 5_000;

    // So many that a fast machine is still far from the end when the first of them are seen in the database's log.
    private const int Endless = 200_000;
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("librarybot-killed-");

    public void Dispose() => _folder.Delete(recursive: true);

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task TheCatalogueIsAsItWas(DatabaseKind kind)
    {
        await using var database = await Databases.NewAsync(kind);
        var few = Write("few.csv", 3);
        var many = Write("many.csv", Many);
        var endless = Write("endless.csv", Endless);
        await ImportAsync(database, few);

        using (var process = BotProcess.Start(["import", endless], database.Settings))
        {
            await WritesAsync(kind, database);
            process.Kill();
            await process.WaitForExitAsync();
            Assert.NotEqual(0, process.ExitCode);
        }

        Assert.Equal(3, await TitlesAsync(database));
        Assert.Equal(Many - 3, (await ImportAsync(database, many)).Added);
        Assert.Equal(Many, await TitlesAsync(database));
        await using var context = database.NewContext();
        Assert.True((await CatalogIndex.CheckAsync(context, default)).IsComplete);
    }

    // Until the process has begun to write: SQLite's log of what is not yet in the file grows, PostgreSQL has given its transaction a number.
    private static async Task WritesAsync(DatabaseKind kind, TestDatabase database)
    {
        using var patience = new CancellationTokenSource(s_patience);
        await using var context = database.NewContext();
        var file = kind == DatabaseKind.Sqlite ? new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder(context.Database.GetConnectionString()).DataSource + "-wal" : null;
        while (file is null
            ? await context.Database.SqlQuery<int>($"SELECT count(*)::int AS \"Value\" FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_xid IS NOT NULL AND query LIKE 'INSERT INTO%'").SingleAsync(patience.Token) == 0
            : !File.Exists(file) || new FileInfo(file).Length < 1_000_000)
        {
            await Task.Delay(20, patience.Token);
        }
    }

    private static async Task<int> TitlesAsync(TestDatabase database)
    {
        await using var context = database.NewContext();
        return await context.Titles.CountAsync();
    }

    private static Task<ImportReport> ImportAsync(TestDatabase database, string file) =>
        new CatalogImporter(database.Factory, TimeProvider.System).ImportAsync([file], new ImportOptions(), null, default);

    private string Write(string name, int titles)
    {
        var file = Path.Combine(_folder.FullName, name);
        File.WriteAllLines(file, Enumerable.Range(1, titles)
            .Select(number => string.Create(CultureInfo.InvariantCulture, $"{number},Lighthouse {number},A keeper counts ships and gulls in the year {number}.,LH{number}"))
            .Prepend("key,title,summary,barcode"));
        return file;
    }
}
