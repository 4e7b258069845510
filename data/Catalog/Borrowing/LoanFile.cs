using System.Globalization;
using CsvHelper;

namespace LibraryBot.Data.Catalog.Borrowing;

/// <summary>
/// Reads loans in CSV: the columns <c>patron</c> (any key that stands for one person), <c>title</c> and <c>date</c>, and where there is one
/// <c>grade</c>, in any order. A row that cannot be read is counted and left out.
/// </summary>
internal static class LoanFile
{
    /// <summary>Reads a file to its end.</summary>
    /// <param name="stream">CSV in UTF-8.</param>
    /// <param name="findTitle">The number of the title of a key, or null where the library has none.</param>
    /// <param name="progress">Is told the bytes read, now and then; null for nobody.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="InvalidDataException">The first row does not name the columns.</exception>
    public static async Task<(BorrowingHistory History, LoanFileReport Report)> ReadAsync(
        Stream stream, Func<string, int?> findTitle, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        var report = new LoanFileReport();
        var history = new BorrowingHistory();
        var readers = new Dictionary<string, int>(StringComparer.Ordinal);
        using var text = new StreamReader(stream, leaveOpen: true);
        using var csv = CsvTable.Open(text);
        if (!await csv.ReadAsync().ConfigureAwait(false) || !csv.ReadHeader() || !csv.TryGetIndexes(out var patron, out var title, out var date, out var grade))
        {
            throw new InvalidDataException("patron, title, date");
        }

        while (await csv.ReadAsync().ConfigureAwait(false))
        {
            cancellationToken.ThrowIfCancellationRequested();
            report.Rows++;
            if (report.Rows % 10_000 == 0)
            {
                progress?.Report(stream.Position);
            }

            if (csv.GetField(patron) is not { Length: > 0 } who || csv.GetField(title) is not { Length: > 0 } what || CsvTable.Date(csv.GetField(date)) is not { } on)
            {
                report.Refuse(csv.Context.Parser!.Row);
                continue;
            }

            if (findTitle(what) is not { } titleId)
            {
                report.UnknownTitles++;
                continue;
            }

            if (!readers.TryGetValue(who, out var reader))
            {
                reader = history.AddReader();
                readers.Add(who, reader);
            }

            history.Add(reader, titleId, on);
            if (grade >= 0 && ReadGrade(csv.GetField(grade)) is { } number)
            {
                history.SetGrade(reader, number);
            }
        }

        return (history, report);
    }

    private static bool TryGetIndexes(this CsvReader csv, out int patron, out int title, out int date, out int grade)
    {
        patron = csv.Column("patron");
        title = csv.Column("title");
        date = csv.Column("date");
        grade = csv.Column("grade");
        return patron >= 0 && title >= 0 && date >= 0;
    }

    private static int? ReadGrade(string? text) => text?.ToUpperInvariant() switch
    {
        "PK" or "PREK" or "PRE-K" or "-1" => -1,
        "K" or "KG" => 0,
        _ => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var grade) && grade <= 12 ? grade : null,
    };
}

/// <summary>What was found in a file of loans.</summary>
public sealed class LoanFileReport
{
    private const int MostNamed = 20;
    private readonly List<int> _unreadable = [];

    /// <summary>Rows after the header.</summary>
    public long Rows { get; internal set; }

    /// <summary>Rows without patron, title or a date that can be read.</summary>
    public long Unreadable { get; private set; }

    /// <summary>Rows of titles that the library does not have, or no longer.</summary>
    public long UnknownTitles { get; internal set; }

    /// <summary>Line numbers, from 1, of the first rows that could not be read.</summary>
    public IReadOnlyList<int> FirstUnreadable => _unreadable;

    internal void Refuse(int line)
    {
        Unreadable++;
        if (_unreadable.Count < MostNamed)
        {
            _unreadable.Add(line);
        }
    }
}
