using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LibraryBot.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Equipment : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "BookingSeries",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PersonId = table.Column<int>(type: "INTEGER", nullable: false),
                    BookedById = table.Column<int>(type: "INTEGER", nullable: false),
                    RequestKey = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BookingSeries", x => x.Id);
                    table.ForeignKey(
                        name: "FK_BookingSeries_People_BookedById",
                        column: x => x.BookedById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_BookingSeries_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Resources",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Key = table.Column<string>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    SpanishName = table.Column<string>(type: "TEXT", nullable: true),
                    Synonyms = table.Column<string>(type: "TEXT", nullable: false),
                    Category = table.Column<string>(type: "TEXT", nullable: true),
                    Location = table.Column<string>(type: "TEXT", nullable: true),
                    SpanishLocation = table.Column<string>(type: "TEXT", nullable: true),
                    School = table.Column<string>(type: "TEXT", nullable: true),
                    Seats = table.Column<int>(type: "INTEGER", nullable: true),
                    Roles = table.Column<string>(type: "TEXT", nullable: false),
                    NeedsApproval = table.Column<bool>(type: "INTEGER", nullable: false),
                    LeadMinutes = table.Column<int>(type: "INTEGER", nullable: false),
                    LongestMinutes = table.Column<int>(type: "INTEGER", nullable: true),
                    MostAtOnce = table.Column<int>(type: "INTEGER", nullable: true),
                    BufferBeforeMinutes = table.Column<int>(type: "INTEGER", nullable: false),
                    BufferAfterMinutes = table.Column<int>(type: "INTEGER", nullable: false),
                    DaysAhead = table.Column<int>(type: "INTEGER", nullable: true),
                    RetiredAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Resources", x => x.Id);
                    table.CheckConstraint("CK_Resources_Limits", "\"LeadMinutes\" >= 0 AND \"BufferBeforeMinutes\" BETWEEN 0 AND 1440 AND \"BufferAfterMinutes\" BETWEEN 0 AND 1440 AND (\"LongestMinutes\" IS NULL OR \"LongestMinutes\" > 0)\nAND (\"MostAtOnce\" IS NULL OR \"MostAtOnce\" > 0) AND (\"DaysAhead\" IS NULL OR \"DaysAhead\" > 0) AND (\"Seats\" IS NULL OR \"Seats\" > 0)");
                });

            migrationBuilder.CreateTable(
                name: "Bookings",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Token = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    PersonId = table.Column<int>(type: "INTEGER", nullable: false),
                    BookedById = table.Column<int>(type: "INTEGER", nullable: false),
                    RequestKey = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Start = table.Column<DateTime>(type: "TEXT", nullable: false),
                    End = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Status = table.Column<string>(type: "TEXT", nullable: false),
                    SeriesId = table.Column<int>(type: "INTEGER", nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Purpose = table.Column<string>(type: "TEXT", nullable: true),
                    DeclineReason = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Bookings", x => x.Id);
                    table.CheckConstraint("CK_Bookings_Order", "\"Start\" < \"End\"");
                    table.ForeignKey(
                        name: "FK_Bookings_BookingSeries_SeriesId",
                        column: x => x.SeriesId,
                        principalTable: "BookingSeries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "FK_Bookings_People_BookedById",
                        column: x => x.BookedById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Bookings_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SeriesExceptions",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    SeriesId = table.Column<int>(type: "INTEGER", nullable: false),
                    Start = table.Column<DateTime>(type: "TEXT", nullable: false),
                    End = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SeriesExceptions", x => x.Id);
                    table.CheckConstraint("CK_SeriesExceptions_Order", "\"Start\" < \"End\"");
                    table.ForeignKey(
                        name: "FK_SeriesExceptions_BookingSeries_SeriesId",
                        column: x => x.SeriesId,
                        principalTable: "BookingSeries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Closures",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ResourceId = table.Column<int>(type: "INTEGER", nullable: false),
                    From = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Until = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", nullable: false),
                    ClosedById = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Closures", x => x.Id);
                    table.CheckConstraint("CK_Closures_Order", "\"Until\" IS NULL OR \"From\" < \"Until\"");
                    table.ForeignKey(
                        name: "FK_Closures_People_ClosedById",
                        column: x => x.ClosedById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "FK_Closures_Resources_ResourceId",
                        column: x => x.ResourceId,
                        principalTable: "Resources",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Stocks",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ResourceId = table.Column<int>(type: "INTEGER", nullable: false),
                    ContainerId = table.Column<int>(type: "INTEGER", nullable: true),
                    Quantity = table.Column<int>(type: "INTEGER", nullable: false),
                    BookableAlone = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Stocks", x => x.Id);
                    table.CheckConstraint("CK_Stocks_Quantity", "\"Quantity\" >= 1");
                    table.ForeignKey(
                        name: "FK_Stocks_Resources_ContainerId",
                        column: x => x.ContainerId,
                        principalTable: "Resources",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Stocks_Resources_ResourceId",
                        column: x => x.ResourceId,
                        principalTable: "Resources",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "WaitingEntries",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PersonId = table.Column<int>(type: "INTEGER", nullable: false),
                    ResourceId = table.Column<int>(type: "INTEGER", nullable: false),
                    Quantity = table.Column<int>(type: "INTEGER", nullable: false),
                    Start = table.Column<DateTime>(type: "TEXT", nullable: false),
                    End = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Status = table.Column<string>(type: "TEXT", nullable: false),
                    OfferedUntil = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WaitingEntries", x => x.Id);
                    table.CheckConstraint("CK_WaitingEntries_Offer", "(\"Status\" = 'Offered') = (\"OfferedUntil\" IS NOT NULL)");
                    table.CheckConstraint("CK_WaitingEntries_Order", "\"Start\" < \"End\"");
                    table.CheckConstraint("CK_WaitingEntries_Quantity", "\"Quantity\" >= 1");
                    table.ForeignKey(
                        name: "FK_WaitingEntries_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_WaitingEntries_Resources_ResourceId",
                        column: x => x.ResourceId,
                        principalTable: "Resources",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "BookingEvents",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    BookingId = table.Column<int>(type: "INTEGER", nullable: false),
                    Step = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ById = table.Column<int>(type: "INTEGER", nullable: true),
                    Note = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BookingEvents", x => x.Id);
                    table.ForeignKey(
                        name: "FK_BookingEvents_Bookings_BookingId",
                        column: x => x.BookingId,
                        principalTable: "Bookings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_BookingEvents_People_ById",
                        column: x => x.ById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateTable(
                name: "BookingLines",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    BookingId = table.Column<int>(type: "INTEGER", nullable: false),
                    ResourceId = table.Column<int>(type: "INTEGER", nullable: false),
                    Quantity = table.Column<int>(type: "INTEGER", nullable: false),
                    Status = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BookingLines", x => x.Id);
                    table.CheckConstraint("CK_BookingLines_Quantity", "\"Quantity\" >= 1");
                    table.ForeignKey(
                        name: "FK_BookingLines_Bookings_BookingId",
                        column: x => x.BookingId,
                        principalTable: "Bookings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_BookingLines_Resources_ResourceId",
                        column: x => x.ResourceId,
                        principalTable: "Resources",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Units",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    StockId = table.Column<int>(type: "INTEGER", nullable: false),
                    Barcode = table.Column<string>(type: "TEXT", nullable: false),
                    Condition = table.Column<string>(type: "TEXT", nullable: false),
                    ConditionNote = table.Column<string>(type: "TEXT", nullable: true),
                    Accessories = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Units", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Units_Stocks_StockId",
                        column: x => x.StockId,
                        principalTable: "Stocks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "StockClaims",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    StockId = table.Column<int>(type: "INTEGER", nullable: false),
                    Quantity = table.Column<int>(type: "INTEGER", nullable: false),
                    From = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Until = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Length = table.Column<string>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", nullable: false),
                    LineId = table.Column<int>(type: "INTEGER", nullable: true),
                    ClosureId = table.Column<int>(type: "INTEGER", nullable: true),
                    WaitingEntryId = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StockClaims", x => x.Id);
                    table.CheckConstraint("CK_StockClaims_For", "(CASE WHEN \"LineId\" IS NULL THEN 0 ELSE 1 END) + (CASE WHEN \"ClosureId\" IS NULL THEN 0 ELSE 1 END) + (CASE WHEN \"WaitingEntryId\" IS NULL THEN 0 ELSE 1 END) = 1");
                    table.CheckConstraint("CK_StockClaims_Order", "\"From\" < \"Until\"");
                    table.CheckConstraint("CK_StockClaims_Quantity", "\"Quantity\" >= 1");
                    table.ForeignKey(
                        name: "FK_StockClaims_BookingLines_LineId",
                        column: x => x.LineId,
                        principalTable: "BookingLines",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_StockClaims_Closures_ClosureId",
                        column: x => x.ClosureId,
                        principalTable: "Closures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_StockClaims_Stocks_StockId",
                        column: x => x.StockId,
                        principalTable: "Stocks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_StockClaims_WaitingEntries_WaitingEntryId",
                        column: x => x.WaitingEntryId,
                        principalTable: "WaitingEntries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "UnitLoans",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    LineId = table.Column<int>(type: "INTEGER", nullable: false),
                    UnitId = table.Column<int>(type: "INTEGER", nullable: false),
                    OutAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    BackAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ConditionBack = table.Column<string>(type: "TEXT", nullable: true),
                    Note = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UnitLoans", x => x.Id);
                    table.ForeignKey(
                        name: "FK_UnitLoans_BookingLines_LineId",
                        column: x => x.LineId,
                        principalTable: "BookingLines",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_UnitLoans_Units_UnitId",
                        column: x => x.UnitId,
                        principalTable: "Units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_BookingEvents_BookingId",
                table: "BookingEvents",
                column: "BookingId");

            migrationBuilder.CreateIndex(
                name: "IX_BookingEvents_ById",
                table: "BookingEvents",
                column: "ById");

            migrationBuilder.CreateIndex(
                name: "IX_BookingLines_BookingId_ResourceId",
                table: "BookingLines",
                columns: new[] { "BookingId", "ResourceId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_BookingLines_ResourceId",
                table: "BookingLines",
                column: "ResourceId");

            migrationBuilder.CreateIndex(
                name: "IX_Bookings_BookedById_RequestKey",
                table: "Bookings",
                columns: new[] { "BookedById", "RequestKey" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Bookings_PersonId_End",
                table: "Bookings",
                columns: new[] { "PersonId", "End" });

            migrationBuilder.CreateIndex(
                name: "IX_Bookings_SeriesId",
                table: "Bookings",
                column: "SeriesId");

            migrationBuilder.CreateIndex(
                name: "IX_Bookings_Start",
                table: "Bookings",
                column: "Start");

            migrationBuilder.CreateIndex(
                name: "IX_Bookings_Status",
                table: "Bookings",
                column: "Status",
                filter: "\"Status\" IN ('Requested', 'PickedUp')");

            migrationBuilder.CreateIndex(
                name: "IX_Bookings_Token",
                table: "Bookings",
                column: "Token",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_BookingSeries_BookedById_RequestKey",
                table: "BookingSeries",
                columns: new[] { "BookedById", "RequestKey" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_BookingSeries_PersonId",
                table: "BookingSeries",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_Closures_ClosedById",
                table: "Closures",
                column: "ClosedById");

            migrationBuilder.CreateIndex(
                name: "IX_Closures_ResourceId",
                table: "Closures",
                column: "ResourceId");

            migrationBuilder.CreateIndex(
                name: "IX_Closures_Until",
                table: "Closures",
                column: "Until");

            migrationBuilder.CreateIndex(
                name: "IX_Resources_Key",
                table: "Resources",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SeriesExceptions_SeriesId",
                table: "SeriesExceptions",
                column: "SeriesId");

            migrationBuilder.CreateIndex(
                name: "IX_StockClaims_ClosureId",
                table: "StockClaims",
                column: "ClosureId");

            migrationBuilder.CreateIndex(
                name: "IX_StockClaims_Day",
                table: "StockClaims",
                column: "From",
                filter: "\"Length\" = 'Day'");

            migrationBuilder.CreateIndex(
                name: "IX_StockClaims_LineId",
                table: "StockClaims",
                column: "LineId");

            migrationBuilder.CreateIndex(
                name: "IX_StockClaims_Longer",
                table: "StockClaims",
                column: "Until",
                filter: "\"Length\" = 'Longer'");

            migrationBuilder.CreateIndex(
                name: "IX_StockClaims_Out",
                table: "StockClaims",
                column: "Until",
                filter: "\"State\" = 'Out'");

            migrationBuilder.CreateIndex(
                name: "IX_StockClaims_StockId_From",
                table: "StockClaims",
                columns: new[] { "StockId", "From" });

            migrationBuilder.CreateIndex(
                name: "IX_StockClaims_WaitingEntryId",
                table: "StockClaims",
                column: "WaitingEntryId");

            migrationBuilder.CreateIndex(
                name: "IX_Stocks_ContainerId",
                table: "Stocks",
                column: "ContainerId");

            migrationBuilder.CreateIndex(
                name: "IX_Stocks_Loose",
                table: "Stocks",
                column: "ResourceId",
                unique: true,
                filter: "\"ContainerId\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Stocks_ResourceId_ContainerId",
                table: "Stocks",
                columns: new[] { "ResourceId", "ContainerId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_UnitLoans_LineId",
                table: "UnitLoans",
                column: "LineId");

            migrationBuilder.CreateIndex(
                name: "IX_UnitLoans_Out",
                table: "UnitLoans",
                column: "UnitId",
                unique: true,
                filter: "\"BackAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Units_Barcode",
                table: "Units",
                column: "Barcode",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Units_StockId",
                table: "Units",
                column: "StockId");

            migrationBuilder.CreateIndex(
                name: "IX_WaitingEntries_Open",
                table: "WaitingEntries",
                columns: new[] { "PersonId", "ResourceId", "Start" },
                unique: true,
                filter: "\"Status\" IN ('Waiting', 'Offered')");

            migrationBuilder.CreateIndex(
                name: "IX_WaitingEntries_ResourceId",
                table: "WaitingEntries",
                column: "ResourceId");

            migrationBuilder.CreateIndex(
                name: "IX_WaitingEntries_Status",
                table: "WaitingEntries",
                column: "Status");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "BookingEvents");

            migrationBuilder.DropTable(
                name: "SeriesExceptions");

            migrationBuilder.DropTable(
                name: "StockClaims");

            migrationBuilder.DropTable(
                name: "UnitLoans");

            migrationBuilder.DropTable(
                name: "Closures");

            migrationBuilder.DropTable(
                name: "WaitingEntries");

            migrationBuilder.DropTable(
                name: "BookingLines");

            migrationBuilder.DropTable(
                name: "Units");

            migrationBuilder.DropTable(
                name: "Bookings");

            migrationBuilder.DropTable(
                name: "Stocks");

            migrationBuilder.DropTable(
                name: "BookingSeries");

            migrationBuilder.DropTable(
                name: "Resources");
        }
    }
}
