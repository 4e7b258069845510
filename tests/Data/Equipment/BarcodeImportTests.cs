using LibraryBot.Data.Equipment;
using LibraryBot.Data.Equipment.Import;
using LibraryBot.Data.Sample;
using LibraryBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LibraryBot.Tests.Data.Equipment;

public sealed class BarcodeImportTests
{
    private const string File = """
        Barcode;Key;Container;Accessories
        ab-0001;ipads;;case | charger
        AB-0002;ipads;;
        ab-0003;chromebooks;cart-a;
        """;

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task BarcodesAreGivenAndTheSameFileChangesNothing(DatabaseKind kind)
    {
        await using var database = await NewAsync(kind);

        var tried = await RunAsync(database, File, isDryRun: true);
        await using (var context = database.NewContext())
        {
            Assert.False(await context.Units.AnyAsync(unit => unit.Barcode == "AB-0001"));
        }

        var first = await RunAsync(database, File);
        var again = await RunAsync(database, File);
        var moved = await RunAsync(database, File.Replace("ipads;;\n", "microphones;;stand\n", StringComparison.Ordinal).Replace("chromebooks;cart-a", "chromebooks;cart-b", StringComparison.Ordinal));

        Assert.Equal((3, 0, 0, 0), Counts(tried));
        Assert.Equal((3, 0, 0, 0), Counts(first));
        Assert.Equal((0, 0, 3, 0), Counts(again));
        Assert.Equal((0, 2, 1, 0), Counts(moved));
        await using var library = database.NewContext();
        Assert.Equal(["case", "charger"], (await library.Units.SingleAsync(unit => unit.Barcode == "AB-0001")).Accessories);
        Assert.Equal(["stand"], (await library.Units.SingleAsync(unit => unit.Barcode == "AB-0002")).Accessories);
    }

    [Theory]
    [InlineData("ab-0001,unicorns,", BarcodeProblemKind.NoSuchThing, "unicorns")]
    [InlineData("ab-0001,ipads,cart-a", BarcodeProblemKind.NoSuchThing, "ipads, cart-a")]
    [InlineData("ab-0001,,", BarcodeProblemKind.Value, "key")]
    [InlineData(",ipads,", BarcodeProblemKind.Value, "barcode")]
    [InlineData("three words here 1,ipads,", BarcodeProblemKind.Value, "barcode")]
    [InlineData("abcdef,ipads,", BarcodeProblemKind.Value, "barcode")]
    [InlineData("12,ipads,", BarcodeProblemKind.Value, "barcode")]
    [InlineData("AB-0009,ipads,", BarcodeProblemKind.Twice, "AB-0009")]
    [InlineData("ab-0001,document-camera,", BarcodeProblemKind.TooMany, "document-camera")]
    public async Task AWrongLineIsNamedAndNothingIsChanged(string line, BarcodeProblemKind kind, string detail)
    {
        await using var database = await NewAsync(DatabaseKind.Sqlite);
        await using var library = database.NewContext();
        var before = await library.Units.CountAsync();

        var report = await RunAsync(database, $"barcode,key,container\nab-0009,ipads,\n{line}\n");

        Assert.Equal([new BarcodeProblem(3, kind, detail)], report.Problems);
        Assert.Equal(before, await library.Units.CountAsync());
    }

    [Theory]
    [InlineData("")]
    [InlineData("barcode,name\n1234,x\n")]
    public async Task AFileWithoutTheColumnsIsRefused(string text)
    {
        await using var database = await NewAsync(DatabaseKind.Sqlite);

        await Assert.ThrowsAsync<InvalidDataException>(() => RunAsync(database, text));
    }

    private static (int Added, int Changed, int Same, int Problems) Counts(BarcodeReport report) => (report.Added, report.Changed, report.Same, report.Problems.Count);

    private static Task<BarcodeReport> RunAsync(TestDatabase database, string text, bool isDryRun = false) =>
        database.Services.GetRequiredService<BarcodeImport>().RunAsync(new StringReader(text), isDryRun, default);

    private static async Task<TestDatabase> NewAsync(DatabaseKind kind)
    {
        var database = await Databases.NewAsync(kind);
        await using var context = database.NewContext();
        await SampleEquipment.AddAsync(context, default);
        return database;
    }
}
