using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using LibraryBot.Data.Catalog.Import.Mapping;

namespace LibraryBot.Data.Catalog.Import.Csv;

/// <summary>Reads a catalogue in CSV: one row per copy or per title, columns by name in any order; see docs/import.md.</summary>
internal static class CsvImport
{
    /// <summary>The columns there are. A file needs "title", or "key" and "barcode"; every other may be missing.</summary>
    public static readonly FrozenSet<string> Columns = new[]
    {
        "key", "title", "subtitle", "contributors", "edition", "publisher", "year", "isbns", "callnumber", "subjects", "genres", "summary", "series",
        "seriesnumber", "languages", "pages", "format", "audience", "grades", "lexile", "readinglevels", "awards", "availableas", "link", "barcode",
        "branch", "location", "copycallnumber", "status", "due", "dueindays",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly char[] Delimiters = [',', ';', '\t', '|'];

    /// <summary>The columns of a header and what separates them; null where it is no header of a catalogue.</summary>
    public static (FrozenDictionary<string, int> Columns, char Delimiter)? ReadHeader(string header)
    {
        foreach (var delimiter in Delimiters.OrderByDescending(each => header.Count(character => character == each)))
        {
            var columns = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
            foreach (var (index, name) in CsvRow.Split(header, delimiter).Index())
            {
                columns.TryAdd(name.Trim().Trim('\uFEFF').Replace(" ", "", StringComparison.Ordinal), index);
            }

            if (columns.ContainsKey("title") || (columns.ContainsKey("key") && columns.ContainsKey("barcode")))
            {
                return (columns.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase), delimiter);
            }
        }

        return null;
    }

    /// <summary>Every row of a UTF-8 or Windows-1252 stream; neighbouring rows with the same key are taken together.</summary>
    /// <param name="stream">The file; its first row is the header.</param>
    /// <param name="today">The day from which <c>dueindays</c> counts.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static async IAsyncEnumerable<ImportedRecord> ReadAsync(Stream stream, DateOnly today, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var lines = new CsvLines(stream);
        if (await lines.NextAsync(cancellationToken).ConfigureAwait(false) is not { } first || ReadHeader(first.Text) is not { } header)
        {
            yield break;
        }

        lines.Delimiter = header.Delimiter;
        var unknown = header.Columns.Keys.Where(name => name.Length > 0 && !Columns.Contains(name)).Order(StringComparer.Ordinal).ToList();
        if (unknown.Count > 0)
        {
            yield return new ImportedRecord { Number = 0, Offset = first.Offset, Kind = ImportedKind.FileProblem, Problems = [new Problem(ProblemKind.UnknownColumn, string.Join(", ", unknown))] };
        }

        var number = 0L;
        ImportedRecord? pending = null;
        while (await lines.NextAsync(cancellationToken).ConfigureAwait(false) is { } line)
        {
            var record = Read(line, header.Columns, header.Delimiter, ++number, today);
            if (pending is not null && pending.Kind == ImportedKind.Title && record.Kind == ImportedKind.Title && record.ControlNumber is not null && pending.Key == record.Key)
            {
                pending = Join(pending, record);
                continue;
            }

            if (pending is not null)
            {
                yield return pending;
            }

            pending = record;
        }

        if (pending is not null)
        {
            yield return pending;
        }
    }

    private static ImportedRecord Read(CsvLine line, FrozenDictionary<string, int> columns, char delimiter, long number, DateOnly today)
    {
        var problems = new List<Problem>();
        var fields = CsvRow.Split(line.Text, delimiter);
        if (line.Broken)
        {
            problems.Add(new Problem(ProblemKind.MalformedRow, "\""));
        }
        else if (fields.Length > columns.Count && fields.AsSpan(columns.Count).ContainsAnyExcept(""))
        {
            problems.Add(new Problem(ProblemKind.MalformedRow, $"{fields.Length} > {columns.Count}"));
        }

        var row = new CsvRow(columns, fields);
        var copy = CsvTitles.ReadCopy(row, today, problems);
        var record = new ImportedRecord { Number = number, Offset = line.Offset, Kind = ImportedKind.Unreadable, ControlNumber = row["key"], RepeatsAreCopies = row["key"] is not null, Key = row["key"] is { } key ? RecordKeys.Shorten(key) : null, Problems = problems };
        if (!columns.ContainsKey("title") || (row["title"] is null && row["key"] is not null && copy is not null))
        {
            if (record.Key is null || copy is null)
            {
                problems.Add(new Problem(ProblemKind.MalformedRow, record.Key is null ? "key" : "barcode"));
                return record;
            }

            return record with { Kind = ImportedKind.Copies, Copies = [copy] };
        }

        if (CsvTitles.ReadTitle(row, problems) is not { } title)
        {
            return record;
        }

        title.Copies = copy is null ? [] : [copy];
        title.ImportWarnings = [.. problems.Select(problem => problem.ToString()).Distinct()];
        return record with { Kind = ImportedKind.Title, Key = title.Key, Title = title };
    }

    private static ImportedRecord Join(ImportedRecord first, ImportedRecord next)
    {
        first.Title!.Copies.AddRange(next.Title!.Copies);
        first.Title.ImportWarnings = [.. first.Title.ImportWarnings.Union(next.Title.ImportWarnings)];
        return first with { Rows = first.Rows + next.Rows, Problems = [.. first.Problems, .. next.Problems] };
    }
}
