namespace LibraryBot.Data.Catalog;

/// <summary>One bibliographic record: a work in one edition and one format, as the library catalogued it.</summary>
public sealed class Title
{
    /// <summary>The database's own number.</summary>
    public int Id { get; set; }

    /// <summary>
    /// What identifies the record from one import to the next: MARC 003 and 001 ("CONS:17"), or what the importer derives where there is
    /// no 001. Unique.
    /// </summary>
    public required string Key { get; set; }

    /// <summary>The title proper (MARC 245 $a, with $n and $p), without ISBD punctuation.</summary>
    public required string TitleProper { get; set; }

    /// <summary>The other title information (MARC 245 $b), without ISBD punctuation.</summary>
    public string? Subtitle { get; set; }

    /// <summary>The title as it files: lower case, without its initial article, without accents.</summary>
    public required string SortTitle { get; set; }

    /// <summary>Other titles it is known by: uniform, variant, original and romanised titles (MARC 130, 240, 246, 730, 880).</summary>
    public List<string> OtherTitles { get; set; } = [];

    /// <summary>Authors, illustrators, translators and the rest, the main entry first.</summary>
    public List<Contributor> Contributors { get; set; } = [];

    /// <summary>The edition statement (MARC 250).</summary>
    public string? Edition { get; set; }

    /// <summary>The publisher's name (MARC 260/264 $b).</summary>
    public string? Publisher { get; set; }

    /// <summary>The year of publication (MARC 260/264 $c, else 008/07-10), or null where none is certain.</summary>
    public int? Year { get; set; }

    /// <summary>ISBNs as 13 digits without hyphens (MARC 020), ISBN-10 converted.</summary>
    public List<TitleIsbn> Isbns { get; set; } = [];

    /// <summary>The Dewey or Library of Congress call number (MARC 082, 050, 092, 090, 099), or the shelf mark of its first copy.</summary>
    public string? CallNumber { get; set; }

    /// <summary>Topical, name and geographic headings, "Frogs -- Fiction" (MARC 600-651).</summary>
    public List<string> Subjects { get; set; } = [];

    /// <summary>Genre and form terms (MARC 655, and the form subdivisions), "Graphic novels".</summary>
    public List<string> Genres { get; set; } = [];

    /// <summary>What it is about (MARC 520), in plain text.</summary>
    public string? Summary { get; set; }

    /// <summary>The series it belongs to (MARC 490, 800, 830 $a).</summary>
    public string? SeriesName { get; set; }

    /// <summary>Its number in the series as printed (MARC 490 $v), "3".</summary>
    public string? SeriesNumber { get; set; }

    /// <summary>MARC language codes (ISO 639-2/B), the main one first: "eng", "spa" (MARC 041, 008/35-37).</summary>
    public List<string> Languages { get; set; } = [];

    /// <summary>How many pages it has (MARC 300 $a), or null where it is not paged.</summary>
    public int? Pages { get; set; }

    /// <summary>What kind of thing it is.</summary>
    public TitleFormat Format { get; set; }

    /// <summary>Whom it is meant for (MARC 008/22).</summary>
    public Audience Audience { get; set; }

    /// <summary>The lowest interest grade: -1 is pre-kindergarten, 0 kindergarten (MARC 521).</summary>
    public int? GradeLow { get; set; }

    /// <summary>The highest interest grade, at least <see cref="GradeLow"/>.</summary>
    public int? GradeHigh { get; set; }

    /// <summary>The Lexile measure, below zero for BR (MARC 521 with first indicator 8, or 526).</summary>
    public int? Lexile { get; set; }

    /// <summary>The Lexile code where there is one: "AD", "GN", "HL", "NC", "IG", "NP".</summary>
    public string? LexileCode { get; set; }

    /// <summary>Other reading levels and programs (MARC 521, 526, 500): Accelerated Reader, Fountas and Pinnell, ...</summary>
    public List<ReadingLevel> ReadingLevels { get; set; } = [];

    /// <summary>Awards (MARC 586), "Newbery Medal, 1999".</summary>
    public List<string> Awards { get; set; } = [];

    /// <summary>In which other forms the record says it can be had.</summary>
    public AlternativeFormats AvailableAs { get; set; }

    /// <summary>Where to read or hear it online (MARC 856 $u).</summary>
    public string? Link { get; set; }

    /// <summary>What was wrong with the record when it was imported; empty where nothing was.</summary>
    public List<string> ImportWarnings { get; set; } = [];

    /// <summary>A digest of the record's content as imported; equal digests mean nothing changed.</summary>
    public string? Digest { get; set; }

    /// <summary>When it first came into the catalogue, in UTC.</summary>
    public DateTimeOffset AddedAt { get; set; }

    /// <summary>When it was withdrawn, in UTC, or null while it is in the collection.</summary>
    public DateTimeOffset? WithdrawnAt { get; set; }

    /// <summary>The things on the shelf.</summary>
    public List<Copy> Copies { get; set; } = [];
}

/// <summary>Somebody who made it, with what they did.</summary>
/// <param name="Name">As the catalogue files it, "Paulsen, Gary".</param>
/// <param name="Role">The MARC relator term in lower case: "author", "illustrator", "translator", "narrator".</param>
public sealed record Contributor(string Name, string Role);

/// <summary>One reading level by one system.</summary>
/// <param name="System">"Accelerated Reader", "Fountas and Pinnell", "Reading Counts", "Grade level".</param>
/// <param name="Value">As the system writes it: "4.5", "Q".</param>
public sealed record ReadingLevel(string System, string Value);

/// <summary>An ISBN of a title. A set and its volume may share one, so it is not unique over titles.</summary>
public sealed class TitleIsbn
{
    /// <summary>The title it belongs to.</summary>
    public int TitleId { get; set; }

    /// <summary>Thirteen digits without hyphens.</summary>
    public required string Isbn { get; set; }
}
