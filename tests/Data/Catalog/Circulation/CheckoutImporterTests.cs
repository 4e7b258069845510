using LibraryBot.Data.Catalog;
using LibraryBot.Data.Catalog.Circulation;
using LibraryBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace LibraryBot.Tests.Data.Catalog.Circulation;

public sealed class CheckoutImporterTests
{
    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task TheFileSaysWhoHasWhatAndWhatIsBack(DatabaseKind kind)
    {
        await using var lending = await Lending.NewAsync(kind);
        var (ana, ben) = (await lending.PersonAsync("ana"), await lending.PersonAsync("ben"));
        await lending.Database.AddAsync(Title("Hatchet", "T1"), Title("Holes", "T2"), Title("Wonder", "T3"));

        var first = await ImportAsync(lending, "ana,T1,2026-03-10,2026-02-24", "ben,T2,3/12/2026,", "nobody,T3,2026-03-12,", "ana,T9,2026-03-12,", "ana,T1,soon,", ",,,");

        Assert.Equal((6, 2, 1, 1, 2, 0), (first.Rows, first.Unreadable, first.UnknownBarcodes, first.UnknownPatrons, first.Lent, first.Returned));
        Assert.Equal([("Hatchet", (DateOnly?)new DateOnly(2026, 3, 10))], (await lending.Loans.OfAsync(ana, default)).Select(loan => (loan.Title.TitleProper, loan.DueOn)));
        Assert.Equal(CopyStatus.CheckedOut, (await CopyAsync(lending, "T3")).Status);

        // One goes from hand to hand, one comes back, and the renewed day stays.
        var holes = Assert.Single(await lending.Loans.OfAsync(ben, default));
        await lending.Loans.RenewAsync(ben, [holes.LoanId], default);
        var second = await ImportAsync(lending, "ben,T1,2026-03-20,", "ben,T2,2026-03-12,");

        Assert.Equal((1, 1), (second.Lent, second.Returned));
        Assert.Empty(await lending.Loans.OfAsync(ana, default));
        Assert.Equal([new DateOnly(2026, 3, 17), new DateOnly(2026, 3, 20)], (await lending.Loans.OfAsync(ben, default)).Select(loan => loan.DueOn!.Value).Order());

        Assert.Equal(1, (await ImportAsync(lending, "ben,T2,2026-03-12,")).Returned);
        Assert.Equal((CopyStatus.Available, null), ((await CopyAsync(lending, "T1")).Status, (await CopyAsync(lending, "T1")).DueOn));
    }

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task WhoWaitsForWhatCameBackIsTold(DatabaseKind kind)
    {
        await using var lending = await Lending.NewAsync(kind);
        await lending.PersonAsync("ana");
        var ben = await lending.PersonAsync("ben");
        await lending.Database.AddAsync(Title("Hatchet", "T1"), Title("Holes", "T2"));
        await ImportAsync(lending, "ana,T1,2026-03-10,", "ana,T2,2026-03-10,");
        await lending.Holds.PlaceAsync(1, ben, default);

        await ImportAsync(lending, "ana,T2,2026-03-10,");

        await using var context = lending.Database.NewContext();
        Assert.Equal(ben, (await context.OutboxMessages.SingleAsync()).PersonId);
    }

    [Theory]
    [InlineData("")]
    [InlineData("patron,barcode,due")]
    [InlineData("name,barcode\nana,T1")]
    [InlineData("patron,barcode,due\nana,T1,never")]
    public async Task AFileThatSaysNothingForgetsNothing(string content)
    {
        await using var lending = await Lending.NewAsync(DatabaseKind.Sqlite);
        var loan = await lending.LendAsync(await lending.PersonAsync("ana"), "Hatchet", Lending.Today);
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, content);

        await Assert.ThrowsAsync<InvalidDataException>(() => new CheckoutImporter(lending.Database.Factory, lending.Clock).ImportAsync(file, default));

        File.Delete(file);
        Assert.Equal(CopyStatus.CheckedOut, (await lending.StandsAsync(loan)).Status);
        Assert.Equal(0, (await lending.StandsAsync(loan)).Renewals);
    }

    private static Title Title(string name, string barcode)
    {
        var copy = Some.Copy();
        copy.Barcode = barcode;
        return Some.Title(name, copies: [copy]);
    }

    private static async Task<Copy> CopyAsync(Lending lending, string barcode)
    {
        await using var context = lending.Database.NewContext();
        return await context.Copies.SingleAsync(copy => copy.Barcode == barcode);
    }

    private static async Task<CheckoutReport> ImportAsync(Lending lending, params string[] rows)
    {
        var file = Path.GetTempFileName();
        await File.WriteAllLinesAsync(file, ["patron,barcode,due,out", .. rows]);
        var report = await new CheckoutImporter(lending.Database.Factory, lending.Clock).ImportAsync(file, default);
        File.Delete(file);
        return report;
    }
}
