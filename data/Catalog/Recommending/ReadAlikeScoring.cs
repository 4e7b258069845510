using LibraryBot.Data.Catalog.Search;

namespace LibraryBot.Data.Catalog.Recommending;

/// <summary>Compares titles with the one they are to follow.</summary>
/// <param name="like">The title to follow.</param>
/// <param name="rarity">How telling a topic or genre is, 0 to 1.</param>
/// <param name="related">Topics that often stand beside those of the title, with how often, 0 to 1.</param>
/// <param name="shelf">What is borrowed, and what is in.</param>
internal sealed class ReadAlikeScoring(ReadAlike like, Func<string, double> rarity, IReadOnlyDictionary<string, double> related, ShelfSigns shelf)
{
    private const double NearInLexile = 300;
    private readonly List<(string Name, double Weight)> topics = [.. Headings.Topics(like.Subjects).Select(topic => (topic, rarity(topic)))];
    private readonly List<(string Name, double Weight)> genres = [.. like.Genres.Distinct().Select(genre => (genre, rarity(genre)))];

    /// <summary>The parts of a title's score.</summary>
    /// <param name="other">The title.</param>
    /// <param name="words">How many of the telling words of the first it has, 0 to 1.</param>
    public RecommendationScore Of(ReadAlike other, double words)
    {
        var its = Headings.Topics(other.Subjects);
        return new RecommendationScore
        {
            Series = Series(other),
            Author = like.Maker is not null && like.Contributors.Exists(maker => other.Contributors.Exists(theirs => theirs.Name == maker.Name)) ? 1 : 0,
            Subjects = Shared(topics, topic => its.Select(theirs => Headings.Kinship(topic, theirs)).DefaultIfEmpty(0).Max()),
            Related = its.Select(topic => related.GetValueOrDefault(topic)).DefaultIfEmpty(0).Max(),
            Genres = Shared(genres, genre => other.Genres.Contains(genre, StringComparer.OrdinalIgnoreCase) ? 1 : 0),
            Words = words,
            Together = shelf.Together.GetValueOrDefault(other.Id),
            Level = Level(other),
            Length = like.Pages is { } pages && other.Pages is { } theirs ? (double)Math.Min(pages, theirs) / Math.Max(Math.Max(pages, theirs), 1) : 0.5,
            Format = other.Format == like.Format ? 1 : 0,
            Language = like.Languages.Count == 0 || other.Languages.Count == 0 ? 0.5 : other.Languages.Contains(like.Languages[0]) ? 1 : 0,
            Awarded = other.Awards.Count > 0 ? 1 : 0,
            LessBorrowed = shelf.LessBorrowed(other.Id),
            In = shelf.In.Contains(other.Id) ? 1 : 0,
        };
    }

    // A part of the whole, so that titles with many headings are not like everything; the root, so that two of six are more than a third.
    private static double Shared(List<(string Name, double Weight)> all, Func<string, double> has)
    {
        var sum = all.Sum(each => each.Weight);
        return sum > 0 ? Math.Sqrt(all.Sum(each => each.Weight * has(each.Name)) / sum) : 0;
    }

    private double Series(ReadAlike other)
    {
        if (like.SeriesName is null || !string.Equals(like.SeriesName, other.SeriesName, StringComparison.OrdinalIgnoreCase))
        {
            return 0;
        }
        return (Terms.NumberIn(like.SeriesNumber), Terms.NumberIn(other.SeriesNumber)) is not ({ } ours, { } theirs) ? 0.5
            : theirs == ours + 1 ? 1
            : theirs > ours ? Math.Max(0.6 - (0.05 * (theirs - ours)), 0.2)
            : 0.1;
    }

    private double Level(ReadAlike other)
    {
        double sum = 0, parts = 0;
        if ((like.GradeLow ?? like.GradeHigh, like.GradeHigh ?? like.GradeLow, other.GradeLow ?? other.GradeHigh, other.GradeHigh ?? other.GradeLow)
            is ({ } low, { } high, { } theirLow, { } theirHigh))
        {
            sum += Math.Max(0, Math.Min(high, theirHigh) - Math.Max(low, theirLow) + 1.0) / (Math.Max(high, theirHigh) - Math.Min(low, theirLow) + 1);
            parts++;
        }
        if (like.Lexile is { } lexile && other.Lexile is { } measure)
        {
            sum += Math.Max(0, 1 - (Math.Abs(lexile - measure) / NearInLexile));
            parts++;
        }
        return parts > 0 ? sum / parts : 0.3;
    }
}
