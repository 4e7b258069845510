using Microsoft.EntityFrameworkCore;

namespace LibraryBot.Data.Kits;

internal static class PersonLock
{
    /// <summary>
    /// Lets one write of a person go on at a time. On SQLite a write transaction is alone from its beginning; on PostgreSQL the person's row is locked, so
    /// that others may still point at it.
    /// </summary>
    public static async Task LockPersonAsync(this LibraryContext context, int personId, CancellationToken cancellationToken)
    {
        if (context.Database.IsNpgsql())
        {
            await context.ReadAsync(
                "SELECT \"Id\" FROM \"People\" WHERE \"Id\" = @person FOR NO KEY UPDATE", row => row.GetInt32(0), cancellationToken, ("@person", personId));
        }
    }
}
