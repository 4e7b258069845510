namespace LibraryBot.Data.Catalog.Import;

/// <summary>Something wrong with a record. Its words, in the language of the reader, come from the import strings.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Detail">The value that is wrong, or a number; empty where the kind says it all.</param>
public sealed record Problem(ProblemKind Kind, string Detail = "")
{
    /// <summary>As kept with a title: "InvalidIsbn: 0123".</summary>
    public override string ToString() => Detail.Length == 0 ? Kind.ToString() : $"{Kind}: {Detail}";
}

/// <summary>What can be wrong with a record.</summary>
public enum ProblemKind
{
    /// <summary>Nothing of it could be read.</summary>
    Unreadable,

    /// <summary>The file ends before the record does.</summary>
    Truncated,

    /// <summary>The length the leader states is not a number or not the record's; the detail is what it states.</summary>
    WrongRecordLength,

    /// <summary>The base address the leader states is not where the fields begin; the detail is what it states.</summary>
    WrongBaseAddress,

    /// <summary>Leader positions the standard fixes hold something else; the detail is positions 20-23.</summary>
    WrongLeader,

    /// <summary>The directory points to the wrong places; fields were found by their terminators.</summary>
    WrongDirectory,

    /// <summary>A field or the record has no terminator.</summary>
    MissingTerminator,

    /// <summary>A field could not be told from the directory; the detail is how many.</summary>
    LostField,

    /// <summary>Bytes that belong to no record were passed over; the detail is how many.</summary>
    PassedOver,

    /// <summary>The leader states another character set than the text is in; the detail is the one it was read as.</summary>
    WrongCharacterSet,

    /// <summary>Bytes without meaning in the character set; the detail is how many.</summary>
    UndecodableBytes,

    /// <summary>East Asian text in EACC was kept undecoded; the detail is how many characters.</summary>
    EaccKept,

    /// <summary>The XML is not well formed; the detail is what the parser says.</summary>
    MalformedXml,

    /// <summary>It is not a bibliographic record; the detail is its type, leader/06.</summary>
    NotBibliographic,

    /// <summary>It has no title; one was made up from what there is.</summary>
    NoTitle,

    /// <summary>It has no control number; a key was derived from its content.</summary>
    NoControlNumber,

    /// <summary>An earlier record of this import has the same control number and the same title.</summary>
    Duplicate,

    /// <summary>An earlier record of this import has the same control number and another title; it was kept under a derived key.</summary>
    ControlNumberTaken,

    /// <summary>An ISBN whose length or check digit is wrong; left out.</summary>
    InvalidIsbn,

    /// <summary>A date, number or level that could not be read; the detail is its text.</summary>
    UnreadableValue,

    /// <summary>A copy's status is not a known one; the detail is its text.</summary>
    UnknownStatus,

    /// <summary>A copy has no barcode; one was derived.</summary>
    NoBarcode,

    /// <summary>A barcode that an earlier record of this import has already; the detail is the barcode.</summary>
    BarcodeTaken,

    /// <summary>Copies of a title the catalogue does not have; the detail is the title's key.</summary>
    UnknownTitle,

    /// <summary>A row of the file could not be read as the columns say; the detail says why.</summary>
    MalformedRow,

    /// <summary>Columns the importer does not know; the detail names them.</summary>
    UnknownColumn,

    /// <summary>The file is not one of the formats that can be read.</summary>
    UnknownFile,

    /// <summary>The file could not be read to its end; the detail says why.</summary>
    BrokenFile,
}
