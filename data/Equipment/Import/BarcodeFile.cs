using CsvHelper;

namespace LibraryBot.Data.Equipment.Import;

/// <summary>A row of a file of barcodes.</summary>
/// <param name="Line">Its line in the file, from 1.</param>
/// <param name="Barcode">The barcode, in upper case.</param>
/// <param name="Key">The key of what has it.</param>
/// <param name="Container">The key of the cart or kit it is in; null where it is in none.</param>
/// <param name="Accessories">What belongs to it.</param>
internal sealed record BarcodeRow(int Line, string Barcode, string Key, string? Container, IReadOnlyList<string> Accessories);

/// <summary>Reads barcodes of equipment from CSV: a line of column names, then one barcode a line. <c>docs/operations.md</c> describes the columns.</summary>
internal static class BarcodeFile
{
    /// <summary>Reads it all.</summary>
    /// <exception cref="InvalidDataException">It has not the columns that are needed.</exception>
    public static (IReadOnlyList<BarcodeRow> Rows, IReadOnlyList<BarcodeProblem> Problems) Read(TextReader text)
    {
        using var csv = CsvTable.Open(text);
        if (!csv.Read() || !csv.ReadHeader() || csv.Column("barcode") < 0 || csv.Column("key") < 0)
        {
            throw new InvalidDataException("The columns barcode and key are needed.");
        }

        var (rows, problems, seen) = (new List<BarcodeRow>(), new List<BarcodeProblem>(), new HashSet<string>(StringComparer.Ordinal));
        while (csv.Read())
        {
            var line = csv.Parser.RawRow;
            var (barcode, key) = (Given(csv, "barcode")?.ToUpperInvariant(), Given(csv, "key"));
            if (barcode is null || !Unit.IsBarcode(barcode) || key is null)
            {
                problems.Add(new BarcodeProblem(line, BarcodeProblemKind.Value, key is null ? "key" : "barcode"));
            }
            else if (!seen.Add(barcode))
            {
                problems.Add(new BarcodeProblem(line, BarcodeProblemKind.Twice, barcode));
            }
            else
            {
                rows.Add(new BarcodeRow(
                    line, barcode, key, Given(csv, "container"), Given(csv, "accessories")?.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? []));
            }
        }

        return (rows, problems);
    }

    private static string? Given(CsvReader csv, string column) => csv.TryGetField<string>(column, out var text) && text?.Trim() is { Length: > 0 and <= 500 } value ? value : null;
}
