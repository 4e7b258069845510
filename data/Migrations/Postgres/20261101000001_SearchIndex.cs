using LibraryBot.Data.Catalog.Search;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace LibraryBot.Data.Migrations.Postgres;

/// <summary>The tables of the catalogue's search, which are none of EF's.</summary>
[DbContext(typeof(PostgresLibraryContext))]
[Migration("20261101000001_SearchIndex")]
public sealed class SearchIndex : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(PostgresSearchStore.Schema);

    /// <inheritdoc/>
    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """DROP TABLE "TitleIndex"; DROP TABLE "SearchTerms"; DROP TABLE "SearchKeys";""");
}
