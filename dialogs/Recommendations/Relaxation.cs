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

    /// <summary>What it is about; see <see cref="Relaxations.IsAboutFlavor"/>. Else it is not given up, and only what is near it is offered.</summary>
    Topics,
}

/// <summary>What a wish is without some of its parts.</summary>
internal static class Relaxations
{
    private static readonly Relaxation[] s_order =
    [
        Relaxation.Pages, Relaxation.Lexiles, Relaxation.AvailableNow, Relaxation.Topics, Relaxation.Flavors, Relaxation.Award, Relaxation.Grades,
        Relaxation.Fiction, Relaxation.Formats, Relaxation.Languages,
    ];

    // What happened to somebody: "my dog died" asks for a book about loss before one about dogs.
    private static readonly string[] s_subjects = ["grief", "bullying"];

    /// <summary>Whether the flavor of a wish weighs more than its topic.</summary>
    public static bool IsAboutFlavor(Wish wish) => wish.Topics.Count > 0 && wish.Flavors.Intersect(s_subjects).Any();

    /// <summary>The parts this wish has, in the order in which they are given up.</summary>
    public static IEnumerable<Relaxation> Of(Wish wish) => s_order.Where(part => part switch
    {
        Relaxation.Topics => IsAboutFlavor(wish),
        Relaxation.Pages => wish.PagesAtMost is not null || wish.PagesAtLeast is not null,
        Relaxation.Lexiles => wish.Lexiles is not null,
        Relaxation.AvailableNow => wish.AvailableNow,
        Relaxation.Flavors => wish.Flavors.Count > 0 && !IsAboutFlavor(wish),
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
        Relaxation.Topics => wish with { Topics = [] },
        _ => throw new ArgumentOutOfRangeException(nameof(part), part, "No such part of a wish."),
    };
}
