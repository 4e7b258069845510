using System.Globalization;
using System.Text;

namespace LibraryBot.Tests.Data.Catalog.Import;

/// <summary>Makes small MARC 21 records in exchange format, right or wrong in one place.</summary>
internal sealed class MarcBuilder
{
    private readonly List<(string Tag, byte[] Data)> fields = [];

    public string Leader { get; init; } = "00000nam a2200000 a 4500";

    public MarcBuilder Control(string tag, string value) => Field(tag, Encoding.UTF8.GetBytes(value));

    /// <summary>Adds a data field: two indicators, then subfields as "$aText$bText".</summary>
    public MarcBuilder Data(string tag, string indicators, string subfields) =>
        Field(tag, Encoding.UTF8.GetBytes(indicators + subfields.Replace('$', '\u001F')));

    /// <summary>Adds a data field in bytes of any character set; "$" is the delimiter.</summary>
    public MarcBuilder Bytes(string tag, string indicators, byte[] subfields) =>
        Field(tag, [.. Encoding.ASCII.GetBytes(indicators), .. subfields.Select(each => each == '$' ? (byte)0x1F : each)]);

    public MarcBuilder Field(string tag, byte[] data)
    {
        fields.Add((tag, data));
        return this;
    }

    /// <summary>The record with the lengths and addresses that are right for it.</summary>
    public byte[] Build()
    {
        var directory = new StringBuilder();
        var data = new List<byte>();
        foreach (var (tag, bytes) in fields)
        {
            directory.Append(CultureInfo.InvariantCulture, $"{tag}{Math.Min(bytes.Length + 1, 9999):D4}{Math.Min(data.Count, 99999):D5}");
            data.AddRange(bytes);
            data.Add(0x1E);
        }

        var start = 24 + directory.Length + 1;
        var length = Math.Min(start + data.Count + 1, 99999);
        var leader = string.Concat(length.ToString("D5", CultureInfo.InvariantCulture), Leader[5..12], start.ToString("D5", CultureInfo.InvariantCulture), Leader[17..]);
        return [.. Encoding.ASCII.GetBytes(leader + directory), 0x1E, .. data, 0x1D];
    }

    /// <summary>A whole little book.</summary>
    public static MarcBuilder Book(string number, string title, string author = "Paulsen, Gary.") => new MarcBuilder()
        .Control("001", number)
        .Control("003", "TEST")
        .Control("008", "990101s1987    nyua   c      000 1 eng d")
        .Data("100", "1 ", $"$a{author}")
        .Data("245", "10", $"$a{title} /$cby somebody.")
        .Data("260", "  ", "$aNew York :$bBradbury,$c1987.")
        .Data("300", "  ", "$a195 p. ;$c22 cm.");

    /// <summary>Several records in one file.</summary>
    public static byte[] File(params byte[][] records) => [.. records.SelectMany(each => each)];
}
