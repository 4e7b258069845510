namespace LibraryBot.Data.Catalog.Import;

/// <summary>How to import.</summary>
public sealed record ImportOptions
{
    /// <summary>Tells what would be done, and does nothing.</summary>
    public bool DryRun { get; init; }

    /// <summary>The files are the whole catalogue: titles and copies that are not in them are withdrawn.</summary>
    public bool Complete { get; init; }

    /// <summary>Called for every problem as it is found, in the order of the files; null for none.</summary>
    public Action<ImportRemark>? OnRemark { get; init; }
}

/// <summary>Something to tell about one record.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Number">Which record of the file, from 1; 0 for the file as a whole.</param>
/// <param name="Offset">The byte the record begins at, from 0, in the unpacked file.</param>
/// <param name="ControlNumber">The record's own number, where it has one.</param>
/// <param name="Problem">What is wrong.</param>
public sealed record ImportRemark(string File, long Number, long Offset, string? ControlNumber, Problem Problem);

/// <summary>How far an import has come.</summary>
/// <param name="File">The name of the file being read.</param>
/// <param name="BytesRead">How much of all the files was read, in bytes as they lie on the disk.</param>
/// <param name="BytesTotal">How much there is.</param>
/// <param name="Records">How many records were dealt with.</param>
public sealed record ImportProgress(string File, long BytesRead, long BytesTotal, long Records);

/// <summary>
/// What an import did, or with a dry run would do. Every record of the files is in exactly one of <see cref="Added"/>, <see cref="Changed"/>,
/// <see cref="Unchanged"/>, <see cref="Deleted"/>, <see cref="FurtherCopies"/>, <see cref="Duplicates"/> and <see cref="Unreadable"/>.
/// </summary>
public sealed class ImportReport
{
    /// <summary>Of the remarks, how many are kept here; all go to <see cref="ImportOptions.OnRemark"/>.</summary>
    public const int MostRemarks = 1000;

    /// <summary>Whether nothing was done.</summary>
    public bool DryRun { get; init; }

    /// <summary>The files' names, in order.</summary>
    public List<string> Files { get; } = [];

    /// <summary>Records in the files; in CSV, rows.</summary>
    public long Records { get; set; }

    /// <summary>Titles that were not in the catalogue, or had been withdrawn from it.</summary>
    public long Added { get; set; }

    /// <summary>Titles that differ, or whose copies do.</summary>
    public long Changed { get; set; }

    /// <summary>Titles that are as they were.</summary>
    public long Unchanged { get; set; }

    /// <summary>Records that say the title is deleted (leader/05 d).</summary>
    public long Deleted { get; set; }

    /// <summary>Rows and holdings records that only add copies to a title.</summary>
    public long FurtherCopies { get; set; }

    /// <summary>Records that came before in the same import; their copies are kept with the first.</summary>
    public long Duplicates { get; set; }

    /// <summary>Records of which nothing could be kept.</summary>
    public long Unreadable { get; set; }

    /// <summary>Titles withdrawn: those deleted by a record, and with a complete import those in no record.</summary>
    public long Withdrawn { get; set; }

    /// <summary>Copies added.</summary>
    public long CopiesAdded { get; set; }

    /// <summary>Copies whose status, place or title differs.</summary>
    public long CopiesChanged { get; set; }

    /// <summary>Copies withdrawn because a complete import does not have them.</summary>
    public long CopiesWithdrawn { get; set; }

    /// <summary>Records kept with something wrong about them.</summary>
    public long Marked { get; set; }

    /// <summary>East Asian characters kept undecoded.</summary>
    public long EaccCharacters { get; set; }

    /// <summary>Whether titles in no file were left alone although the import was complete, since records or files could not be read.</summary>
    public bool WithdrawalHeldBack { get; set; }

    /// <summary>How often each kind of problem was met.</summary>
    public SortedDictionary<ProblemKind, long> Problems { get; } = [];

    /// <summary>The first <see cref="MostRemarks"/> remarks.</summary>
    public List<ImportRemark> Remarks { get; } = [];

    /// <summary>How many remarks there were.</summary>
    public long RemarkCount { get; set; }
}
