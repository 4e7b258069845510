using LibraryBot.Data.Catalog;
using LibraryBot.Data.Catalog.Import.Csv;
using LibraryBot.Data.Catalog.Import.Mapping;

namespace LibraryBot.Data.Kits;

/// <summary>
/// Reads standards in CSV: the columns <c>code</c>, <c>grade</c>, <c>subject</c> and <c>text</c>, and where there is one <c>topics</c> with
/// what to look for, separated by "|". A row that cannot be read is named and left out.
/// </summary>
internal static class StandardFile
{
    private static readonly char[] s_delimiters = [',', ';', '\t'];
    private static readonly string[] s_everyGrade = ["", "ALL", "ANY", "K-12", "PK-12", "TODOS"];

    /// <summary>Reads a file to its end.</summary>
    /// <exception cref="InvalidDataException">The first row does not name the columns.</exception>
    public static async Task<(IReadOnlyList<Standard> Standards, long Rows, IReadOnlyList<StandardProblem> Problems)> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        using var lines = new CsvLines(stream);
        var header = await lines.NextAsync(cancellationToken).ConfigureAwait(false);
        var (columns, delimiter) = header is { } first ? ReadHeader(first.Text) : default;
        if (columns is null)
        {
            throw new InvalidDataException("code, grade, subject, text");
        }

        lines.Delimiter = delimiter;
        var standards = new Dictionary<string, Standard>(StringComparer.Ordinal);
        var problems = new List<StandardProblem>();
        var rows = 0L;
        while (await lines.NextAsync(cancellationToken).ConfigureAwait(false) is { } line)
        {
            rows++;
            var row = new CsvRow(columns, CsvRow.Split(line.Text, delimiter));
            if (line.Broken)
            {
                problems.Add(new StandardProblem(rows, row["code"], StandardProblemKind.OpenQuote));
            }
            else if (WhyNot(row) is { } problem)
            {
                problems.Add(new StandardProblem(rows, row["code"], problem));
            }
            else if (Read(row) is var standard && !standards.TryAdd(standard.Key, standard))
            {
                problems.Add(new StandardProblem(rows, row["code"], StandardProblemKind.Repeated));
            }
        }

        return ([.. standards.Values], rows, problems);
    }

    private static (Dictionary<string, int>? Columns, char Delimiter) ReadHeader(string header)
    {
        foreach (var delimiter in s_delimiters)
        {
            var columns = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
            foreach (var (index, name) in CsvRow.Split(header, delimiter).Index())
            {
                columns.TryAdd(name.Trim().Trim('\uFEFF') is var plain && plain.Equals("grades", StringComparison.OrdinalIgnoreCase) ? "grade" : plain, index);
            }

            if (columns.ContainsKey("code") && columns.ContainsKey("grade") && columns.ContainsKey("subject") && columns.ContainsKey("text"))
            {
                return (columns, delimiter);
            }
        }

        return (null, ',');
    }

    private static StandardProblemKind? WhyNot(CsvRow row) =>
        row["code"] is not { } code || Standard.KeyOf(code).Length == 0 ? StandardProblemKind.NoCode
        : code.Length > Standard.LongestCode ? StandardProblemKind.LongCode
        : row["text"] is not { } text ? StandardProblemKind.NoText
        : text.Length > Standard.LongestText ? StandardProblemKind.LongText
        : row["subject"] is null ? StandardProblemKind.NoSubject
        : IsEveryGrade(row["grade"]) || GradesOf(row["grade"]!) is not null ? null
        : StandardProblemKind.UnreadableGrade;

    private static Standard Read(CsvRow row)
    {
        var grades = IsEveryGrade(row["grade"]) ? null : GradesOf(row["grade"]!);
        return new Standard
        {
            Code = row["code"]!,
            Key = Standard.KeyOf(row["code"]!),
            GradeLow = grades?.Low,
            GradeHigh = grades?.High,
            Subject = row["subject"]!,
            Text = row["text"]!,
            Topics = [.. row.All("topics").Take(6)],
        };
    }

    private static bool IsEveryGrade(string? text) => s_everyGrade.Contains(text?.ToUpperInvariant() ?? string.Empty, StringComparer.Ordinal);

    // Science standards write middle and high school as letters.
    private static GradeRange? GradesOf(string text) => text.ToUpperInvariant() switch
    {
        "MS" => new GradeRange(6, 8),
        "HS" => new GradeRange(9, 12),
        _ => Grades.Parse(text),
    };
}
