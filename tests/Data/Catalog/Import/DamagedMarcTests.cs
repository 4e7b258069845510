using System.Text;
using LibraryBot.Data.Catalog.Import;

namespace LibraryBot.Tests.Data.Catalog.Import;

public sealed class DamagedMarcTests
{
    private static readonly byte[] One = MarcBuilder.Book("1", "Hatchet").Build();
    private static readonly byte[] Two = MarcBuilder.Book("2", "The river").Build();
    private static readonly byte[] Three = MarcBuilder.Book("3", "Brian's winter").Build();

    [Theory]
    [InlineData("99999")]
    [InlineData("00000")]
    [InlineData("00031")]
    [InlineData("abcde")]
    [InlineData("     ")]
    public async Task AWrongRecordLengthCostsNothing(string length)
    {
        var records = await Reading.ReadAsync(MarcBuilder.File(One, With(Two, 0, length), Three));

        AssertAllThere(records);
        Assert.Contains(records[1].Problems, problem => problem.Kind == ProblemKind.WrongRecordLength);
    }

    [Theory]
    [InlineData(12, "00000", ProblemKind.WrongBaseAddress)]
    [InlineData(12, "xxxxx", ProblemKind.WrongBaseAddress)]
    [InlineData(20, "45 0", ProblemKind.WrongLeader)]
    [InlineData(27, "9999", ProblemKind.WrongDirectory)]
    [InlineData(31, "00005", ProblemKind.WrongDirectory)]
    [InlineData(43, "77777", ProblemKind.WrongDirectory)]
    [InlineData(39, "??", ProblemKind.WrongDirectory)]
    public async Task AWrongLeaderOrDirectoryCostsNothingAndIsMarked(int position, string text, ProblemKind expected)
    {
        var records = await Reading.ReadAsync(MarcBuilder.File(One, With(Two, position, text), Three));

        AssertAllThere(records);
        Assert.Contains(records[1].Problems, problem => problem.Kind == expected);
        Assert.Contains(records[1].Title!.ImportWarnings, warning => warning.StartsWith(expected.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task LineBreaksAndGarbageBetweenRecordsArePassedOver()
    {
        var records = await Reading.ReadAsync(MarcBuilder.File(One, "\r\n\n"u8.ToArray(), Two, "garbage "u8.ToArray(), Three, "\r\n\u001A"u8.ToArray()));

        AssertAllThere(records);
        Assert.Equal(One.Length + 3, records[1].Offset);
        Assert.Empty(records[1].Problems);
        Assert.Contains(new Problem(ProblemKind.PassedOver, "8"), records[2].Problems);
    }

    [Fact]
    public async Task AMissingRecordTerminatorDoesNotSwallowTheNextRecord()
    {
        var records = await Reading.ReadAsync(MarcBuilder.File(One, Two[..^1], Three));

        AssertAllThere(records);
        Assert.Contains(records[1].Problems, problem => problem.Kind == ProblemKind.MissingTerminator);
    }

    [Fact]
    public async Task ATerminatorInsideAFieldDoesNotEndTheRecord()
    {
        var torn = MarcBuilder.Book("2", "The river").Data("500", "  ", "$aA note\u001Dwith a terminator").Build();
        var records = await Reading.ReadAsync(MarcBuilder.File(One, torn, Three));

        AssertAllThere(records);
    }

    [Theory]
    [InlineData(10, false)]
    [InlineData(60, false)]
    [InlineData(170, true)]
    [InlineData(200, true)]
    public async Task ATruncatedLastRecordIsToldAndWhatIsThereIsKept(int length, bool kept)
    {
        var records = await Reading.ReadAsync(MarcBuilder.File(One, Two[..length]));

        Assert.Equal(2, records.Count);
        Assert.Equal((2, One.Length), (records[1].Number, records[1].Offset));
        Assert.Contains(records[1].Problems, problem => problem.Kind == ProblemKind.Truncated);
        Assert.Equal(kept, records[1].Kind == ImportedKind.Title);
    }

    [Fact]
    public async Task ARecordCutInTheMiddleAndFollowedByAnotherCostsOnlyItsEnd()
    {
        var records = await Reading.ReadAsync(MarcBuilder.File(One, Two[..220], Three));

        AssertAllThere(records);
        Assert.Contains(records[1].Problems, problem => problem.Kind == ProblemKind.MissingTerminator);
    }

    [Fact]
    public async Task ARecordLongerThanItsLeaderCanSayIsReadWhole()
    {
        var builder = MarcBuilder.Book("2", "The river");
        for (var copy = 0; copy < 2500; copy++)
        {
            builder.Data("852", "  ", $"$bMain$cFiction$jFIC PAU$pB{copy:D6}$sAvailable");
        }

        var large = builder.Build();
        Assert.True(large.Length > 99_999);
        var records = await Reading.ReadAsync(MarcBuilder.File(One, large, Three));

        AssertAllThere(records);
        Assert.Equal(2500, records[1].Title!.Copies.Count);
        Assert.Equal("B002499", records[1].Title!.Copies[^1].Barcode);
    }

    [Fact]
    public async Task TextIsReadByItsContentWhereTheLeaderLies()
    {
        var utf8 = new MarcBuilder { Leader = "00000nam  2200000 a 4500" }.Control("001", "1").Data("245", "00", "$aMéxico").Build();
        var marc8 = new MarcBuilder().Control("001", "2").Bytes("245", "00", Encoding.Latin1.GetBytes("$aM\u00E2exico")).Build();
        var windows = new MarcBuilder().Control("001", "3").Bytes("245", "00", Encoding.Latin1.GetBytes("$aM\u00E9xico, caf\u00E9 au lait")).Build();
        var records = await Reading.ReadAsync(MarcBuilder.File(utf8, marc8, windows));

        Assert.Equal(["México", "México", "México, café au lait"], records.Select(record => record.Title!.TitleProper));
        Assert.All(records, record => Assert.Contains(record.Problems, problem => problem.Kind == ProblemKind.WrongCharacterSet));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    public async Task HoweverSlowlyItComesTheFileReadsTheSame(int step)
    {
        var file = MarcBuilder.File(One, With(Two, 0, "99999"), "junk"u8.ToArray(), Three[..^1]);
        using var trickle = new Reading.Trickle(file, step);
        var (whole, slow) = (await Reading.ReadAsync(file), await Reading.ReadAsync(trickle));

        Assert.Equal(whole.Select(Shape), slow.Select(Shape));

        static string Shape(ImportedRecord record) => $"{record.Number} {record.Offset} {record.Title?.TitleProper} {string.Join(';', record.Problems)}";
    }

    [Fact]
    public async Task NothingIsThrownOrLostWhateverBytesAreChanged()
    {
        var random = new Random(2709);
        var good = MarcBuilder.File([.. Enumerable.Range(1, 20).Select(number => MarcBuilder.Book($"N{number}", $"Título {number}").Data("852", "  ", $"$p{number:D8}").Build())]);
        for (var round = 0; round < 400; round++)
        {
            var file = good.ToList();
            for (var change = random.Next(1, 12); change > 0; change--)
            {
                var at = random.Next(file.Count);
                switch (random.Next(4))
                {
                    case 0:
                        file[at] = (byte)random.Next(256);
                        break;
                    case 1:
                        file.RemoveRange(at, Math.Min(random.Next(1, 30), file.Count - at));
                        break;
                    case 2:
                        file.InsertRange(at, Enumerable.Range(0, random.Next(1, 30)).Select(_ => (byte)random.Next(256)));
                        break;
                    default:
                        file[at] = (byte)(0x1D + random.Next(3));
                        break;
                }
            }

            var records = await Reading.ReadAsync([.. file]);
            var numbered = records.Where(record => record.Number > 0).ToList();
            Assert.Equal(Enumerable.Range(1, numbered.Count).Select(number => (long)number), numbered.Select(record => record.Number));
            Assert.InRange(numbered.Count(record => record.Kind == ImportedKind.Title), 5, 40);
            Assert.All(numbered.Where(record => record.Kind == ImportedKind.Unreadable), record => Assert.NotEmpty(record.Problems));
        }
    }

    private static byte[] With(byte[] record, int position, string text)
    {
        var changed = (byte[])record.Clone();
        Encoding.ASCII.GetBytes(text).CopyTo(changed, position);
        return changed;
    }

    private static void AssertAllThere(List<ImportedRecord> records)
    {
        Assert.Equal(["Hatchet", "The river", "Brian's winter"], records.Select(record => record.Title?.TitleProper));
        Assert.Equal([1L, 2L, 3L], records.Select(record => record.Number));
        Assert.Equal(["1", "2", "3"], records.Select(record => record.ControlNumber));
    }
}
