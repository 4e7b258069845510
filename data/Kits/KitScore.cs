using LibraryBot.Data.Catalog;

namespace LibraryBot.Data.Kits;

/// <summary>Why a title is in a kit: parts from 0 to 1, each with its weight. Of two titles the one with the higher <see cref="Total"/> is chosen first.</summary>
public sealed record KitScore
{
    /// <summary>What the topic counts.</summary>
    public const double TopicWeight = 4;

    /// <summary>What the level counts.</summary>
    public const double LevelWeight = 3;

    /// <summary>What being in counts.</summary>
    public const double InWeight = 2;

    /// <summary>What being unlike the titles already chosen counts.</summary>
    public const double VarietyWeight = 1.5;

    /// <summary>What a format counts that was asked for and is not there yet.</summary>
    public const double FormatWeight = 2;

    /// <summary>What being informational counts: a unit wants facts first, and stories beside them.</summary>
    public const double KindWeight = 1;

    /// <summary>How plainly it is about the topic: 1 by its title or headings, less by its series or form, least by its summary.</summary>
    public double Topic { get; init; }

    /// <summary>How well it fits the grade: 1 by its Lexile measure or grades, less one grade beside it, 0.4 where its record does not say.</summary>
    public double Level { get; init; }

    /// <summary>1 where a copy is on the shelf, else 0.</summary>
    public double In { get; init; }

    /// <summary>1, a half, a third... with each title chosen before of the same author or series.</summary>
    public double Variety { get; init; } = 1;

    /// <summary>1 for a format that was asked for and of which there is none yet.</summary>
    public double Format { get; init; }

    /// <summary>1 for what is informational, 0.3 for fiction, 0.5 where the record does not say.</summary>
    public double Kind { get; init; }

    /// <summary>Whether it is about a topic near the one asked for instead.</summary>
    public bool IsRelated { get; init; }

    /// <summary>Whether the teacher put it in by hand.</summary>
    public bool IsByHand { get; init; }

    /// <summary>Whether it is for the grade beside the one asked for.</summary>
    public bool IsNearLevel => Level is > 0.4 and <= 0.5;

    /// <summary>Whether nothing is wrong with it but, perhaps, that it is out.</summary>
    public bool Fits => !IsRelated && Topic > 0.5 && !IsNearLevel;

    /// <summary>All parts together.</summary>
    public double Total => (TopicWeight * Topic) + (LevelWeight * Level) + (InWeight * In) + (VarietyWeight * Variety) + (FormatWeight * Format) + (KindWeight * Kind);

    /// <summary>How plainly a title is about a topic, by where it was found.</summary>
    internal static double TopicOf(MatchedIn matched, bool isRelated)
    {
        var topic = (matched & (MatchedIn.Title | MatchedIn.Subject)) != 0 ? 1
            : (matched & (MatchedIn.Series | MatchedIn.Genre)) != 0 ? 0.7
            : (matched & MatchedIn.Summary) != 0 ? 0.4
            : 0;
        return isRelated ? topic * 0.6 : topic;
    }

    /// <summary>How well a title fits a grade; 0 where it does not.</summary>
    /// <param name="title">The title.</param>
    /// <param name="grades">The grade, or null for any.</param>
    /// <param name="isReadingLevel">Whether the grade says how they read rather than how old they are; then a Lexile measure decides.</param>
    internal static double LevelOf(Title title, GradeRange? grades, bool isReadingLevel)
    {
        const double beside = 0.5, unknown = 0.4;
        if (grades is not { } wanted)
        {
            return 1;
        }

        if (isReadingLevel && title.Lexile is { } lexile)
        {
            var band = LexileBands.Of(wanted);
            return lexile >= band.Low && lexile <= band.High ? 1 : lexile < band.Low && lexile >= band.Low - 100 ? beside : 0;
        }

        if (title.GradeLow is null && title.GradeHigh is null)
        {
            return title.Audience is Audience.Adult ? 0 : unknown;
        }

        var (low, high) = (title.GradeLow ?? -1, title.GradeHigh ?? 12);
        return low <= wanted.High && high >= wanted.Low ? 1 : low <= wanted.High + 1 && high >= wanted.Low - 1 ? beside : 0;
    }

    /// <summary>What counts for <see cref="Kind"/>.</summary>
    internal static double KindOf(Title title) => FictionOrNot.Of(title) switch { false => 1, true => 0.3, null => 0.5 };
}
