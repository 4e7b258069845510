using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LibraryBot.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Borrowing : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "TitleAffinities",
                columns: table => new
                {
                    TitleId = table.Column<int>(type: "INTEGER", nullable: false),
                    OtherTitleId = table.Column<int>(type: "INTEGER", nullable: false),
                    Strength = table.Column<double>(type: "REAL", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TitleAffinities", x => new { x.TitleId, x.OtherTitleId });
                    table.CheckConstraint("CK_TitleAffinities_Other", "\"TitleId\" <> \"OtherTitleId\"");
                    table.CheckConstraint("CK_TitleAffinities_Strength", "\"Strength\" > 0");
                    table.ForeignKey(
                        name: "FK_TitleAffinities_Titles_OtherTitleId",
                        column: x => x.OtherTitleId,
                        principalTable: "Titles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_TitleAffinities_Titles_TitleId",
                        column: x => x.TitleId,
                        principalTable: "Titles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "TitlePopularities",
                columns: table => new
                {
                    TitleId = table.Column<int>(type: "INTEGER", nullable: false),
                    Grade = table.Column<int>(type: "INTEGER", nullable: false),
                    Readers = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TitlePopularities", x => new { x.TitleId, x.Grade });
                    table.CheckConstraint("CK_TitlePopularities_Grade", "\"Grade\" BETWEEN -2 AND 12");
                    table.CheckConstraint("CK_TitlePopularities_Readers", "\"Readers\" >= 3");
                    table.ForeignKey(
                        name: "FK_TitlePopularities_Titles_TitleId",
                        column: x => x.TitleId,
                        principalTable: "Titles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_TitleAffinities_OtherTitleId",
                table: "TitleAffinities",
                column: "OtherTitleId");

            migrationBuilder.CreateIndex(
                name: "IX_TitlePopularities_Grade_Readers",
                table: "TitlePopularities",
                columns: new[] { "Grade", "Readers" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "TitleAffinities");

            migrationBuilder.DropTable(
                name: "TitlePopularities");
        }
    }
}
