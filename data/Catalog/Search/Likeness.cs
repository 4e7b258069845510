using System.Numerics;

namespace LibraryBot.Data.Catalog.Search;

/// <summary>What makes titles like a given one, and how much.</summary>
internal sealed class Likeness
{
    private const int MostSubjects = 12;
    private readonly Title like;
    private readonly Filters filters;
    private readonly List<(Match Match, MatchedIn Where, double Worth)> features = [];

    public Likeness(Title like, Filters filters)
    {
        this.like = like;
        this.filters = filters;
        Add(like.SeriesName, Terms.Series, MatchedIn.Series, 3);
        if (like.Contributors.Count > 0)
        {
            Add(like.Contributors[0].Name, Terms.Author, MatchedIn.Contributor, 1.5);
        }
        foreach (var subject in like.Subjects.Take(MostSubjects))
        {
            Add(subject, Terms.Subject, MatchedIn.Subject, 1);
        }
        foreach (var genre in like.Genres.Take(6))
        {
            Add(genre, Terms.Subject, MatchedIn.Genre, 0.5);
        }
    }

    /// <summary>Titles that share a feature, each with which ones, as bits.</summary>
    public async Task<Dictionary<int, int>> FindAsync(SearchStore store, int mostOfEach, CancellationToken cancellationToken)
    {
        var found = features.Count == 0 ? [] : await store.FindEachAsync(
            features.ConvertAll(feature => filters.Narrowly([feature.Match])), filters.HasWide ? mostOfEach * 4 : mostOfEach, cancellationToken);
        found.Remove(like.Id);
        return found;
    }

    /// <summary>Whether it is the same work in another edition or format.</summary>
    public bool IsSameWork(Candidate other) =>
        Terms.Exact(Words.Of(other.TitleProper)) == Terms.Exact(Words.Of(like.TitleProper))
        && other.Contributors.FirstOrDefault()?.Name == like.Contributors.FirstOrDefault()?.Name;

    public Ranked Rank(Candidate other, int shared)
    {
        var score = 0.0;
        var where = MatchedIn.None;
        for (var bits = (uint)shared; bits != 0; bits &= bits - 1)
        {
            var feature = features[BitOperations.TrailingZeroCount(bits)];
            score += feature.Worth;
            where |= feature.Where;
        }
        if (where.HasFlag(MatchedIn.Series) && Terms.NumberIn(other.SeriesNumber) is { } theirs && Terms.NumberIn(like.SeriesNumber) is { } ours)
        {
            score += theirs == ours + 1 ? 2 : theirs > ours ? 1 - (0.01 * (theirs - ours)) : 0;
        }
        score += other.Format == like.Format ? 0.4 : 0;
        score += other.GradeLow <= like.GradeHigh && other.GradeHigh >= like.GradeLow ? 0.4 : 0;
        score += other.Lexile is { } lexile && like.Lexile is { } near && Math.Abs(lexile - near) <= 150 ? 0.3 : 0;
        return new Ranked(other, score, where, false, []);
    }

    private void Add(string? text, char part, MatchedIn where, double worth)
    {
        var terms = Words.Of(text, 16).Where(word => part == Terms.Author || !SmallWords.IsStopped(word.Folded))
            .Select(word => Match.Term(Terms.Of(part, word.Stem))).Distinct().ToList();
        if (terms.Count > 0)
        {
            features.Add((Match.All(terms), where, worth));
        }
    }
}
