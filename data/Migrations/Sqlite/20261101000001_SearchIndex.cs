using LibraryBot.Data.Catalog.Search;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace LibraryBot.Data.Migrations.Sqlite;

/// <summary>The tables of the catalogue's search, which are none of EF's.</summary>
[DbContext(typeof(SqliteLibraryContext))]
[Migration("20261101000001_SearchIndex")]
public sealed class SearchIndex : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(SqliteSearchStore.Schema);

    /// <inheritdoc/>
    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """DROP TABLE "TitleIndex"; DROP TABLE "SearchTerms"; DROP TABLE "SearchKeys";""");
}
