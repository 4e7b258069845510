using System.Runtime.CompilerServices;
using LibraryBot.Data.Catalog.Import.Mapping;
using LibraryBot.Data.Catalog.Import.Marc;

namespace LibraryBot.Data.Catalog.Import;

/// <summary>Turns the MARC records of a file into what they say.</summary>
internal static class MarcImport
{
    /// <summary>Reads records in either form; numbers them from 1.</summary>
    public static async IAsyncEnumerable<ImportedRecord> ReadAsync(IAsyncEnumerable<MarcRecordAt> records, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var number = 0L;
        await foreach (var (offset, record, ofFile) in records.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            yield return record is null
                ? new ImportedRecord { Number = 0, Offset = offset, Kind = ImportedKind.FileProblem, Problems = ofFile is null ? [] : [ofFile] }
                : Read(record, ++number, offset);
        }
    }

    /// <summary>Reads one record.</summary>
    public static ImportedRecord Read(MarcRecord record, long number, long offset)
    {
        var problems = new List<Problem>(record.Problems);
        var control = record.Control("001") is { } given && Spaces.Collapse(given) is { Length: > 0 } text ? text : null;
        var imported = new ImportedRecord
        {
            Number = number,
            Offset = offset,
            Kind = ImportedKind.Unreadable,
            ControlNumber = control is null ? null : Spaces.Cut(control, 200),
            Key = control is null ? null : RecordKeys.FromControlNumber(record.Control("003"), control),
            Problems = problems,
            EaccCharacters = record.EaccCharacters,
        };
        if (record.Fields.Count == 0)
        {
            return imported;
        }

        if (TitleMapper.IsHoldings(record))
        {
            return Holdings(record, imported, problems);
        }

        if (!TitleMapper.IsBibliographic(record))
        {
            problems.Add(new Problem(ProblemKind.NotBibliographic, record.LeaderAt(6).ToString()));
            return imported;
        }

        if (record.LeaderAt(5) == 'd')
        {
            var key = imported.Key ?? TitleMapper.Map(record, [])?.Key;
            return key is null ? imported : imported with { Kind = ImportedKind.Deletion, Key = key };
        }

        if (TitleMapper.Map(record, problems) is not { } title)
        {
            return imported;
        }

        title.ImportWarnings = [.. problems.Select(problem => problem.ToString()).Distinct().Take(50)];
        return imported with { Kind = ImportedKind.Title, Key = title.Key, Title = title };
    }

    private static ImportedRecord Holdings(MarcRecord record, ImportedRecord imported, List<Problem> problems)
    {
        if (record.Control("004") is not { } of || Spaces.Collapse(of).Length == 0)
        {
            problems.Add(new Problem(ProblemKind.NotBibliographic, record.LeaderAt(6).ToString()));
            return imported;
        }

        var key = RecordKeys.FromControlNumber(record.Control("003"), Spaces.Collapse(of));
        return imported with { Kind = ImportedKind.Copies, Key = key, Copies = MarcCopies.Read(record, key, problems) };
    }
}
