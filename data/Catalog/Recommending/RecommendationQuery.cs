namespace LibraryBot.Data.Catalog;

/// <summary>What was found for a wish, and for whom it is to be put in order.</summary>
public sealed record RecommendationQuery
{
    /// <summary>What searches for the wish found, each title once; the better its words fit the higher its <see cref="CatalogHit.Score"/>.</summary>
    public required IReadOnlyList<CatalogHit> Found { get; init; }

    /// <summary>Titles shown for the same wish before, the best first: what is near them is near the wish.</summary>
    public IReadOnlyList<int> SeenTitleIds { get; init; } = [];

    /// <summary>The grade of whoever reads, -1 for pre-K and 0 for kindergarten; null where it does not matter.</summary>
    public int? Grade { get; init; }

    /// <summary>The MARC code of the language of whoever reads; null where it does not matter.</summary>
    public string? Language { get; init; }

    /// <summary>Whether several by one author or of one series stand apart, for whoever did not ask for them.</summary>
    public bool IsSpread { get; init; }

    /// <summary>The filters that titles near the wish must pass, and how many of them are wanted; null where none are.</summary>
    public CatalogQuery? Near { get; init; }
}
