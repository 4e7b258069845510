using LibraryBot.Data.Kits;
using LibraryBot.Data.Sample;
using LibraryBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace LibraryBot.Tests.Data.Kits;

public sealed class StandardImporterTests : IDisposable
{
    private readonly string _file = Path.GetTempFileName();

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task StandardsAreAddedChangedAndKept(DatabaseKind kind)
    {
        await using var database = await Databases.NewAsync(kind);
        await LoadAsync(database, "code,grade,subject,text", "5-LS2-1,5,Science,Matter moves.", "AASL I.A.1,,Library,Ask.");

        var report = await LoadAsync(database, "\uFEFFText;Subject;Grade;CODE;topics", "Matter moves on.;Science;5;5-ls2-1;ecosystems|food webs", "Look.;Library;K-12;AASL I.B.1;", "Weather.;Science;MS;MS-1;");

        Assert.Equal((3L, 2, 1, 0), (report.Rows, report.Added, report.Changed, report.Problems.Count));
        await using var context = database.NewContext();
        var standards = await context.Standards.OrderBy(standard => standard.Key).ToListAsync();
        Assert.Equal(["5-ls2-1", "AASL I.A.1", "AASL I.B.1", "MS-1"], standards.Select(standard => standard.Code));
        Assert.Equal(("Matter moves on.", 5, 5), (standards[0].Text, standards[0].GradeLow, standards[0].GradeHigh));
        Assert.Equal(["ecosystems", "food webs"], standards[0].Topics);
        Assert.Null(standards[2].Grades);
        Assert.Equal((6, 8), (standards[3].GradeLow, standards[3].GradeHigh));
    }

    [Fact]
    public async Task ABadRowCostsItselfAndSaysWhy()
    {
        await using var database = await Databases.NewAsync(DatabaseKind.Sqlite);

        var report = await LoadAsync(
            database, "code,grade,subject,text", ",5,Science,No code", "---,5,Science,No code either", "A1,fifth-ish,Science,Grade", "A2,5,,Subject", "A3,5,Science,", "a4,5,Science,Good", "A.4,5,Science,Again",
            new string('x', 61) + ",5,Science,Long", "A5,5,Science," + new string('x', 1001), "A6,5,Science,\"Open", "A7,5", "A8,5,Science,\"Good, with a comma\"");

        Assert.Equal(
            [
                StandardProblemKind.NoCode, StandardProblemKind.NoCode, StandardProblemKind.UnreadableGrade, StandardProblemKind.NoSubject, StandardProblemKind.NoText, StandardProblemKind.Repeated,
                StandardProblemKind.LongCode, StandardProblemKind.LongText, StandardProblemKind.OpenQuote, StandardProblemKind.NoText,
            ],
            report.Problems.Select(problem => problem.Kind));
        Assert.Equal((12L, 2), (report.Rows, report.Added));
        Assert.Equal([1, 2, 3, 4, 5, 7, 8, 9, 10, 11], report.Problems.Select(problem => problem.Row));
    }

    [Theory]
    [InlineData("")]
    [InlineData("code,text\nA,b\n")]
    [InlineData("\0\u0001\u0002 binary")]
    public async Task AFileThatIsNoneLeavesEverythingAsItWas(string content)
    {
        await using var database = await Databases.NewAsync(DatabaseKind.Sqlite);
        await File.WriteAllTextAsync(_file, content);

        await Assert.ThrowsAsync<InvalidDataException>(() => new StandardImporter(database.Factory).ImportAsync(_file, default));
    }

    [Fact]
    public async Task ACodeIsFoundAsPeopleSayIt()
    {
        await using var database = await Databases.NewAsync(DatabaseKind.Sqlite);
        await LoadAsync(database, "code,grade,subject,text", "AASL I.A.1,,Library,Ask.", "AASL II.A.1,,Library,Other.", "CCSS.RI.5.3,5,ELA,Explain.", "CCSS.RL.5.3,5,ELA,Compare.");
        var lookup = new StandardLookup(database.Factory);

        Assert.Equal(["AASL I.A.1"], await CodesAsync("aasl i a 1"));
        Assert.Equal(["AASL I.A.1"], await CodesAsync("I.A.1"));
        Assert.Equal(["CCSS.RI.5.3", "AASL II.A.1"], await CodesAsync("ri.5.3", "II.A.1"));
        Assert.Empty(await CodesAsync("5.3"));
        Assert.Empty(await CodesAsync("", "…", "A.1"));

        async Task<IEnumerable<string>> CodesAsync(params string[] codes) => (await lookup.FindAsync(codes, default)).Select(standard => standard.Code);
    }

    [Fact]
    public async Task TheSampleHasStandardsOfEverySubject() =>
        Assert.True((await SampleStandards.ReadAsync(default)).Select(standard => standard.Subject).Distinct().Count() >= 4);

    public void Dispose() => File.Delete(_file);

    private async Task<StandardReport> LoadAsync(TestDatabase database, params string[] lines)
    {
        await File.WriteAllLinesAsync(_file, lines);
        return await new StandardImporter(database.Factory).ImportAsync(_file, default);
    }
}
