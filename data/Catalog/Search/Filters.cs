namespace LibraryBot.Data.Catalog.Search;

/// <summary>The filters of a query, as terms of the index. What a term tells only roughly is measured again on what was found.</summary>
internal sealed class Filters(CatalogQuery query)
{
    private readonly List<Match> wanted = Wanted(query);
    private readonly List<Match> unwanted = Question.Unwanted(query);

    /// <summary>Whether there is anything to find by.</summary>
    public bool IsEmpty => wanted.Count == 0 && query.Grades is null;

    /// <summary>Whether grades are asked for.</summary>
    public bool HasGrades => query.Grades is not null;

    /// <summary>What passes.</summary>
    /// <param name="parts">What must match besides.</param>
    /// <param name="onlyGraded">Whether titles without grades stay out where grades are asked for.</param>
    public Match Apply(IEnumerable<Match> parts, bool onlyGraded)
    {
        List<Match> all = [.. parts, .. wanted];
        if (query.Grades is { } grades)
        {
            var terms = Enumerable.Range(-1, 14).Where(grade => grade >= grades.Low && grade <= grades.High).Select(Terms.Grade);
            all.Add(Match.AnyTerm(onlyGraded ? terms.DefaultIfEmpty(Terms.Grade(99)) : terms.Append(Terms.NoGrade)));
        }
        return Match.All(all).Without(unwanted);
    }

    /// <summary>Whether a candidate passes what the terms tell only roughly.</summary>
    public bool Passes(Candidate title) =>
        (query.Lexiles is not { } range || (title.Lexile >= range.Low && title.Lexile <= range.High))
        && (query.PagesAtMost is not { } most || title.Pages <= most)
        && (query.PagesAtLeast is not { } least || title.Pages >= least);

    private static List<Match> Wanted(CatalogQuery query)
    {
        var all = new List<Match>();
        AddAny(all, query.Formats.Select(Terms.Format));
        AddAny(all, query.Languages.Take(20).Select(Terms.Language));
        AddAny(all, query.Locations.Take(20).Select(Terms.Location));
        if (query.Lexiles is { } lexiles)
        {
            all.Add(Match.AnyTerm(Terms.Lexiles(lexiles).DefaultIfEmpty("h")));
        }
        if (query.PagesAtLeast is not null || query.PagesAtMost is not null)
        {
            all.Add(Match.AnyTerm(Terms.Pages(query.PagesAtLeast, query.PagesAtMost).DefaultIfEmpty("p")));
        }
        if (query.Fiction is { } fiction)
        {
            all.Add(Match.Term(fiction ? Terms.Fiction : Terms.Nonfiction));
        }
        if (query.Award is { } award)
        {
            all.Add(Match.Term(Terms.AnyAward));
            all.AddRange(Words.Of(award, 8).Select(word => Match.Term(Terms.Of(Terms.Award, word.Stem))));
        }
        if (query.SeriesNumber is { } number)
        {
            all.Add(Match.Term(Terms.SeriesNumber(Math.Max(number, 0))));
        }
        if (query.AvailableNow)
        {
            all.Add(Match.Term(Terms.Available));
        }
        return all;
    }

    private static void AddAny(List<Match> all, IEnumerable<string> terms)
    {
        var any = terms.Distinct().Select(Match.Term).ToList();
        if (any.Count > 0)
        {
            all.Add(Match.Any(any));
        }
    }
}
