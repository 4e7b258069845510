using LibraryBot.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace LibraryBot.Tests.Support;

/// <summary>The databases the library runs on. A database test is a theory over all of them.</summary>
public enum DatabaseKind
{
    Sqlite,
    Postgres,
}

/// <summary>
/// Gives each test an empty database of its own:
/// <code>
/// [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
/// public async Task SomethingHolds(DatabaseKind kind)
/// {
///     await using var database = await Databases.NewAsync(kind);
///     await using var context = database.NewContext();
/// </code>
/// Where PostgreSQL is not installed the test is shown as skipped.
/// </summary>
public static class Databases
{
    private static readonly Lazy<Task<string>> SqliteTemplate = new(MakeSqliteTemplateAsync);
    private static readonly Lazy<Task<string>> PostgresTemplate = new(MakePostgresTemplateAsync);
    private static readonly SemaphoreSlim OneCopyAtATime = new(1);
    private static int made;

    public static TheoryData<DatabaseKind> All { get; } = new(Enum.GetValues<DatabaseKind>());

    public static Task<TestDatabase> NewAsync(DatabaseKind kind) =>
        kind == DatabaseKind.Sqlite ? NewSqliteAsync() : NewPostgresAsync();

    private static async Task<TestDatabase> NewSqliteAsync()
    {
        var template = await SqliteTemplate.Value;
        var file = Path.Combine(Path.GetDirectoryName(template)!, $"{Interlocked.Increment(ref made)}.db");
        File.Copy(template, file);
        return new TestDatabase(DatabaseKind.Sqlite, $"Data Source={file}", () =>
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            foreach (var each in new[] { file, file + "-wal", file + "-shm" })
            {
                File.Delete(each);
            }
            return Task.CompletedTask;
        });
    }

    private static async Task<TestDatabase> NewPostgresAsync()
    {
        Skip.IfNot(PostgresServer.IsInstalled, "PostgreSQL is not installed and LIBRARYBOT_TEST_POSTGRES is not set.");
        var template = await PostgresTemplate.Value;
        var server = await PostgresServer.StartedAsync();
        var name = $"{template}_{Interlocked.Increment(ref made)}";
        await OneCopyAtATime.WaitAsync();
        try
        {
            await PostgresServer.ExecuteAsync($"CREATE DATABASE {name} TEMPLATE {template}");
        }
        finally
        {
            OneCopyAtATime.Release();
        }
        return new TestDatabase(
            DatabaseKind.Postgres, server.ConnectionTo(name), () => PostgresServer.ExecuteAsync($"DROP DATABASE {name} WITH (FORCE)"));
    }

    private static async Task<string> MakeSqliteTemplateAsync()
    {
        var folder = Directory.CreateTempSubdirectory("librarybot-tests-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        var file = Path.Combine(folder, "template.db");
        await using (var template = new TestDatabase(DatabaseKind.Sqlite, $"Data Source={file};Pooling=False", () => Task.CompletedTask))
        {
            await template.Factory.PrepareAsync(default);
        }
        return file;
    }

    private static async Task<string> MakePostgresTemplateAsync()
    {
        var server = await PostgresServer.StartedAsync();
        var name = $"librarybot_{Environment.ProcessId}";
        await PostgresServer.ExecuteAsync($"DROP DATABASE IF EXISTS {name}");
        await PostgresServer.ExecuteAsync($"CREATE DATABASE {name}");
        await using var template = new TestDatabase(
            DatabaseKind.Postgres, server.ConnectionTo(name) + ";Pooling=False", () => Task.CompletedTask);
        await template.Factory.PrepareAsync(default);
        return name;
    }
}

/// <summary>One database of a test, gone when disposed.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly ServiceProvider services;
    private readonly Func<Task> drop;

    internal TestDatabase(DatabaseKind kind, string connectionString, Func<Task> drop)
    {
        this.drop = drop;
        Settings = new Dictionary<string, string?>
        {
            ["ConnectionStrings:Library"] = connectionString,
            ["Database:Provider"] = kind.ToString(),
        };
        services = new ServiceCollection()
            .AddLibraryData(new ConfigurationBuilder().AddInMemoryCollection(Settings).Build())
            .AddSingleton(Some.Profile())
            .BuildServiceProvider();
    }

    /// <summary>The settings that name it, for a bot host.</summary>
    public IReadOnlyDictionary<string, string?> Settings { get; }

    /// <summary>What <see cref="LibraryData.AddLibraryData"/> registers, over this database.</summary>
    public IServiceProvider Services => services;

    public IDbContextFactory<LibraryContext> Factory => services.GetRequiredService<IDbContextFactory<LibraryContext>>();

    public LibraryContext NewContext() => Factory.CreateDbContext();

    /// <summary>Adds rows and saves them.</summary>
    public async Task AddAsync(params object[] entities)
    {
        await using var context = NewContext();
        context.AddRange(entities);
        await context.SaveChangesAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await drop();
    }
}
