using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace LibraryBot.Data;

/// <summary>
/// SQL for what is asked in every turn. On SQLite a command is kept with its connection, so that its statement is parsed and planned once; on
/// PostgreSQL the driver does that.
/// </summary>
internal static class KeptCommands
{
    private static readonly ConditionalWeakTable<DbConnection, Dictionary<string, DbCommand>> s_kept = [];

    /// <summary>Reads all rows of a query.</summary>
    /// <param name="context">The database; in its transaction where there is one.</param>
    /// <param name="sql">One of a bounded number of texts: each is kept.</param>
    /// <param name="row">Makes something of a row.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <param name="parameters">The values of the parameters; always the same names in the same order for one text.</param>
    public static async Task<List<T>> ReadAsync<T>(
        this LibraryContext context, string sql, Func<DbDataReader, T> row, CancellationToken cancellationToken, params (string Name, object? Value)[] parameters)
    {
        var command = await CommandAsync(context, sql, parameters, cancellationToken);
        try
        {
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            var rows = new List<T>();
            while (await reader.ReadAsync(cancellationToken))
            {
                rows.Add(row(reader));
            }
            return rows;
        }
        finally
        {
            await LeaveAsync(command);
        }
    }

    /// <summary>Runs a statement that changes something.</summary>
    /// <returns>How many rows it changed.</returns>
    public static async Task<int> ExecuteAsync(
        this LibraryContext context, string sql, CancellationToken cancellationToken, params (string Name, object? Value)[] parameters)
    {
        var command = await CommandAsync(context, sql, parameters, cancellationToken);
        try
        {
            return await command.ExecuteNonQueryAsync(cancellationToken);
        }
        finally
        {
            await LeaveAsync(command);
        }
    }

    private static async Task<DbCommand> CommandAsync(
        LibraryContext context, string sql, (string Name, object? Value)[] parameters, CancellationToken cancellationToken)
    {
        // Closed with the context.
        await context.Database.OpenConnectionAsync(cancellationToken);
        var connection = context.Database.GetDbConnection();
        var kept = connection is SqliteConnection ? s_kept.GetOrCreateValue(connection) : null;
        if (kept is null || !kept.Remove(sql, out var command))
        {
            command = connection.CreateCommand();
#pragma warning disable CA2100 // All texts are of this assembly.
            command.CommandText = sql;
#pragma warning restore CA2100
            foreach (var (name, _) in parameters)
            {
                var parameter = command.CreateParameter();
                parameter.ParameterName = name;
                command.Parameters.Add(parameter);
            }
            if (kept is not null)
            {
                command.Prepare();
            }
        }
        command.Transaction = context.Database.CurrentTransaction?.GetDbTransaction();
        for (var at = 0; at < parameters.Length; at++)
        {
            command.Parameters[at].Value = parameters[at].Value ?? DBNull.Value;
        }
        return command;
    }

    private static async ValueTask LeaveAsync(DbCommand command)
    {
        // Taken out while it runs, so that none is used twice at once.
        if (command is not SqliteCommand || !s_kept.GetOrCreateValue(command.Connection!).TryAdd(command.CommandText, command))
        {
            await command.DisposeAsync();
        }
    }
}
