using System.Xml.Linq;
using LibraryBot.Data.Catalog;
using LibraryBot.Data.Catalog.Import;
using LibraryBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace LibraryBot.Tests.Data.Catalog.Import;

/// <summary>The catalogues of other libraries that lie beside the repository.</summary>
[Trait("Needs", "SharedData")]
public sealed class SharedCatalogTests
{
    [SkippableFact]
    public async Task TheMarc8FileIsReadWholeAndItsAccentsAreRight()
    {
        var records = await Reading.ReadAsync(await File.ReadAllBytesAsync(SharedData.File("marc/oss.marc")));

        Assert.Equal(42, records.Count);
        Assert.All(records, record => Assert.Equal(ImportedKind.Title, record.Kind));
        Assert.Equal(14, records.Count(record => record.ControlNumber is null));
        Assert.Contains(records, record => Text(record.Title!).Contains("Jög", StringComparison.Ordinal));
        Assert.Contains(records, record => Text(record.Title!).Contains("México", StringComparison.Ordinal));
    }

    [SkippableFact]
    public async Task TheSchoolOrderIsReadWhole()
    {
        var records = await Reading.ReadAsync(await File.ReadAllBytesAsync(SharedData.File("marc/sample_acq_order.mrc")));

        Assert.Equal(10, records.Count);
        Assert.All(records, record => Assert.NotEmpty(record.Title!.Isbns));
        var bredeson = Assert.Single(records, record => record.ControlNumber == "879903").Title!;
        Assert.Equal(("MAnMC:879903", "The solar system", "solar system", "Children's Press", 2003, 31), (bredeson.Key, bredeson.TitleProper, bredeson.SortTitle, bredeson.Publisher, bredeson.Year, bredeson.Pages));
    }

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task TheXmlCatalogueComesInWithEveryCopyAndTheFiguresAddUp(DatabaseKind kind)
    {
        var file = SharedData.File("marc/concerto.xml");
        await using var database = await Databases.NewAsync(kind);
        var importer = new CatalogImporter(database.Factory, TimeProvider.System);

        var report = await importer.ImportAsync([file], new ImportOptions { Complete = true }, null, default);

        Assert.Equal((344, 339, 5, 0), (report.Records, report.Added, report.Deleted, report.Unreadable));
        await using var context = database.NewContext();
        Assert.Equal(339, await context.Titles.CountAsync());
        Assert.Equal(4811 - 62, await context.Copies.CountAsync());
        Assert.Equal(StatusesIn(file), await context.Copies.GroupBy(copy => copy.Status).ToDictionaryAsync(each => each.Key, each => each.Count()));
        var again = await importer.ImportAsync([file], new ImportOptions { Complete = true }, null, default);
        Assert.Equal((0, 0, 339, 0, 0), (again.Added, again.Changed, again.Unchanged, again.Withdrawn, again.CopiesChanged + again.CopiesAdded));
    }

    private static Dictionary<CopyStatus, int> StatusesIn(string file) => XDocument.Load(file).Root!.Elements()
        .Where(record => record.Elements().First(each => each.Name.LocalName == "leader").Value[5] != 'd')
        .SelectMany(record => record.Elements().Where(field => field.Attribute("tag")?.Value == "852"))
        .GroupBy(field => field.Elements().Single(each => each.Attribute("code")!.Value == "s").Value)
        .ToDictionary(each => Enum.Parse<CopyStatus>(each.Key.Replace(" ", "", StringComparison.Ordinal), true), each => each.Count());

    private static string Text(Title title) => string.Join(' ', title.Contributors.Select(each => each.Name).Concat(title.OtherTitles).Concat(title.Subjects).Append(title.TitleProper).Append(title.Subtitle).Append(title.Summary).Append(title.Publisher));
}
