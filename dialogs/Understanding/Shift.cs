using LibraryBot.Data.Catalog;
using LibraryBot.Dialogs.Understanding.Slots;

namespace LibraryBot.Dialogs.Understanding;

/// <summary>What a word of comparison does to a wish: "shorter", "for older kids".</summary>
internal static class Shift
{
    private const int Years = 2;
    private const int Lexiles = 200;
    private const int LowestGrade = -1;
    private const int HighestGrade = 12;

    // Where nothing was said of grades, "older" and "younger" start from the middle of a K-8 school.
    private static readonly GradeRange s_middle = new(3, 5);

    /// <summary>The wish changed.</summary>
    /// <param name="wish">The wish.</param>
    /// <param name="how">"shorter", "longer", "easier", "harder", "older" or "younger".</param>
    public static Wish Apply(Wish wish, string how) => how switch
    {
        "shorter" => wish with { PagesAtLeast = null, PagesAtMost = wish.PagesAtMost is { } most ? Math.Max(most * 2 / 3, 16) : PagesReader.Short },
        "longer" => wish with
        {
            PagesAtLeast = wish.PagesAtLeast is { } least ? least * 3 / 2 : wish.PagesAtMost ?? PagesReader.Long,
            PagesAtMost = null,
        },
        "easier" when wish.Lexiles is { } lexiles => wish with { Lexiles = new(lexiles.Low - Lexiles, lexiles.High - Lexiles) },
        "harder" when wish.Lexiles is { } lexiles => wish with { Lexiles = new(lexiles.Low + Lexiles, lexiles.High + Lexiles) },
        "older" or "harder" => wish with { Grades = Moved(wish.Grades ?? s_middle, Years) },
        _ => wish with { Grades = Moved(wish.Grades ?? s_middle, -Years) },
    };

    private static GradeRange Moved(GradeRange grades, int by) =>
        new(Math.Clamp(grades.Low + by, LowestGrade, HighestGrade), Math.Clamp(grades.High + by, LowestGrade, HighestGrade));
}
