namespace LibraryBot.Data.Catalog;

/// <summary>
/// The Lexile measures that readers of a grade read: the text complexity bands of the Common Core State Standards (appendix A, supplement),
/// and first grade's usual range below them.
/// </summary>
public static class LexileBands
{
    private static readonly (int Grade, LexileRange Lexiles)[] s_bands =
    [
        (1, new(-400, 530)), (3, new(420, 820)), (5, new(740, 1010)), (8, new(925, 1185)), (10, new(1050, 1335)), (12, new(1185, 1385)),
    ];

    /// <summary>The measures of a grade; of one above 12 those of 12.</summary>
    /// <param name="grade">-1 for pre-K, 0 for kindergarten.</param>
    public static LexileRange Of(int grade) => s_bands[Array.FindIndex(s_bands, band => Math.Min(grade, 12) <= band.Grade)].Lexiles;

    /// <summary>The measures from the lowest of a range of grades to its highest.</summary>
    public static LexileRange Of(GradeRange grades) => new(Of(grades.Low).Low, Of(grades.High).High);
}
