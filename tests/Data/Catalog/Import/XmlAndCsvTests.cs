using System.IO.Compression;
using System.Text;
using LibraryBot.Data.Catalog;
using LibraryBot.Data.Catalog.Import;

namespace LibraryBot.Tests.Data.Catalog.Import;

public sealed class XmlAndCsvTests
{
    [Theory]
    [InlineData("<collection xmlns=\"http://www.loc.gov/MARC21/slim\">", "</collection>", "")]
    [InlineData("<marc:collection xmlns:marc=\"http://www.loc.gov/MARC21/slim\">", "</marc:collection>", "marc:")]
    [InlineData("<?xml version=\"1.0\"?><!-- <record>not this</record> -->\n", "", "")]
    [InlineData("<OAI><record><header/><metadata>", "</metadata></record></OAI>", "")]
    public async Task MarcXmlIsReadInEveryWrapping(string before, string after, string prefix)
    {
        var record = Assert.Single(await Reading.ReadAsync(before + Xml("7", "Un título", prefix) + after));

        Assert.Equal((1L, before.Length, "7", "Un título"), (record.Number, record.Offset, record.ControlNumber, record.Title!.TitleProper));
        Assert.Empty(record.Problems);
    }

    [Theory]
    [InlineData("caf&eacute; &amp; t\u0001", "café & t\uFFFD")]
    [InlineData("fish & chips", "fish & chips")]
    [InlineData("a < b", "a")]
    public async Task ARecordThatIsNotWellFormedIsToldMendedAndFollowedByTheNext(string text, string expected)
    {
        var records = await Reading.ReadAsync($"<collection>{Xml("1", text)}{Xml("2", "Next")}</collection>");

        Assert.Equal([expected, "Next"], records.Select(record => record.Title!.TitleProper.Trim()));
        Assert.Contains(records[0].Problems, problem => problem.Kind == ProblemKind.MalformedXml);
        Assert.Empty(records[1].Problems);
    }

    [Fact]
    public async Task AnXmlFileThatBreaksOffIsToldAndWhatWasReadIsKept()
    {
        var whole = $"<collection>{Xml("1", "First")}{Xml("2", "Second")}</collection>";
        var records = await Reading.ReadAsync(whole[..(whole.IndexOf("Second", StringComparison.Ordinal) + 6)]);

        Assert.Equal(["First", "Second"], records.Where(record => record.Number > 0).Select(record => record.Title!.TitleProper));
        Assert.Contains(records, record => record.Problems.Any(problem => problem.Kind == ProblemKind.Truncated));
    }

    [Fact]
    public async Task ADocumentTypeIsNotFollowed()
    {
        var records = await Reading.ReadAsync("<!DOCTYPE x [<!ENTITY secret SYSTEM \"file:///etc/passwd\">]><collection>" + Xml("1", "&secret;x") + "</collection>");

        Assert.DoesNotContain("root", Assert.Single(records, record => record.Number > 0).Title!.TitleProper, StringComparison.Ordinal);
    }

    [Fact]
    public async Task APackedFileIsReadAsWhatIsInIt()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionMode.Compress, true))
        {
            gzip.Write(MarcBuilder.Book("1", "Hatchet").Build());
        }

        Assert.Equal("Hatchet", Assert.Single(await Reading.ReadAsync(packed.ToArray())).Title!.TitleProper);
    }

    [Theory]
    [InlineData(',')]
    [InlineData(';')]
    [InlineData('\t')]
    public async Task CsvIsReadWhateverSeparatesItAndInAnyOrder(char delimiter)
    {
        var text = "Pages;KEY;title;contributors;isbns;grades;lexile;readinglevels;barcode;status;dueindays\r\n195;h;Hatchet;Paulsen [author]|Ray [illustrator];0-306-40615-2;5-8;BR120L;Accelerated Reader:5.7;B1;CheckedOut;-1\r\n;h;Hatchet;;;;;;B2;Available;\r\n";
        var record = Assert.Single(await Reading.ReadAsync("\uFEFF" + text.Replace(';', delimiter)));

        var title = record.Title!;
        Assert.Equal((2, "h", 195, 5, 8, -120), (record.Rows, title.Key, title.Pages, title.GradeLow, title.GradeHigh, title.Lexile));
        Assert.Equal([new("Paulsen", "author"), new Contributor("Ray", "illustrator")], title.Contributors);
        Assert.Equal(("9780306406157", "5.7"), (title.Isbns[0].Isbn, title.ReadingLevels[0].Value));
        Assert.Equal([("B1", CopyStatus.CheckedOut, new DateOnly(2026, 11, 22)), ("B2", CopyStatus.Available, null)], title.Copies.Select(copy => (copy.Barcode, copy.Status, copy.DueOn)));
    }

    [Fact]
    public async Task AQuotationMarkThatIsNeverClosedCostsItsOwnRowOnly()
    {
        var records = await Reading.ReadAsync("key,title\n1,\"Open\n2,Second\n3,\"Two\nlines\"\n4,5\" nails\n");

        Assert.Equal(["Open", "Second", "Two lines", "5\" nails"], records.Select(record => record.Title!.TitleProper));
        Assert.Contains(records[0].Problems, problem => problem.Kind == ProblemKind.MalformedRow);
    }

    [Fact]
    public async Task CsvInWindows1252IsRead()
    {
        var records = await Reading.ReadAsync(Encoding.Latin1.GetBytes("title\nM\u00E9xico\n"));

        Assert.Equal("México", Assert.Single(records).Title!.TitleProper);
    }

    private static string Xml(string number, string title, string prefix = "") =>
        $"<{prefix}record><{prefix}leader>00000nam a2200000 a 4500</{prefix}leader><{prefix}controlfield tag=\"001\">{number}</{prefix}controlfield><{prefix}datafield tag=\"245\" ind1=\"0\" ind2=\"0\"><{prefix}subfield code=\"a\">{title}</{prefix}subfield></{prefix}datafield></{prefix}record>";
}
