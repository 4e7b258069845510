using LibraryBot.Dialogs.Understanding;

namespace LibraryBot.Dialogs.Recommendations;

/// <summary>A part of a wish that may be given up when too little fits all of it; the softest first. Exclusions are never given up.</summary>
internal enum Relaxation
{
    /// <summary>How long it is.</summary>
    Pages,

    /// <summary>The Lexile measure.</summary>
    Lexiles,

    /// <summary>That it is in now.</summary>
    AvailableNow,

    /// <summary>Genres and moods.</summary>
    Flavors,

    /// <summary>An award.</summary>
    Award,

    /// <summary>The grade.</summary>
    Grades,

    /// <summary>Fiction or not.</summary>
    Fiction,

    /// <summary>The format.</summary>
    Formats,

    /// <summary>The language.</summary>
    Languages,
}

/// <summary>What a wish is without some of its parts.</summary>
internal static class Relaxations
{
    /// <summary>The parts this wish has, in the order in which they are given up.</summary>
    public static IEnumerable<Relaxation> Of(Wish wish) => Enum.GetValues<Relaxation>().Where(part => part switch
    {
        Relaxation.Pages => wish.PagesAtMost is not null || wish.PagesAtLeast is not null,
        Relaxation.Lexiles => wish.Lexiles is not null,
        Relaxation.AvailableNow => wish.AvailableNow,
        Relaxation.Flavors => wish.Flavors.Count > 0,
        Relaxation.Award => wish.Award is not null,
        Relaxation.Grades => wish.Grades is not null,
        Relaxation.Fiction => wish.Fiction is not null,
        Relaxation.Formats => wish.Formats.Count > 0,
        Relaxation.Languages => wish.Languages.Count > 0,
        _ => false,
    });

    /// <summary>The wish without a part.</summary>
    public static Wish Without(this Wish wish, Relaxation part) => part switch
    {
        Relaxation.Pages => wish with { PagesAtMost = null, PagesAtLeast = null },
        Relaxation.Lexiles => wish with { Lexiles = null },
        Relaxation.AvailableNow => wish with { AvailableNow = false },
        Relaxation.Flavors => wish with { Flavors = [] },
        Relaxation.Award => wish with { Award = null, AwardYears = null },
        Relaxation.Grades => wish with { Grades = null },
        Relaxation.Fiction => wish with { Fiction = null },
        Relaxation.Formats => wish with { Formats = [] },
        Relaxation.Languages => wish with { Languages = [] },
        _ => throw new ArgumentOutOfRangeException(nameof(part), part, "No such part of a wish."),
    };
}
