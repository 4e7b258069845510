using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace LibraryBot.Data;

/// <summary>
/// One process at a time brings the tables of a SQLite file up to date. EF Core marks its own turn with a row that stays behind when the process
/// is killed, and every later start would wait for that row for ever; the operating system takes this lock back whatever ends the process.
/// </summary>
internal static class SqliteMigration
{
    private static readonly TimeSpan s_betweenTries = TimeSpan.FromMilliseconds(100);

    /// <summary>Migrates where there is something to do, after whoever else is doing so now.</summary>
    /// <param name="context">A context of a SQLite file, which need not be there yet.</param>
    /// <param name="cancellationToken">Stops the waiting or the migration. What was migrated stays.</param>
    public static async Task MigrateAsync(LibraryContext context, CancellationToken cancellationToken)
    {
        var file = new SqliteConnectionStringBuilder(context.Database.GetConnectionString()).DataSource;
        SqliteOptions.MakeDirectory(context.Database.GetConnectionString()!);

        // From before the first look: two that open a file while it comes to be, one of them in the middle of making it, are told that it is read only.
        await using var held = await HoldAsync(file + "-migration", cancellationToken);
        if ((await context.Database.GetPendingMigrationsAsync(cancellationToken)).Any())
        {
            await ForgetTheDeadAsync(context, cancellationToken);
            await context.Database.MigrateAsync(cancellationToken);
        }
    }

    private static async Task<FileStream> HoldAsync(string file, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException exception) when (exception is not (DirectoryNotFoundException or FileNotFoundException or PathTooLongException))
            {
                await Task.Delay(s_betweenTries, cancellationToken);
            }
        }
    }

    private static async Task ForgetTheDeadAsync(LibraryContext context, CancellationToken cancellationToken)
    {
        await context.Database.OpenConnectionAsync(cancellationToken);
        await using DbCommand command = context.Database.GetDbConnection().CreateCommand();
        command.CommandText = """SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = '__EFMigrationsLock'""";
        if (await command.ExecuteScalarAsync(cancellationToken) is > 0L)
        {
            command.CommandText = """DELETE FROM "__EFMigrationsLock" """;
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
