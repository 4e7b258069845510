using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace LibraryBot.Data;

/// <summary>The library's database in one SQLite file.</summary>
/// <param name="options">Made by <see cref="LibraryData.AddLibraryData"/>.</param>
public sealed class SqliteLibraryContext(DbContextOptions<SqliteLibraryContext> options) : LibraryContext(options)
{
    internal sealed class Factory : IDesignTimeDbContextFactory<SqliteLibraryContext>
    {
        public SqliteLibraryContext CreateDbContext(string[] args) =>
            new(new DbContextOptionsBuilder<SqliteLibraryContext>().UseSqlite("Data Source=:memory:").Options);
    }
}
