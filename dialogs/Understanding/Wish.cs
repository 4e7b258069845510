using System.Text.Json.Serialization;
using LibraryBot.Data.Catalog;

namespace LibraryBot.Dialogs.Understanding;

/// <summary>What somebody wants to read, as understood from one sentence or several. A value: refinement makes another.</summary>
public sealed record Wish
{
    /// <summary>What it is about, in the reader's words, without filler: "harlem renaissance", "perros".</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>Genres and moods, by canonical name of the word list: "funny", "scary", "mystery", "adventure", "fantasy".</summary>
    public IReadOnlyList<string> Flavors { get; init; } = [];

    /// <summary>What it must not be or have: canonical flavors or the reader's words ("vampires", "scary").</summary>
    public IReadOnlyList<string> Without { get; init; } = [];

    /// <summary>A title asked for by name: "Hatchet".</summary>
    public string? Title { get; init; }

    /// <summary>An author asked for: "Gary Paulsen".</summary>
    public string? Author { get; init; }

    /// <summary>A title or author that it should be like: "Dog Man".</summary>
    public string? Like { get; init; }

    /// <summary>An ISBN as 13 digits.</summary>
    public string? Isbn { get; init; }

    /// <summary>The number in a series asked for, "the third Harry Potter".</summary>
    public int? SeriesNumber { get; init; }

    /// <summary>Whether it may be fiction or not; null leaves it open.</summary>
    public bool? Fiction { get; init; }

    /// <summary>The reader's grade or grades: -1 pre-K, 0 kindergarten.</summary>
    public GradeRange? Grades { get; init; }

    /// <summary>Lexile measures.</summary>
    public LexileRange? Lexiles { get; init; }

    /// <summary>Formats, any of them.</summary>
    public IReadOnlyList<TitleFormat> Formats { get; init; } = [];

    /// <summary>MARC language codes, any of them.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>The most pages.</summary>
    public int? PagesAtMost { get; init; }

    /// <summary>The fewest pages.</summary>
    public int? PagesAtLeast { get; init; }

    /// <summary>How many titles, 1 to 5 on a card; null for the usual number.</summary>
    public int? HowMany { get; init; }

    /// <summary>Only what is in now.</summary>
    public bool AvailableNow { get; init; }

    /// <summary>Only award winners: "" for any award, else its name, "Newbery". Null for no such wish.</summary>
    public string? Award { get; init; }

    /// <summary>The years in which the award was given; null for any. Only with an <see cref="Award"/>.</summary>
    public YearRange? AwardYears { get; init; }

    /// <summary>One of the lists a library keeps beside its subjects; the rest of the wish narrows it. Null for none.</summary>
    public WishedShelf? Shelf { get; init; }

    /// <summary>
    /// What "do you have" asked for, word by word, where that may as well be a title as a topic; null else. Only for saying that it is not there, and not kept.
    /// </summary>
    [JsonIgnore]
    public string? AsAsked { get; init; }

    /// <summary>Whether nothing was understood that a search could use.</summary>
    public bool IsEmpty =>
        Topics.Count == 0 && Flavors.Count == 0 && Title is null && Author is null && Like is null && Isbn is null && Award is null && Shelf is null
        && Fiction is null && Grades is null && Lexiles is null && Formats.Count == 0 && Languages.Count == 0
        && PagesAtMost is null && PagesAtLeast is null;
}

/// <summary>The lists a library keeps beside its subjects.</summary>
public enum WishedShelf
{
    /// <summary>What is borrowed most; the grades of the wish are then those of the readers.</summary>
    Popular,

    /// <summary>What has come in last.</summary>
    New,
}

/// <summary>A reply to titles just shown: something other than a new wish.</summary>
public abstract record Refinement
{
    private Refinement()
    {
    }

    /// <summary>The same wish with something changed: "shorter", "for older kids", "in Spanish", "not scary", "about dogs instead".</summary>
    public sealed record Changed(Wish Wish) : Refinement;

    /// <summary>One of those shown: "the second one", "the last", "Hatchet", "el segundo". Zero-based.</summary>
    public sealed record Chosen(int Index) : Refinement;

    /// <summary>Keep it: "hold the second one", "reserve it". Null where it is not said which.</summary>
    public sealed record Hold(int? Index) : Refinement;

    /// <summary>Others like one of those shown. Null where it is not said which.</summary>
    public sealed record MoreLike(int? Index) : Refinement;

    /// <summary>The next ones of the same wish: "more", "what else", "algo más".</summary>
    public sealed record MoreResults : Refinement;
}
