namespace LibraryBot.Data.Catalog.Import;

/// <summary>What one record of a file says, whatever the file's format.</summary>
internal sealed record ImportedRecord
{
    /// <summary>Which record of its file it is, from 1; in CSV the first of its rows, the header not counted. 0 for what concerns the file as a whole.</summary>
    public required long Number { get; init; }

    /// <summary>The byte it begins at, from 0, in the unpacked file.</summary>
    public required long Offset { get; init; }

    /// <summary>What the record says to do.</summary>
    public required ImportedKind Kind { get; init; }

    /// <summary>How many records (rows) of the file it stands for.</summary>
    public int Rows { get; init; } = 1;

    /// <summary>Whether a record with a key that came before only adds copies, as rows of CSV do.</summary>
    public bool RepeatsAreCopies { get; init; }

    /// <summary>The record's own number (MARC 001, the CSV key), where it has one.</summary>
    public string? ControlNumber { get; init; }

    /// <summary>The key of the title it is about; null where nothing could be kept.</summary>
    public string? Key { get; init; }

    /// <summary>The title with its copies, where it is <see cref="ImportedKind.Title"/>.</summary>
    public Title? Title { get; init; }

    /// <summary>The copies, where it is <see cref="ImportedKind.Copies"/>.</summary>
    public IReadOnlyList<Copy> Copies { get; init; } = [];

    /// <summary>What was wrong with it.</summary>
    public IReadOnlyList<Problem> Problems { get; init; } = [];

    /// <summary>East Asian characters kept undecoded.</summary>
    public int EaccCharacters { get; init; }
}

/// <summary>What a record says to do.</summary>
internal enum ImportedKind
{
    /// <summary>Have this title.</summary>
    Title,

    /// <summary>Have these copies of a title.</summary>
    Copies,

    /// <summary>The title is deleted (leader/05 d).</summary>
    Deletion,

    /// <summary>Nothing could be kept of it.</summary>
    Unreadable,

    /// <summary>It is no record, but a problem of the file.</summary>
    FileProblem,
}
