using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace LibraryBot.Data;

/// <summary>Makes writers wait for each other on PostgreSQL. On SQLite a write transaction is alone from its beginning, and this does nothing.</summary>
internal static class RowLocks
{
    /// <summary>
    /// Locks rows until the transaction ends, in the order of their numbers. NO KEY UPDATE lets others point at the rows meanwhile, a message at a person for one,
    /// which would else wait in the wrong order.
    /// </summary>
    public static async Task LockAsync(this LibraryContext context, string table, IReadOnlyCollection<int> ids, CancellationToken cancellationToken)
    {
        if (context.Database.IsNpgsql() && ids.Count > 0)
        {
            await context.ReadAsync(
                $"SELECT \"Id\" FROM \"{table}\" WHERE \"Id\" = ANY(@ids) ORDER BY \"Id\" FOR NO KEY UPDATE", (DbDataReader row) => row.GetInt32(0), cancellationToken, ("@ids", ids.ToArray()));
        }
    }
}
