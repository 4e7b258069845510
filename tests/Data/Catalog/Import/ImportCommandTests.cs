using LibraryBot.Commands;
using LibraryBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Spectre.Console;

namespace LibraryBot.Tests.Data.Catalog.Import;

public sealed class ImportCommandTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("librarybot-import-").FullName;

    public void Dispose() => Directory.Delete(folder, true);

    [Fact]
    public async Task ADryRunShowsWhatWouldChangeAndChangesNothing()
    {
        await using var database = await Databases.NewAsync(DatabaseKind.Sqlite);
        var (code, output) = await RunAsync(database, Write("a.mrc", MarcBuilder.Book("1", "Hatchet").Build()), "--dry-run");

        Assert.Equal(0, code);
        Assert.Contains("Records read: 1", output, StringComparison.Ordinal);
        Assert.Contains("Added: 1", output, StringComparison.Ordinal);
        await using var context = database.NewContext();
        Assert.False(await context.Titles.AnyAsync());
    }

    [Fact]
    public async Task WhatIsWrongIsSaidWithRecordByteControlNumberAndReasonAndWrittenToAFile()
    {
        await using var database = await Databases.NewAsync(DatabaseKind.Sqlite);
        var first = MarcBuilder.Book("1", "Hatchet").Build();
        var file = Write("a.mrc", MarcBuilder.File(first, MarcBuilder.Book("2", "The river").Data("020", "  ", "$a1234567890").Build()));
        var report = Path.Combine(folder, "report.json");
        var (code, output) = await RunAsync(database, file, "--report", report);

        Assert.Equal(0, code);
        Assert.Contains($"a.mrc, record 2, byte {first.Length}, control number 2: this is not an ISBN, and was left out: 1234567890", output, StringComparison.Ordinal);
        Assert.Contains("\"problem\": \"InvalidIsbn\"", await File.ReadAllTextAsync(report), StringComparison.Ordinal);
    }

    [Fact]
    public async Task UndoTakesTheLastImportBackAndThenSaysThereIsNone()
    {
        await using var database = await Databases.NewAsync(DatabaseKind.Sqlite);
        await RunAsync(database, Write("a.mrc", MarcBuilder.Book("1", "Hatchet").Build()));
        var (_, undone) = await RunAsync(database, "--undo");
        var (_, nothing) = await RunAsync(database, "--undo");

        Assert.Contains("a.mrc", undone, StringComparison.Ordinal);
        Assert.Contains("There is no import to undo.", nothing, StringComparison.Ordinal);
        await using var context = database.NewContext();
        Assert.False(await context.Titles.AnyAsync());
    }

    [Fact]
    public async Task EquipmentAndItsBarcodesAreTakenWholeOrNotAtAll()
    {
        await using var database = await Databases.NewAsync(DatabaseKind.Sqlite);
        var equipment = Path.Combine(folder, "equipment.csv");
        var barcodes = Path.Combine(folder, "barcodes.csv");
        await File.WriteAllTextAsync(equipment, "key,kind,name,quantity\nipads,Units,iPads,2\n");
        await File.WriteAllTextAsync(barcodes, "barcode,key\nAB-0001,ipads\nx,ipads\n");

        var (tried, would) = await RunAsync(database, "equipment", equipment, "--dry-run");
        var (early, absent) = await RunAsync(database, "barcodes", barcodes.Replace("barcodes.csv", "equipment.csv", StringComparison.Ordinal));
        var (done, added) = await RunAsync(database, "equipment", equipment);
        var (refused, wrong) = await RunAsync(database, "barcodes", barcodes);
        await File.WriteAllTextAsync(barcodes, "barcode,key\nAB-0001,ipads\n");
        var (given, counted) = await RunAsync(database, "barcodes", barcodes);

        Assert.Equal((0, 1, 0, 1, 0), (tried, early, done, refused, given));
        Assert.Contains("New: 1 ipads", would, StringComparison.Ordinal);
        Assert.Contains("without --dry-run", would, StringComparison.Ordinal);
        Assert.Contains("barcode and key", absent, StringComparison.Ordinal);
        Assert.Contains("Done.", added, StringComparison.Ordinal);
        Assert.Contains("Line 3: the column “barcode” has no value", wrong, StringComparison.Ordinal);
        Assert.Contains("Nothing was changed: 1 lines are wrong.", wrong, StringComparison.Ordinal);
        Assert.Contains("New: 1. Changed: 0. As they were: 0.", counted, StringComparison.Ordinal);
        await using var context = database.NewContext();
        Assert.Equal("AB-0001", (await context.Units.SingleAsync()).Barcode);
    }

    [Fact]
    public async Task AFileThatIsNotThereIsSaidKindlyAndNothingHappens()
    {
        await using var database = await Databases.NewAsync(DatabaseKind.Sqlite);
        var (code, output) = await RunAsync(database, Path.Combine(folder, "absent.mrc"));

        Assert.Equal(1, code);
        Assert.Contains("absent.mrc", output, StringComparison.Ordinal);
        Assert.Contains("Nothing was changed.", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFileOfAnotherKindIsNamed()
    {
        await using var database = await Databases.NewAsync(DatabaseKind.Sqlite);
        var (code, output) = await RunAsync(database, Write("letter.txt", "Dear librarian,\n"u8.ToArray()));

        Assert.Equal(1, code);
        Assert.Contains("letter.txt, byte 0: this is no MARC 21", output, StringComparison.Ordinal);
    }

    private string Write(string name, byte[] content)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllBytes(path, content);
        return path;
    }

    private static async Task<(int Code, string Output)> RunAsync(TestDatabase database, params string[] arguments)
    {
        var output = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output), Interactive = InteractionSupport.No });
        var code = await ImportCommand.Create(() => database.Services, console).Parse(arguments).InvokeAsync();
        return (code, output.ToString());
    }
}
