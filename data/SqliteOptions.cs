using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Sqlite.Storage.Internal;
using Microsoft.EntityFrameworkCore.Storage;

#pragma warning disable EF1001 // There is no other place where EF lets a connection stay open between the uses of a pooled context.

namespace LibraryBot.Data;

/// <summary>How the SQLite file is opened.</summary>
internal static class SqliteOptions
{
    /// <summary>Foreign keys on; a writer waits up to 30 seconds for another one.</summary>
    public static DbContextOptionsBuilder UseLibrarySqlite(this DbContextOptionsBuilder options, string connection)
    {
        var full = new SqliteConnectionStringBuilder(connection) { ForeignKeys = true, DefaultTimeout = 30, Pooling = false };
        return options.UseSqlite(full.ConnectionString).ReplaceService<ISqliteRelationalConnection, KeptOpen>().AddInterceptors(Pragmas.Instance);
    }

    /// <summary>Makes the folder of the file, so that a first start needs no preparation.</summary>
    public static void MakeDirectory(string connection)
    {
        var file = new SqliteConnectionStringBuilder(connection).DataSource;
        if (Path.GetDirectoryName(file) is { Length: > 0 } folder)
        {
            Directory.CreateDirectory(folder);
        }
    }

    /// <summary>Whether the file is there.</summary>
    public static bool Exists(string connection) => File.Exists(new SqliteConnectionStringBuilder(connection).DataSource);

    // Contexts come from a pool and bring their connection along. To open it anew for each use, with these settings and the functions EF adds,
    // costs as much as all the queries of a turn; so it stays open as long as its context is in the pool, and is not pooled a second time.
    private sealed class KeptOpen(
        RelationalConnectionDependencies dependencies,
        IRawSqlCommandBuilder rawSqlCommandBuilder,
        IDiagnosticsLogger<DbLoggerCategory.Infrastructure> logger) : SqliteRelationalConnection(dependencies, rawSqlCommandBuilder, logger)
    {
        protected override void CloseDbConnection()
        {
        }

        protected override Task CloseDbConnectionAsync() => Task.CompletedTask;
    }

    private sealed class Pragmas : DbConnectionInterceptor
    {
        public static readonly Pragmas Instance = new();

        // With a write-ahead log, NORMAL loses no consistency, only perhaps the last moment before a power cut. The cache is 16 MB a
        // connection; beyond it the file is read through the page cache of the machine.
        private const string Text = """
            PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 30000; PRAGMA cache_size = -16000;
            PRAGMA mmap_size = 1073741824; PRAGMA temp_store = MEMORY;
            """;

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            using var command = connection.CreateCommand();
            command.CommandText = Text;
            command.ExecuteNonQuery();
        }

        public override async Task ConnectionOpenedAsync(
            DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = Text;
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
