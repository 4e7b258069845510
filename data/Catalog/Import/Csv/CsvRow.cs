using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace LibraryBot.Data.Catalog.Import.Csv;

/// <summary>The fields of one row by the names of their columns.</summary>
internal sealed class CsvRow(IReadOnlyDictionary<string, int> columns, string[] fields)
{
    /// <summary>The field's text, trimmed and cleaned; null where it is blank or there is no such column.</summary>
    public string? this[string column] =>
        columns.TryGetValue(column, out var index) && index < fields.Length && Marc.MarcText.Clean(fields[index]).Trim() is { Length: > 0 } text ? text : null;

    /// <summary>The values of a field that holds several, separated by "|".</summary>
    public IEnumerable<string> All(string column) =>
        this[column]?.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct() ?? [];

    /// <summary>Splits a row into its fields.</summary>
    public static string[] Split(string row, char delimiter)
    {
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture) { Delimiter = delimiter.ToString(), BadDataFound = null, HasHeaderRecord = false };
        using var reader = new StringReader(row);
        using var parser = new CsvParser(reader, configuration);
        return parser.Read() ? parser.Record ?? [] : [];
    }
}
