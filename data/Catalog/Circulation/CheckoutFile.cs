namespace LibraryBot.Data.Catalog.Circulation;

/// <summary>
/// Reads in CSV what is lent at present: the columns <c>patron</c> (the person's key on the roster), <c>barcode</c> and <c>due</c>, and where there is one <c>out</c>, the day
/// it was lent; in any order.
/// </summary>
internal static class CheckoutFile
{
    /// <summary>Reads a file to its end.</summary>
    /// <param name="stream">CSV in UTF-8.</param>
    /// <param name="report">Counts what cannot be read; of a barcode that comes twice the last counts.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="InvalidDataException">The first row does not name the columns.</exception>
    public static async Task<IReadOnlyDictionary<string, Checkout>> ReadAsync(Stream stream, CheckoutReport report, CancellationToken cancellationToken)
    {
        var checkouts = new Dictionary<string, Checkout>(StringComparer.Ordinal);
        using var text = new StreamReader(stream, leaveOpen: true);
        using var csv = CsvTable.Open(text);
        if (!await csv.ReadAsync().ConfigureAwait(false) || !csv.ReadHeader() || csv.Column("patron") is not (>= 0 and var patron) || csv.Column("barcode") is not (>= 0 and var barcode) || csv.Column("due") is not (>= 0 and var due))
        {
            throw new InvalidDataException("patron, barcode, due");
        }

        var lent = csv.Column("out");
        while (await csv.ReadAsync().ConfigureAwait(false))
        {
            cancellationToken.ThrowIfCancellationRequested();
            report.Rows++;
            if (csv.GetField(patron) is not { Length: > 0 } who || csv.GetField(barcode) is not { Length: > 0 } what || CsvTable.Date(csv.GetField(due)) is not { } dueOn)
            {
                report.Unreadable++;
                continue;
            }

            checkouts[what] = new Checkout(who, dueOn, lent < 0 ? null : CsvTable.Date(csv.GetField(lent)));
        }

        return checkouts;
    }
}

/// <summary>A row of the file.</summary>
/// <param name="Patron">The borrower's key on the roster.</param>
/// <param name="DueOn">The day it is due.</param>
/// <param name="LentOn">The day it was lent; null where the file does not say.</param>
internal sealed record Checkout(string Patron, DateOnly DueOn, DateOnly? LentOn);

/// <summary>What became of importing what is lent.</summary>
public sealed class CheckoutReport
{
    /// <summary>Rows after the header.</summary>
    public int Rows { get; internal set; }

    /// <summary>Rows without patron, barcode or a due day that can be read.</summary>
    public int Unreadable { get; internal set; }

    /// <summary>Rows of barcodes that the library does not have.</summary>
    public int UnknownBarcodes { get; internal set; }

    /// <summary>Rows of people who are not on the roster; the copy is out all the same.</summary>
    public int UnknownPatrons { get; internal set; }

    /// <summary>Loans that are new.</summary>
    public int Lent { get; internal set; }

    /// <summary>Loans that are over: their copies are not in the file, or somebody else has them.</summary>
    public int Returned { get; internal set; }
}
