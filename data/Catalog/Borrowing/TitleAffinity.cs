namespace LibraryBot.Data.Catalog.Borrowing;

/// <summary>
/// That readers of one title borrow another: made from the library's loans by <see cref="Affinities"/>, and only where at least
/// <see cref="AffinityOptions.FewestSharedReaders"/> people borrowed both. Nothing in it tells who.
/// </summary>
public sealed class TitleAffinity
{
    /// <summary>The title somebody liked.</summary>
    public int TitleId { get; set; }

    /// <summary>The title its readers borrow too.</summary>
    public int OtherTitleId { get; set; }

    /// <summary>How strongly, above zero; comparable over all affinities of one import of loans.</summary>
    public double Strength { get; set; }
}

/// <summary>How many people of one group borrowed a title within the last year of the loans.</summary>
public sealed class TitlePopularity
{
    /// <summary>The group of all readers, whatever their grade.</summary>
    public const int Everybody = -2;

    /// <summary>The title.</summary>
    public int TitleId { get; set; }

    /// <summary>The readers' grade at the time of the file, -1 for pre-K, 0 for kindergarten, or <see cref="Everybody"/>.</summary>
    public int Grade { get; set; }

    /// <summary>How many different people borrowed it; at least three, of a group of at least ten.</summary>
    public int Readers { get; set; }
}
