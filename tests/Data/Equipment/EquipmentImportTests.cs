using LibraryBot.Data.Equipment;
using LibraryBot.Data.Equipment.Import;
using LibraryBot.Data.People;
using LibraryBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LibraryBot.Tests.Data.Equipment;

public sealed class EquipmentImportTests
{
    private const string File = """
        Key,Kind,Name,SpanishName,Synonyms,Roles,Quantity,Parts,Approval,BufferAfter
        chromebooks,Units,Chromebooks,,laptops|laptop,Teacher|Staff,6,,,15
        cart-a,Cart,Cart A,Carrito A,cart,,1,chromebooks:30,,
        makerspace,Space,Makerspace,Taller creativo,,Teacher|Student,1,,yes,
        """;

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task AFileIsBroughtInAndTheSameFileChangesNothing(DatabaseKind kind)
    {
        await using var database = await Databases.NewAsync(kind);
        var import = Import(database);

        var report = await import.RunAsync(new StringReader(File), isDryRun: false, default);
        var again = await import.RunAsync(new StringReader(File), isDryRun: false, default);

        Assert.Equal(["chromebooks", "cart-a", "makerspace"], report.Added);
        Assert.Equal((0, 0, 3), (again.Added.Count, again.Changed.Count, again.Same));
        await using var context = database.NewContext();
        Assert.Equal([1, 1, 6, 30], await context.Set<Stock>().Select(stock => stock.Quantity).Order().ToListAsync());
        var makerspace = await context.Resources.SingleAsync(resource => resource.Key == "makerspace");
        Assert.True(makerspace.NeedsApproval);
        Assert.Equal([Role.Teacher, Role.Student], makerspace.Roles);
    }

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task ADryRunSaysWhatWouldChangeAndChangesNothing(DatabaseKind kind)
    {
        await using var database = await Databases.NewAsync(kind);
        var import = Import(database);
        await import.RunAsync(new StringReader(File), isDryRun: false, default);
        var changed = File.Replace("chromebooks:30", "chromebooks:28", StringComparison.Ordinal).Replace("Taller creativo", "Espacio maker", StringComparison.Ordinal);

        var report = await import.RunAsync(new StringReader(changed), isDryRun: true, default);

        Assert.Equal(["cart-a", "makerspace"], report.Changed);
        await using var context = database.NewContext();
        Assert.True(await context.Set<Stock>().AnyAsync(stock => stock.Quantity == 30));
        Assert.Equal(["cart-a", "makerspace"], (await import.RunAsync(new StringReader(changed), isDryRun: false, default)).Changed);
        Assert.False(await context.Set<Stock>().AnyAsync(stock => stock.Quantity == 30));
    }

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task WhatIsBookedIsNotTakenAwayByAFile(DatabaseKind kind)
    {
        await using var database = await Databases.NewAsync(kind);
        var import = Import(database);
        await import.RunAsync(new StringReader(File), isDryRun: false, default);
        await using var context = database.NewContext();
        var loose = await context.Set<Stock>().SingleAsync(stock => stock.Quantity == 6);
        var closure = new Closure { ResourceId = loose.ResourceId, From = TimeProvider.System.GetUtcNow(), Reason = "repair" };
        closure.Claims.Add(new StockClaim { StockId = loose.Id, Quantity = 2 }.During(closure.From, closure.From.AddDays(5)));
        context.Add(closure);
        await context.SaveChangesAsync();

        var report = await import.RunAsync(new StringReader(File.Replace("Teacher|Staff,6", "Teacher|Staff,4", StringComparison.Ordinal)), isDryRun: false, default);

        Assert.Equal([EquipmentProblemKind.Booked], report.Problems.Select(problem => problem.Kind));
        Assert.True(await context.Set<Stock>().AnyAsync(stock => stock.Quantity == 6));
    }

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task WhatHasABarcodeIsNotTakenAwayByAFile(DatabaseKind kind)
    {
        await using var database = await Databases.NewAsync(kind);
        var import = Import(database);
        await import.RunAsync(new StringReader(File), isDryRun: false, default);
        await using var context = database.NewContext();
        var loose = await context.Set<Stock>().SingleAsync(stock => stock.Quantity == 6);
        context.AddRange(Enumerable.Range(1, 5).Select(number => new Unit { StockId = loose.Id, Barcode = $"CB-{number}", Accessories = [] }));
        await context.SaveChangesAsync();

        var fewer = await import.RunAsync(new StringReader(File.Replace("Teacher|Staff,6", "Teacher|Staff,4", StringComparison.Ordinal)), isDryRun: false, default);
        var enough = await import.RunAsync(new StringReader(File.Replace("Teacher|Staff,6", "Teacher|Staff,5", StringComparison.Ordinal)), isDryRun: false, default);

        Assert.Equal([EquipmentProblemKind.Barcodes], fewer.Problems.Select(problem => problem.Kind));
        Assert.Empty(enough.Problems);
    }

    [Theory]
    [InlineData("chromebooks,Units,Chromebooks,,,,6,,,15", "chromebooks,Robot,Chromebooks,,,,6,,,15", EquipmentProblemKind.Value, "kind")]
    [InlineData("chromebooks,Units,Chromebooks,,,,6,,,15", "chromebooks,Units,Chromebooks,,,,-6,,,15", EquipmentProblemKind.Value, "quantity")]
    [InlineData("chromebooks,Units,Chromebooks,,,,6,,,15", "chromebooks,Units,,,,,6,,,15", EquipmentProblemKind.Value, "name")]
    [InlineData("chromebooks,Units,Chromebooks,,,,6,,,15", "chromebooks,Units,Chromebooks,,,Pirate,6,,,15", EquipmentProblemKind.Value, "roles")]
    [InlineData("chromebooks,Units,Chromebooks,,,,6,,,15", "chromebooks,Units,Chromebooks,,,,6,,,999999", EquipmentProblemKind.Value, "bufferafter")]
    [InlineData("cart-a,Cart,Cart A,,,,1,chromebooks:30,,", "cart-a,Cart,Cart A,,,,1,tablets:30,,", EquipmentProblemKind.Part, "tablets")]
    [InlineData("cart-a,Cart,Cart A,,,,1,chromebooks:30,,", "cart-a,Cart,Cart A,,,,1,chromebooks,,", EquipmentProblemKind.Value, "parts")]
    [InlineData("cart-a,Cart,Cart A,,,,1,chromebooks:30,,", "cart-a,Cart,Cart A,,,,2,chromebooks:30,,", EquipmentProblemKind.Value, "quantity")]
    [InlineData("cart-a,Cart,Cart A,,,,1,chromebooks:30,,", "chromebooks,Units,Other,,,,1,,,", EquipmentProblemKind.Twice, "chromebooks")]
    public async Task AWrongLineIsNamedAndNothingIsImported(string right, string wrong, EquipmentProblemKind kind, string detail)
    {
        await using var database = await Databases.NewAsync(DatabaseKind.Sqlite);
        const string Good = "key,kind,name,spanishname,synonyms,roles,quantity,parts,approval,bufferafter\nchromebooks,Units,Chromebooks,,,,6,,,15\ncart-a,Cart,Cart A,,,,1,chromebooks:30,,\n";

        var report = await Import(database).RunAsync(new StringReader(Good.Replace(right, wrong, StringComparison.Ordinal)), isDryRun: false, default);

        Assert.Contains(report.Problems, problem => problem.Kind == kind && problem.Detail == detail && problem.Line >= 2);
        await using var context = database.NewContext();
        Assert.Empty(context.Resources);
    }

    [Theory]
    [InlineData("\uFEFFKey;Kind;Name;Quantity;Parts\nchromebooks;Units;Chromebooks, small;6;\ncart-a;Cart;Cart A;1;chromebooks:30\n")]
    [InlineData("key\tkind\tname\tquantity\tparts\nchromebooks\tUnits\tChromebooks, small\t6\t\ncart-a\tCart\tCart A\t1\tchromebooks:30\n")]
    public async Task WhatASpreadsheetWritesIsReadToo(string text)
    {
        await using var database = await Databases.NewAsync(DatabaseKind.Sqlite);

        var report = await Import(database).RunAsync(new StringReader(text), isDryRun: false, default);

        Assert.Empty(report.Problems);
        await using var context = database.NewContext();
        Assert.Equal(["Cart A", "Chromebooks, small"], context.Resources.Select(resource => resource.Name).OrderBy(name => name));
    }

    [Theory]
    [InlineData("")]
    [InlineData("key,name\nx,y\n")]
    public async Task AFileWithoutTheColumnsIsRefused(string text)
    {
        await using var database = await Databases.NewAsync(DatabaseKind.Sqlite);

        await Assert.ThrowsAsync<InvalidDataException>(() => Import(database).RunAsync(new StringReader(text), isDryRun: false, default));
    }

    private static EquipmentImport Import(TestDatabase database) => database.Services.GetRequiredService<EquipmentImport>();
}
