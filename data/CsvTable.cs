using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace LibraryBot.Data;

/// <summary>Reads the small CSV files that schools export, with their columns in any order, from any program: with commas, semicolons, tabs or bars, with or without a byte order mark.</summary>
internal static class CsvTable
{
    private static readonly string[] Dates = ["yyyy-MM-dd", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-ddTHH:mm:ssK", "M/d/yyyy", "yyyyMMdd"];

    /// <summary>A reader of a text. Names of columns are compared in small letters; what is missing is null.</summary>
    public static CsvReader Open(TextReader text) => new(text, new CsvConfiguration(CultureInfo.InvariantCulture)
    {
        DetectDelimiter = true,
        GetDelimiter = sample => DelimiterOf(sample.Text),
        BadDataFound = null,
        MissingFieldFound = null,
        TrimOptions = TrimOptions.Trim,
        PrepareHeaderForMatch = header => header.Header.Trim('\uFEFF', ' ').ToLowerInvariant(),
    });

    /// <summary>The place of a column, from 0; less where there is none. The header has been read.</summary>
    public static int Column(this CsvReader csv, string name) => csv.GetFieldIndex(name, isTryGet: true);

    /// <summary>A day as such files write it; null where it is none.</summary>
    public static DateOnly? Date(string? text) =>
        DateTime.TryParseExact(text, Dates, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var date) ? DateOnly.FromDateTime(date) : null;

    // The header alone tells: it has a delimiter between its columns and, unlike a row, nothing else that could be one.
    private static string DelimiterOf(string text)
    {
        var header = text.AsSpan(0, text.AsSpan().IndexOfAny('\r', '\n') is var end and >= 0 ? end : text.Length);
        return header.Contains(';') ? ";" : header.Contains('\t') ? "\t" : header.Contains('|') ? "|" : ",";
    }
}
