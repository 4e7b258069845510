using System.Text;
using LibraryBot.Data.Catalog;
using LibraryBot.Data.Catalog.Borrowing;
using LibraryBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace LibraryBot.Tests.Data.Catalog.Borrowing;

public sealed class LoanImporterTests : IDisposable
{
    private readonly string _file = Path.GetTempFileName();

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task LoansAreLearntFromByKeyIsbnOrBarcode(DatabaseKind kind)
    {
        await using var database = await WithTitlesAsync(kind);
        Write("patron,title,date", "a,one,2026-01-05", "a,978-0-306-40615-7,2026-01-06", "b,B1,2026-01-05", "b,two,2026-01-06", "c,one,2026-01-05", "c,two,2026-01-06");

        var report = await new LoanImporter(database.Factory).ImportAsync(_file, null, default);

        Assert.Equal((6L, 0L, 0L, 3, 2), (report.File.Rows, report.File.Unreadable, report.File.UnknownTitles, report.Readers, report.Affinities));
        await using var context = database.NewContext();
        var one = await context.Titles.SingleAsync(title => title.Key == "one");
        var two = await context.Titles.SingleAsync(title => title.Key == "two");
        Assert.Equal(two.Id, (await context.TitleAffinities.SingleAsync(affinity => affinity.TitleId == one.Id)).OtherTitleId);
    }

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task TheNextFileReplacesTheLast(DatabaseKind kind)
    {
        await using var database = await WithTitlesAsync(kind);
        Write(["patron,title,date", .. Loans(12, "one", "two")]);
        await new LoanImporter(database.Factory).ImportAsync(_file, null, default);
        Write(["patron,title,date", .. Loans(12, "two", "three")]);

        await new LoanImporter(database.Factory).ImportAsync(_file, null, default);

        await using var context = database.NewContext();
        var three = await context.Titles.SingleAsync(title => title.Key == "three");
        Assert.Equal(2, await context.TitleAffinities.CountAsync());
        Assert.Equal(1, await context.TitleAffinities.CountAsync(affinity => affinity.OtherTitleId == three.Id));
        Assert.Equal(2, await context.TitlePopularities.CountAsync());
    }

    [Fact]
    public async Task NoKeyOfAPatronIsInTheDatabase()
    {
        await using var database = await WithTitlesAsync(DatabaseKind.Sqlite);
        Write(["patron,title,date", .. Enumerable.Range(0, 12).SelectMany(reader => new[] { $"secretpatron{reader},one,2026-01-05", $"secretpatron{reader},two,2026-01-05" })]);

        await new LoanImporter(database.Factory).ImportAsync(_file, null, default);

        var path = new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder(database.Settings["ConnectionStrings:Library"]).DataSource;
        foreach (var part in new[] { path, path + "-wal" }.Where(File.Exists))
        {
            await using var stream = new FileStream(part, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var bytes = new MemoryStream();
            await stream.CopyToAsync(bytes);
            Assert.Equal(-1, bytes.ToArray().AsSpan().IndexOf("secretpatron"u8));
        }
    }

    [Fact]
    public async Task ABadRowCostsItselfAndIsNamedByItsLine()
    {
        await using var database = await WithTitlesAsync(DatabaseKind.Sqlite);
        Write("date;patron;TITLE;Grade", "2026-01-05;a;one;6", "the fifth;a;one;6", ";a;one;6", "2026-01-05;;one;", "2026-01-05;a;;", "2026-01-05", "1/5/2026;b;nothing we have;K", "20260105;b;two;thirteen");

        var report = await new LoanImporter(database.Factory).ImportAsync(_file, null, default);

        Assert.Equal((8L, 5L, 1L, 2), (report.File.Rows, report.File.Unreadable, report.File.UnknownTitles, report.Readers));
        Assert.Equal([3, 4, 5, 6, 7], report.File.FirstUnreadable);
    }

    [Theory]
    [InlineData("")]
    [InlineData("who,what,when\na,one,2026-01-05\n")]
    [InlineData("\0\u0001\u0002 binary")]
    public async Task AFileThatIsNoneLeavesEverythingAsItWas(string content)
    {
        await using var database = await WithTitlesAsync(DatabaseKind.Sqlite);
        Write(["patron,title,date", .. Loans(12, "one", "two")]);
        await new LoanImporter(database.Factory).ImportAsync(_file, null, default);
        await File.WriteAllTextAsync(_file, content);

        await Assert.ThrowsAsync<InvalidDataException>(() => new LoanImporter(database.Factory).ImportAsync(_file, null, default));

        await using var context = database.NewContext();
        Assert.Equal(2, await context.TitleAffinities.CountAsync());
    }

    [Fact]
    public async Task ItTellsHowFarItIs()
    {
        await using var database = await WithTitlesAsync(DatabaseKind.Sqlite);
        Write(["patron,title,date", .. Loans(12_000, "one", "two")]);
        var told = new List<LoanImportProgress>();

        await new LoanImporter(database.Factory).ImportAsync(_file, new Teller(told), default);

        Assert.Equal(Enum.GetValues<LoanImportPhase>(), told.Select(progress => progress.Phase).Distinct());
        Assert.All(told, progress => Assert.InRange(progress.Share, 0, 1));
    }

    public void Dispose() => File.Delete(_file);

    private static async Task<TestDatabase> WithTitlesAsync(DatabaseKind kind)
    {
        var database = await Databases.NewAsync(kind);
        var one = Some.Title("One", copies: [Some.Copy()]);
        one.Key = "one";
        one.Copies[0].Barcode = "B1";
        var two = Some.Title("Two", isbn: "9780306406157");
        two.Key = "two";
        var three = Some.Title("Three");
        three.Key = "three";
        await database.AddAsync(one, two, three);
        return database;
    }

    private static IEnumerable<string> Loans(int readers, params string[] titles) =>
        Enumerable.Range(0, readers).SelectMany(reader => titles.Select(title => $"p{reader},{title},2026-01-05"));

    private void Write(params string[] lines) => File.WriteAllLines(_file, lines, Encoding.UTF8);

    private sealed class Teller(List<LoanImportProgress> told) : IProgress<LoanImportProgress>
    {
        public void Report(LoanImportProgress value) => told.Add(value);
    }
}
