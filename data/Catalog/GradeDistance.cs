namespace LibraryBot.Data.Catalog;

/// <summary>How far a title is from a reader's grade.</summary>
public static class GradeDistance
{
    /// <summary>Farther than this does not matter any more.</summary>
    public const int Far = 2;

    /// <summary>Grades between what a title is for and the reader's own, 0 where it is for them, at most <see cref="Far"/>. A title that names no grade may suit anybody.</summary>
    /// <param name="low">The lowest grade it is for, -1 for pre-K and 0 for kindergarten; null where it names none.</param>
    /// <param name="high">The highest.</param>
    /// <param name="grade">The reader's; null where it does not matter.</param>
    public static int Of(int? low, int? high, int? grade) =>
        grade is { } own ? Math.Clamp(Math.Max((low ?? own) - own, own - (high ?? own)), 0, Far) : 0;
}
