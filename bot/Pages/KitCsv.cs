using System.Buffers;
using System.Globalization;
using System.Text;
using LibraryBot.Data.Calendar;
using LibraryBot.Data.Kits;
using LibraryBot.Dialogs.Kits;

namespace LibraryBot.Pages;

/// <summary>A kit as CSV (RFC 4180), in UTF-8 with a byte order mark, by which spreadsheets know it; in the current culture.</summary>
internal static class KitCsv
{
    private static readonly SearchValues<char> s_quoted = SearchValues.Create("\",\r\n;\t");

    /// <summary>The file.</summary>
    public static byte[] Of(Kit kit, LibraryProfile library)
    {
        var numbers = KitText.Numbers(kit);
        var csv = new StringBuilder();
        Row(csv,
        [
            KitPageStrings.CsvSection, KitPageStrings.CsvNumber, KitPageStrings.CsvTitle, KitPageStrings.CsvAuthor, KitPageStrings.CsvFormat, KitPageStrings.CsvGrades, KitPageStrings.CsvLexile,
            KitPageStrings.CsvLanguages, KitPageStrings.CsvCallNumber, KitPageStrings.CsvPlace, KitPageStrings.CsvCopies, KitPageStrings.CsvIn, KitPageStrings.CsvBack, KitPageStrings.CsvNote, KitPageStrings.CsvLink,
        ]);
        foreach (var (section, title) in kit.Sections.SelectMany(section => section.Titles.Select(title => (section, title))))
        {
            Row(csv,
            [
                KitText.Section(section), Number(numbers[title.Title.Id]), title.Title.TitleProper, KitText.Authors(title.Title), KitText.Format(title.Title), KitText.Grades(title.Title),
                title.Title.Lexile is null ? null : KitText.Lexile(title.Title), KitText.Languages(title.Title), KitText.CallNumber(title.Title), KitText.Place(title, library), Number(title.Copies), Number(title.In),
                title.BackOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), KitText.Note(title), title.Title.Link,
            ]);
        }

        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(csv.ToString())];
    }

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

    private static void Row(StringBuilder csv, IEnumerable<string?> fields) => csv.AppendJoin(',', fields.Select(Field)).Append("\r\n");

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
