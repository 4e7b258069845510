namespace LibraryBot.Data.Catalog.Recommending;

/// <summary>
/// How well a title answers a wish, or follows another title, part by part, each from 0 to 1 where nothing else is said. What a part counts is said in
/// <see cref="Total"/> and nowhere else; the figures were set by hand (decisions 0111 and 0138). A part that a question does not have is 0 for every title.
/// </summary>
internal readonly record struct RecommendationScore
{
    /// <summary>How well it has the words of a wish, as the search ranks it: about 1 where it is about them, above 2 where they are its title.</summary>
    public double Asked { get; init; }

    /// <summary>Its place in the same series: 1 for the next one, less the later, nearly nothing for one that was surely read before.</summary>
    public double Series { get; init; }

    /// <summary>Whether the same person made it.</summary>
    public double Author { get; init; }

    /// <summary>Topics shared, a rare one counting more; broader and narrower ones a part of that.</summary>
    public double Subjects { get; init; }

    /// <summary>Topics that often stand beside those of the other title, or of what answers a wish best.</summary>
    public double Related { get; init; }

    /// <summary>Genres shared, a rare one counting more.</summary>
    public double Genres { get; init; }

    /// <summary>Telling words of its summary or title shared.</summary>
    public double Words { get; init; }

    /// <summary>How strongly it is borrowed together with the other title, or with those that answer a wish best; 0 where fewer than three people did.</summary>
    public double Together { get; init; }

    /// <summary>How near it is in grade and Lexile measure, to the other title or to whoever reads.</summary>
    public double Level { get; init; }

    /// <summary>How near it is in length.</summary>
    public double Length { get; init; }

    /// <summary>Whether it is the same kind of thing: a graphic novel after a graphic novel.</summary>
    public double Format { get; init; }

    /// <summary>Whether it is in the same language, or in the reader's.</summary>
    public double Language { get; init; }

    /// <summary>Whether it won something.</summary>
    public double Awarded { get; init; }

    /// <summary>How little it is borrowed: of two alike the one that waits on the shelf.</summary>
    public double LessBorrowed { get; init; }

    /// <summary>Whether a copy is in now.</summary>
    public double In { get; init; }

    /// <summary>All parts together.</summary>
    public double Total =>
        (2.5 * Asked) + (3.0 * Series) + (1.0 * Author) + (2.4 * Subjects) + (0.5 * Related) + (1.2 * Genres) + (0.5 * Words) + (2.4 * Together)
        + (0.8 * Level) + (0.2 * Length) + (0.6 * Format) + (1.6 * Language) + (0.1 * Awarded) + (0.15 * LessBorrowed) + (0.2 * In);

    /// <summary>The reasons a reader can be told.</summary>
    public LikeReasons Reasons =>
        (Series == 1 ? LikeReasons.NextInSeries : LikeReasons.None)
        | (Together > 0 ? LikeReasons.BorrowedTogether : LikeReasons.None)
        | (Related > 0 && Subjects == 0 ? LikeReasons.RelatedTopic : LikeReasons.None);
}
