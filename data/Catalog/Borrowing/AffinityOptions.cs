namespace LibraryBot.Data.Catalog.Borrowing;

/// <summary>
/// How affinities are made from loans. The exponents and the shrinkage were chosen by held-out loans; see docs/benchmarks.md and decision 0110.
/// </summary>
public sealed record AffinityOptions
{
    /// <summary>The fewest people who must have borrowed both titles of a pair, so that a pair never tells about one or two of them.</summary>
    public const int FewestSharedReaders = 3;

    /// <summary>How many others are kept for a title.</summary>
    public int Neighbors { get; init; } = 60;

    /// <summary>The most titles of one reader that count, the newest; a class account is not a taste.</summary>
    public int LongestHistory { get; init; } = 500;

    /// <summary>By how much a reader of many titles says less about each pair: their word counts titles^-this.</summary>
    public double ReaderDamping { get; init; } = 0.6;

    /// <summary>By how much a much borrowed title says less about others: divided by readers^this.</summary>
    public double SeedDamping { get; init; } = 1;

    /// <summary>By how much a much borrowed title is held back as an answer: divided by readers^this.</summary>
    public double PopularityDamping { get; init; } = 0.5;

    /// <summary>How many shared readers it takes until a pair is half believed.</summary>
    public double Shrinkage { get; init; } = 20;
}
