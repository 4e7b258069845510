using System;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace LibraryBot.Data.Migrations.Postgres
{
    /// <inheritdoc />
    [DbContext(typeof(PostgresLibraryContext))]
    [Migration("20261127094000_BookLists")]
    public partial class BookLists : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "BookLists",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    OwnerId = table.Column<int>(type: "integer", nullable: true),
                    Name = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    NameKey = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    PublishedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ShareCode = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BookLists", x => x.Id);
                    table.CheckConstraint("CK_BookLists_Name", "\"OwnerId\" IS NOT NULL OR length(\"NameKey\") > 0");
                    table.CheckConstraint("CK_BookLists_Published", "\"OwnerId\" IS NULL OR \"PublishedAt\" IS NULL");
                    table.CheckConstraint("CK_BookLists_Shared", "\"OwnerId\" IS NOT NULL OR \"ShareCode\" IS NULL");
                    table.ForeignKey(
                        name: "FK_BookLists_People_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "BookListEntries",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    ListId = table.Column<int>(type: "integer", nullable: false),
                    TitleId = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BookListEntries", x => x.Id);
                    table.ForeignKey(
                        name: "FK_BookListEntries_BookLists_ListId",
                        column: x => x.ListId,
                        principalTable: "BookLists",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_BookListEntries_Titles_TitleId",
                        column: x => x.TitleId,
                        principalTable: "Titles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_BookListEntries_ListId_TitleId",
                table: "BookListEntries",
                columns: new[] { "ListId", "TitleId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_BookListEntries_TitleId",
                table: "BookListEntries",
                column: "TitleId");

            migrationBuilder.CreateIndex(
                name: "IX_BookLists_Library",
                table: "BookLists",
                column: "NameKey",
                unique: true,
                filter: "\"OwnerId\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_BookLists_OwnerId",
                table: "BookLists",
                column: "OwnerId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_BookLists_ShareCode",
                table: "BookLists",
                column: "ShareCode",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "BookListEntries");

            migrationBuilder.DropTable(
                name: "BookLists");
        }
    }
}
