using System.Collections.Frozen;

namespace LibraryBot.Data.Catalog;

/// <summary>
/// Finds titles by what people type. One implementation over SQLite's FTS5, one over PostgreSQL's full text; both rank title and author
/// before subjects before summaries and forgive typos, plurals, accents, initial articles and word order. Any text is safe: it is never
/// read as query syntax.
/// </summary>
public interface ICatalogSearch
{
    /// <summary>Titles that fit the query, best first, with their copies. Withdrawn titles are never among them.</summary>
    Task<CatalogResults> SearchAsync(CatalogQuery query, CancellationToken cancellationToken);

    /// <summary>
    /// Titles like one of the catalogue, best first: the next of its series, what its readers borrow too, and what shares most of its topics, genres,
    /// author, level and format; not all of one author. Never the title itself or another edition of it; nothing where there is no such title.
    /// </summary>
    /// <param name="titleId">The title to start from. A withdrawn one will do.</param>
    /// <param name="filters">Its filters, what to leave out, and the page wanted; its words are not looked at.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    Task<CatalogResults> MoreLikeAsync(int titleId, CatalogQuery filters, CancellationToken cancellationToken);

    /// <summary>
    /// Puts what was found for a wish in the order in which a librarian would offer it, by its words and by the shelf: what stands beside the best of it in
    /// the catalogue, what is borrowed together, who reads, what is in. Where asked to, adds titles near it; these come last, matched in nothing.
    /// </summary>
    Task<IReadOnlyList<CatalogHit>> RecommendAsync(RecommendationQuery query, CancellationToken cancellationToken);
}

/// <summary>What to look for. Everything is optional; a query with nothing in it finds nothing, one with only filters finds what passes them.</summary>
public sealed record CatalogQuery
{
    /// <summary>Words as typed: topic, title, author or ISBN, in any order. All of them should match; where none matches all, most will do.</summary>
    public string? Text { get; init; }

    /// <summary>Other words by which a word of <see cref="Text"/> is met too, by that word: "perros" by "dogs". They are not corrected.</summary>
    public IReadOnlyDictionary<string, OtherWords> OtherWords { get; init; } = FrozenDictionary<string, OtherWords>.Empty;

    /// <summary>Whether titles with some of the words come too, last, where few have all of them; else only where none has.</summary>
    public bool AlsoSome { get; init; }

    /// <summary>Words that must be in the title (proper, sub- or other title), misspellings forgiven. The same title exactly comes first.</summary>
    public string? TitleWords { get; init; }

    /// <summary>Words that must be in a contributor's name, in either order.</summary>
    public string? Author { get; init; }

    /// <summary>
    /// Groups of synonyms that should match anywhere, a title matching more groups ranking higher: [["funny", "humorous"], ["graphic novel"]].
    /// Taken as they are: nothing in them is corrected.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<string>> AnyOf { get; init; } = [];

    /// <summary>Words no result may have in title, subjects, genres or summary ("vampires").</summary>
    public IReadOnlyList<string> Without { get; init; } = [];

    /// <summary>Titles to leave out, such as those already shown.</summary>
    public IReadOnlyList<int> WithoutTitleIds { get; init; } = [];

    /// <summary>Titles read a moment ago, by their ids, with copies and ISBNs: where one is found it comes back itself and is not read again.</summary>
    public IReadOnlyDictionary<int, Title> Known { get; init; } = FrozenDictionary<int, Title>.Empty;

    /// <summary>Interest grades that must overlap (-1 pre-K, 0 K). A title without grades passes, below those that have them.</summary>
    public GradeRange? Grades { get; init; }

    /// <summary>The Lexile measures accepted. A title without a measure does not pass.</summary>
    public LexileRange? Lexiles { get; init; }

    /// <summary>The formats accepted; empty accepts all.</summary>
    public IReadOnlyList<TitleFormat> Formats { get; init; } = [];

    /// <summary>MARC language codes accepted; a bilingual title passes for each of its languages. Empty accepts all.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>Whether a title must have each of the <see cref="Languages"/>: a bilingual one.</summary>
    public bool InEachLanguage { get; init; }

    /// <summary>The most pages accepted. A title without a page count does not pass.</summary>
    public int? PagesAtMost { get; init; }

    /// <summary>The fewest pages accepted. A title without a page count does not pass.</summary>
    public int? PagesAtLeast { get; init; }

    /// <summary>Only fiction, or only non-fiction, as <see cref="FictionOrNot"/> tells. A title that does not say passes neither.</summary>
    public bool? Fiction { get; init; }

    /// <summary>Only titles with an award: "" for any, else words of its name, "Newbery", "Pura Belpré".</summary>
    public string? Award { get; init; }

    /// <summary>Only titles with an award of one of these years; looked at only with an <see cref="Award"/>.</summary>
    public YearRange? AwardYears { get; init; }

    /// <summary>Only this number of a series.</summary>
    public int? SeriesNumber { get; init; }

    /// <summary>Only titles with a copy on the shelf now.</summary>
    public bool AvailableNow { get; init; }

    /// <summary>Only titles with a copy in one of these shelving locations. Empty accepts all.</summary>
    public IReadOnlyList<string> Locations { get; init; } = [];

    /// <summary>How many of the best to leave out. Zero or more; beyond a thousand nothing is found.</summary>
    public int Skip { get; init; }

    /// <summary>How many to return, 1 to 100.</summary>
    public int Take { get; init; } = 10;
}

/// <summary>What else a word stands for.</summary>
/// <param name="Same">Words or phrases for the same thing.</param>
/// <param name="Narrower">Words or phrases for what belongs to it; they count less.</param>
public sealed record OtherWords(IReadOnlyList<string> Same, IReadOnlyList<string> Narrower)
{
    /// <summary>No others.</summary>
    public static OtherWords None { get; } = new([], []);
}

/// <summary>Grades from lowest to highest, -1 for pre-K and 0 for kindergarten.</summary>
public readonly record struct GradeRange(int Low, int High);

/// <summary>Lexile measures from lowest to highest; below zero is BR.</summary>
public readonly record struct LexileRange(int Low, int High);

/// <summary>Years from first to last.</summary>
public readonly record struct YearRange(int From, int To)
{
    /// <summary>Before any award was given.</summary>
    public const int Earliest = 1900;

    /// <summary>Later than any that can be meant.</summary>
    public const int Latest = 2100;

    /// <summary>The year in an award as catalogued, "Newbery Medal, 1999"; null where it names none.</summary>
    public static int? Of(string award)
    {
        for (var at = award.Length - 4; at >= 0; at--)
        {
            if (int.TryParse(award.AsSpan(at, 4), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var year) && year is >= Earliest and <= Latest)
            {
                return year;
            }
        }
        return null;
    }
}

/// <summary>What was found.</summary>
/// <param name="Hits">Best first.</param>
/// <param name="HasMore">Whether more would follow.</param>
/// <param name="CorrectedText">The text as searched where words were corrected ("harry poter" → "harry potter"), else null.</param>
public sealed record CatalogResults(IReadOnlyList<CatalogHit> Hits, bool HasMore, string? CorrectedText)
{
    /// <summary>Nothing.</summary>
    public static CatalogResults None { get; } = new([], false, null);
}

/// <summary>One title found.</summary>
/// <param name="Title">The title, its copies and ISBNs loaded, not tracked.</param>
/// <param name="Score">Higher is better; comparable within one result only.</param>
/// <param name="Matched">Where the words were found, for saying why.</param>
/// <param name="IsPartial">Whether only some of the words were found.</param>
public sealed record CatalogHit(Title Title, double Score, MatchedIn Matched, bool IsPartial)
{
    /// <summary>Why it follows the title it was to be like, or is near a wish, beyond what its record shows; none for a search by words.</summary>
    public LikeReasons Because { get; init; }

    /// <summary>Whether it has not the words of a wish, and is only near what has.</summary>
    public bool IsNear { get; init; }
}

/// <summary>Reasons why a title follows another, or is near a wish, that its record alone does not show.</summary>
[Flags]
public enum LikeReasons
{
    /// <summary>None of these.</summary>
    None = 0,

    /// <summary>It is the next one of the same series.</summary>
    NextInSeries = 1,

    /// <summary>At least three people borrowed it with the other title, or with one that answers a wish best, and their readers often do.</summary>
    BorrowedTogether = 2,

    /// <summary>Its topics often stand beside those of the other title, or of what answers a wish best.</summary>
    RelatedTopic = 4,
}

/// <summary>The parts of a record in which words were found.</summary>
[Flags]
public enum MatchedIn
{
    /// <summary>None: it only passed the filters.</summary>
    None = 0,

    /// <summary>An ISBN.</summary>
    Isbn = 1,

    /// <summary>Title proper, subtitle or other title.</summary>
    Title = 2,

    /// <summary>A contributor.</summary>
    Contributor = 4,

    /// <summary>The series.</summary>
    Series = 8,

    /// <summary>Subjects.</summary>
    Subject = 16,

    /// <summary>Genre and form.</summary>
    Genre = 32,

    /// <summary>The summary.</summary>
    Summary = 64,
}
