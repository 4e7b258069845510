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
