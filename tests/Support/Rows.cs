using LibraryBot.Data;
using Microsoft.EntityFrameworkCore;

namespace LibraryBot.Tests.Support;

/// <summary>How much a database holds, whatever it is.</summary>
internal static class Rows
{
    /// <summary>The rows of all tables together.</summary>
    public static async Task<long> RowsAsync(this LibraryContext context)
    {
        var counts = context.Model.GetEntityTypes().Select(entity => entity.GetTableName()).OfType<string>().Distinct().Select(table => $"(SELECT COUNT(*) FROM \"{table}\")");
        var sql = string.Concat("SELECT ", string.Join(" + ", counts), " AS \"Value\"");
        return await context.Database.SqlQueryRaw<long>(sql).SingleAsync();
    }
}
