using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LibraryBot.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ModelUse : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "ModelDays",
                columns: table => new
                {
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Calls = table.Column<int>(type: "INTEGER", nullable: false),
                    VisitorCalls = table.Column<int>(type: "INTEGER", nullable: false),
                    Tokens = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ModelDays", x => x.Day);
                    table.CheckConstraint("CK_ModelDays_Counts", "\"Calls\" >= 0 AND \"VisitorCalls\" >= 0 AND \"VisitorCalls\" <= \"Calls\" AND \"Tokens\" >= 0");
                });

            migrationBuilder.CreateTable(
                name: "ModelPersonDays",
                columns: table => new
                {
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    PersonId = table.Column<int>(type: "INTEGER", nullable: false),
                    Calls = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ModelPersonDays", x => new { x.Day, x.PersonId });
                    table.CheckConstraint("CK_ModelPersonDays_Calls", "\"Calls\" > 0");
                    table.ForeignKey(
                        name: "FK_ModelPersonDays_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ModelPersonDays_PersonId",
                table: "ModelPersonDays",
                column: "PersonId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ModelDays");

            migrationBuilder.DropTable(
                name: "ModelPersonDays");
        }
    }
}
