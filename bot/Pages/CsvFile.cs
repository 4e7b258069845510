using System.Buffers;
using System.Text;

namespace LibraryBot.Pages;

/// <summary>A table as CSV (RFC 4180), in UTF-8 with a byte order mark, by which spreadsheets know it.</summary>
internal sealed class CsvFile
{
    private static readonly SearchValues<char> s_quoted = SearchValues.Create("\",\r\n;\t");
    private readonly StringBuilder _text = new();

    /// <summary>Adds a row; a field of null is empty.</summary>
    public void Add(IEnumerable<string?> fields) => _text.AppendJoin(',', fields.Select(Field)).Append("\r\n");

    /// <summary>The file.</summary>
    public byte[] ToBytes() => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(_text.ToString())];

    /// <summary>A field as it is written: no spreadsheet takes it for a formula, and what needs quotation marks has them.</summary>
    /// <param name="text">What the field says; null for nothing.</param>
    internal static string Field(string? text)
    {
        var said = text ?? string.Empty;
        // Spreadsheets run what begins with one of these; some look past blanks, and take the wide signs of East Asian keyboards for the same.
        if ((said.AsSpan().TrimStart() is [var first, ..] && first is '=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠' or '|' or '%') || said is ['\t' or '\r' or '\n', ..])
        {
            said = "'" + said;
        }

        return said.AsSpan().ContainsAny(s_quoted) || said != said.Trim() ? $"\"{said.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : said;
    }
}
