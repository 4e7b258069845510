using LibraryBot.Data.Catalog;
using LibraryBot.Data.Research;

namespace LibraryBot.Data.Kits;

/// <summary>A set of titles for a unit, as the library can put it together today.</summary>
/// <param name="Request">What it was made for.</param>
/// <param name="Sections">For whom there are which titles, in the order they are shown in; one without titles is there where copies are missing.</param>
/// <param name="Gaps">What was asked for and is not there.</param>
public sealed record Kit(KitRequest Request, IReadOnlyList<KitSection> Sections, IReadOnlyList<KitGap> Gaps)
{
    /// <summary>The school's databases for it.</summary>
    public IReadOnlyList<InformationDatabase> Databases { get; init; } = [];

    /// <summary>The standards it is for.</summary>
    public IReadOnlyList<Standard> Standards { get; init; } = [];

    /// <summary>The topic as it was searched for where a spelling was put right, else null.</summary>
    public string? CorrectedTopic { get; init; }

    /// <summary>All titles in the order they are shown in; one that stands in two sections is there twice.</summary>
    public IEnumerable<KitTitle> Titles => Sections.SelectMany(section => section.Titles);
}

/// <summary>The titles for some of the students, or for all of them.</summary>
/// <param name="Part">What they are for.</param>
/// <param name="Group">The group they are for; null where <paramref name="Part"/> is not <see cref="KitPart.Group"/>.</param>
/// <param name="Needed">How many copies are needed; 0 where nothing is to be counted.</param>
/// <param name="Titles">The titles, best first.</param>
public sealed record KitSection(KitPart Part, KitGroup? Group, int Needed, IReadOnlyList<KitTitle> Titles)
{
    /// <summary>How many copies there are for it.</summary>
    public int Copies => Titles.Sum(title => title.Copies);
}

/// <summary>What a section of a kit is for. Stored by name.</summary>
public enum KitPart
{
    /// <summary>For the students who read at the grade and in the language of the class.</summary>
    Class,

    /// <summary>For a group that reads otherwise.</summary>
    Group,

    /// <summary>To see, hear or use together, one copy for all.</summary>
    Together,

    /// <summary>Online, for everybody who has the link; not counted as copies.</summary>
    Online,

    /// <summary>For the teacher.</summary>
    Teacher,
}

/// <summary>A title in a kit.</summary>
/// <param name="Title">The title, its copies loaded.</param>
/// <param name="Copies">How many copies of it the kit has for this section; 0 online.</param>
/// <param name="In">How many of them are on the shelf and nobody waits for them.</param>
/// <param name="BackOn">The school day by which the others are due back; null where none is out or no date is known for one of them.</param>
/// <param name="Score">Why it was chosen.</param>
public sealed record KitTitle(Title Title, int Copies, int In, DateOnly? BackOn, KitScore Score);

/// <summary>Something that was asked for and is not there.</summary>
public abstract record KitGap
{
    private KitGap()
    {
    }

    /// <summary>There are fewer copies than students.</summary>
    /// <param name="Section">For whom.</param>
    public sealed record TooFewCopies(KitSection Section) : KitGap;

    /// <summary>The library has nothing of a format on the topic.</summary>
    /// <param name="Format">The format.</param>
    public sealed record NoFormat(TitleFormat Format) : KitGap;

    /// <summary>No standard of that code was loaded.</summary>
    /// <param name="Code">The code as it was said.</param>
    public sealed record UnknownStandard(string Code) : KitGap;

    /// <summary>No copy is left for the teacher.</summary>
    public sealed record NoTeacherCopy : KitGap;

    /// <summary>A title that was in the kit and is no longer in the collection.</summary>
    /// <param name="Name">Its title.</param>
    public sealed record NoLongerOwned(string Name) : KitGap;
}
