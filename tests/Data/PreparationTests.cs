using LibraryBot.Data;
using LibraryBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace LibraryBot.Tests.Data;

/// <summary>The tables are made and brought up to date whatever became of those who began it before.</summary>
public sealed class PreparationTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("librarybot-preparation-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task WhoWasKilledWhileMigratingIsNotWaitedFor()
    {
        await using var database = New();
        await using (var context = database.NewContext())
        {
            // What EF Core leaves behind in a process that is killed.
            await context.Database.ExecuteSqlRawAsync("""CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER NOT NULL CONSTRAINT "PK___EFMigrationsLock" PRIMARY KEY, "Timestamp" TEXT NOT NULL)""");
            await context.Database.ExecuteSqlRawAsync("""INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-11-27 04:50:08.5550511+00:00')""");
        }

        await PrepareAsync(database);
        await using var after = database.NewContext();
        Assert.Empty(await after.Database.GetPendingMigrationsAsync());
        Assert.False(await after.Titles.AnyAsync());
    }

    [Fact]
    public async Task ALockLeftOverWithNothingToDoIsNoHindrance()
    {
        await using var database = New();
        await PrepareAsync(database);
        await using (var context = database.NewContext())
        {
            await context.Database.ExecuteSqlRawAsync("""INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-11-27 04:50:08.5550511+00:00')""");
        }

        await PrepareAsync(database);
    }

    [Fact]
    public async Task ManyAtOnceMakeTheTablesOnce()
    {
        var databases = Enumerable.Range(0, 4).Select(_ => New()).ToList();
        await Task.WhenAll(databases.Select(database => Task.Run(() => PrepareAsync(database))));
        await using (var context = databases[0].NewContext())
        {
            Assert.Empty(await context.Database.GetPendingMigrationsAsync());
        }

        foreach (var database in databases)
        {
            await database.DisposeAsync();
        }
    }

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task TheMigrationsSayWhatTheModelSays(DatabaseKind kind)
    {
        await using var database = await Databases.NewAsync(kind);
        await using var context = database.NewContext();
        Assert.False(context.Database.HasPendingModelChanges());
    }

    private TestDatabase New() => new(DatabaseKind.Sqlite, $"Data Source={Path.Combine(_folder.FullName, "library.db")};Pooling=False", () => Task.CompletedTask);

    private static async Task PrepareAsync(TestDatabase database)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await database.Factory.PrepareAsync(patience.Token);
    }
}
