using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LibraryBot.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Kits : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Standards",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    GradeLow = table.Column<int>(type: "INTEGER", nullable: true),
                    GradeHigh = table.Column<int>(type: "INTEGER", nullable: true),
                    Subject = table.Column<string>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Topics = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Standards", x => x.Id);
                    table.CheckConstraint("CK_Standards_Grades", "(\"GradeLow\" IS NULL AND \"GradeHigh\" IS NULL) OR (\"GradeLow\" IS NOT NULL AND \"GradeHigh\" IS NOT NULL AND \"GradeLow\" >= -1 AND \"GradeHigh\" <= 12 AND \"GradeLow\" <= \"GradeHigh\")");
                    table.CheckConstraint("CK_Standards_Key", "length(\"Key\") > 0");
                });

            migrationBuilder.CreateTable(
                name: "UnitKits",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    OwnerId = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    NameKey = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    RequestJson = table.Column<string>(type: "TEXT", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UnitKits", x => x.Id);
                    table.CheckConstraint("CK_UnitKits_Name", "length(\"NameKey\") > 0");
                    table.ForeignKey(
                        name: "FK_UnitKits_People_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "KitShares",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    KitId = table.Column<int>(type: "INTEGER", nullable: false),
                    Token = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KitShares", x => x.Id);
                    table.CheckConstraint("CK_KitShares_Expires", "\"ExpiresAt\" > \"CreatedAt\"");
                    table.ForeignKey(
                        name: "FK_KitShares_UnitKits_KitId",
                        column: x => x.KitId,
                        principalTable: "UnitKits",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "UnitKitTitles",
                columns: table => new
                {
                    KitId = table.Column<int>(type: "INTEGER", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Part = table.Column<string>(type: "TEXT", nullable: false),
                    GroupNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    TitleId = table.Column<int>(type: "INTEGER", nullable: false),
                    Copies = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UnitKitTitles", x => new { x.KitId, x.Position });
                    table.CheckConstraint("CK_UnitKitTitles_Copies", "\"Copies\" >= 0 AND \"GroupNumber\" >= 0");
                    table.ForeignKey(
                        name: "FK_UnitKitTitles_Titles_TitleId",
                        column: x => x.TitleId,
                        principalTable: "Titles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_UnitKitTitles_UnitKits_KitId",
                        column: x => x.KitId,
                        principalTable: "UnitKits",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_KitShares_ExpiresAt",
                table: "KitShares",
                column: "ExpiresAt");

            migrationBuilder.CreateIndex(
                name: "IX_KitShares_KitId",
                table: "KitShares",
                column: "KitId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_KitShares_Token",
                table: "KitShares",
                column: "Token",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Standards_Key",
                table: "Standards",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_UnitKits_OwnerId_NameKey",
                table: "UnitKits",
                columns: new[] { "OwnerId", "NameKey" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_UnitKitTitles_KitId_TitleId_Part_GroupNumber",
                table: "UnitKitTitles",
                columns: new[] { "KitId", "TitleId", "Part", "GroupNumber" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_UnitKitTitles_TitleId",
                table: "UnitKitTitles",
                column: "TitleId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "KitShares");

            migrationBuilder.DropTable(
                name: "Standards");

            migrationBuilder.DropTable(
                name: "UnitKitTitles");

            migrationBuilder.DropTable(
                name: "UnitKits");
        }
    }
}
