using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace LibraryBot.Data;

/// <summary>The library's database in PostgreSQL, for a district that runs several instances.</summary>
/// <param name="options">Made by <see cref="LibraryData.AddLibraryData"/>.</param>
public sealed class PostgresLibraryContext(DbContextOptions<PostgresLibraryContext> options) : LibraryContext(options)
{
    internal sealed class Factory : IDesignTimeDbContextFactory<PostgresLibraryContext>
    {
        public PostgresLibraryContext CreateDbContext(string[] args) =>
            new(new DbContextOptionsBuilder<PostgresLibraryContext>().UseNpgsql("Host=localhost").Options);
    }
}
