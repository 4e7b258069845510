using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace LibraryBot.Data.Catalog.Borrowing;

/// <summary>
/// Reads loans in CSV: the columns <c>patron</c> (any key that stands for one person), <c>title</c> and <c>date</c>, and where there is one
/// <c>grade</c>, in any order. A row that cannot be read is counted and left out.
/// </summary>
internal static class LoanFile
{
    private static readonly string[] Dates = ["yyyy-MM-dd", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-ddTHH:mm:ssK", "M/d/yyyy", "yyyyMMdd"];

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
        using var csv = new CsvReader(text, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            DetectDelimiter = true,
            GetDelimiter = sample => DelimiterOf(sample.Text),
            BadDataFound = null,
            MissingFieldFound = null,
            TrimOptions = TrimOptions.Trim,
            PrepareHeaderForMatch = header => header.Header.Trim('\uFEFF', ' ').ToLowerInvariant(),
        });
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

            if (csv.GetField(patron) is not { Length: > 0 } who || csv.GetField(title) is not { Length: > 0 } what || ReadDate(csv.GetField(date)) is not { } on)
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
        patron = csv.GetFieldIndex("patron", isTryGet: true);
        title = csv.GetFieldIndex("title", isTryGet: true);
        date = csv.GetFieldIndex("date", isTryGet: true);
        grade = csv.GetFieldIndex("grade", isTryGet: true);
        return patron >= 0 && title >= 0 && date >= 0;
    }

    // The header alone tells: it has a delimiter between its columns and, unlike a row, nothing else that could be one.
    private static string DelimiterOf(string text)
    {
        var header = text.AsSpan(0, text.AsSpan().IndexOfAny('\r', '\n') is var end and >= 0 ? end : text.Length);
        return header.Contains(';') ? ";" : header.Contains('\t') ? "\t" : header.Contains('|') ? "|" : ",";
    }

    private static DateOnly? ReadDate(string? text) =>
        DateTime.TryParseExact(text, Dates, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var date) ? DateOnly.FromDateTime(date) : null;

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
