using System.Collections.Frozen;

namespace LibraryBot.Data.Catalog;

/// <summary>What to look for. Everything is optional; a query with nothing in it finds nothing, one with only filters finds what passes them.</summary>
public sealed record CatalogQuery
{
    /// <summary>Words as typed: topic, title, author or ISBN, in any order. All of them should match; where none matches all, most will do.</summary>
    public string? Text { get; init; }

    /// <summary>Other words by which a word of <see cref="Text"/> is met too, by that word: "perros" by "dogs". They are not corrected.</summary>
    public IReadOnlyDictionary<string, OtherWords> OtherWords { get; init; } = FrozenDictionary<string, OtherWords>.Empty;

    /// <summary>Whether titles with some of the words come too, last, where few have all of them; else only where none has.</summary>
    public bool AlsoSome { get; init; }

    /// <summary>Words that must be in the title (proper, sub- or other title), misspellings forgiven. The same title exactly comes first.</summary>
    public string? TitleWords { get; init; }

    /// <summary>Words that must be in a contributor's name, in either order.</summary>
    public string? Author { get; init; }

    /// <summary>
    /// Groups of synonyms that should match anywhere, a title matching more groups ranking higher: [["funny", "humorous"], ["graphic novel"]].
    /// Taken as they are: nothing in them is corrected.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<string>> AnyOf { get; init; } = [];

    /// <summary>Words no result may have in title, subjects, genres or summary ("vampires").</summary>
    public IReadOnlyList<string> Without { get; init; } = [];

    /// <summary>Titles to leave out, such as those already shown.</summary>
    public IReadOnlyList<int> WithoutTitleIds { get; init; } = [];

    /// <summary>Titles read a moment ago, by their ids, with copies and ISBNs: where one is found it comes back itself and is not read again.</summary>
    public IReadOnlyDictionary<int, Title> Known { get; init; } = FrozenDictionary<int, Title>.Empty;

    /// <summary>Interest grades that must overlap (-1 pre-K, 0 K). A title without grades passes, below those that have them.</summary>
    public GradeRange? Grades { get; init; }

    /// <summary>The Lexile measures accepted. A title without a measure does not pass.</summary>
    public LexileRange? Lexiles { get; init; }

    /// <summary>The formats accepted; empty accepts all.</summary>
    public IReadOnlyList<TitleFormat> Formats { get; init; } = [];

    /// <summary>MARC language codes accepted; a bilingual title passes for each of its languages. Empty accepts all.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>Whether a title must have each of the <see cref="Languages"/>: a bilingual one.</summary>
    public bool InEachLanguage { get; init; }

    /// <summary>The most pages accepted. A title without a page count does not pass.</summary>
    public int? PagesAtMost { get; init; }

    /// <summary>The fewest pages accepted. A title without a page count does not pass.</summary>
    public int? PagesAtLeast { get; init; }

    /// <summary>Only fiction, or only non-fiction, as <see cref="FictionOrNot"/> tells. A title that does not say passes neither.</summary>
    public bool? Fiction { get; init; }

    /// <summary>Only titles with an award: "" for any, else words of its name, "Newbery", "Pura Belpré".</summary>
    public string? Award { get; init; }

    /// <summary>Only titles with an award of one of these years; looked at only with an <see cref="Award"/>.</summary>
    public YearRange? AwardYears { get; init; }

    /// <summary>Only this number of a series.</summary>
    public int? SeriesNumber { get; init; }

    /// <summary>Only titles with a copy on the shelf now.</summary>
    public bool AvailableNow { get; init; }

    /// <summary>Only titles with a copy in one of these shelving locations. Empty accepts all.</summary>
    public IReadOnlyList<string> Locations { get; init; } = [];

    /// <summary>How many of the best to leave out. Zero or more; beyond a thousand nothing is found.</summary>
    public int Skip { get; init; }

    /// <summary>How many to return, 1 to 100.</summary>
    public int Take { get; init; } = 10;
}

/// <summary>What else a word stands for.</summary>
/// <param name="Same">Words or phrases for the same thing.</param>
/// <param name="Narrower">Words or phrases for what belongs to it; they count less.</param>
public sealed record OtherWords(IReadOnlyList<string> Same, IReadOnlyList<string> Narrower)
{
    /// <summary>No others.</summary>
    public static OtherWords None { get; } = new([], []);
}

/// <summary>Grades from lowest to highest, -1 for pre-K and 0 for kindergarten.</summary>
public readonly record struct GradeRange(int Low, int High);

/// <summary>Lexile measures from lowest to highest; below zero is BR.</summary>
public readonly record struct LexileRange(int Low, int High);

/// <summary>Years from first to last.</summary>
public readonly record struct YearRange(int From, int To)
{
    /// <summary>Before any award was given.</summary>
    public const int Earliest = 1900;

    /// <summary>Later than any that can be meant.</summary>
    public const int Latest = 2100;

    /// <summary>The year in an award as catalogued, "Newbery Medal, 1999"; null where it names none.</summary>
    public static int? Of(string award)
    {
        for (var at = award.Length - 4; at >= 0; at--)
        {
            if (int.TryParse(award.AsSpan(at, 4), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var year) && year is >= Earliest and <= Latest)
            {
                return year;
            }
        }
        return null;
    }
}
