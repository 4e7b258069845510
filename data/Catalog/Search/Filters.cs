namespace LibraryBot.Data.Catalog.Search;

/// <summary>
/// The filters of a query, as terms of the index. The narrow ones (an award, a place) always narrow a lookup. The wide ones (a grade, a
/// language) hold for so many titles that looking through them costs more than it saves, unless the words are as common: they are
/// left out of a lookup of rare words, and what it finds is measured by the catalogue itself.
/// </summary>
internal sealed class Filters(CatalogQuery query)
{
    private readonly List<Match> narrow = Narrow(query);
    private readonly List<Match> wide = Wide(query);
    private readonly List<Match> unwanted = Question.Unwanted(query);

    /// <summary>Whether there is anything to find by.</summary>
    public bool IsEmpty => narrow.Count == 0 && !HasWide;

    /// <summary>Whether there are wide filters.</summary>
    public bool HasWide => wide.Count > 0 || HasGrades;

    /// <summary>Whether grades are asked for.</summary>
    public bool HasGrades => query.Grades is not null;

    /// <summary>What must match besides the narrow filters.</summary>
    public Match Narrowly(IEnumerable<Match> parts) => Match.All([.. parts, .. narrow]).Without(unwanted);

    /// <summary>Of these titles, those that pass what the index alone can tell: an award, a word that must not be.</summary>
    public async Task<IReadOnlyList<int>> AmongAsync(SearchStore store, IReadOnlyList<int> ids, CancellationToken cancellationToken) =>
        ids.Count == 0 || (narrow.Count == 0 && unwanted.Count == 0) ? ids
            : await store.AmongAsync(Narrowly([Match.AnyTerm(Enum.GetValues<TitleFormat>().Select(Terms.Format))]), ids, cancellationToken);

    /// <summary>What must match besides all filters.</summary>
    /// <param name="parts">What must match besides.</param>
    /// <param name="onlyGraded">Whether titles without grades stay out where grades are asked for.</param>
    public Match Widely(IEnumerable<Match> parts, bool onlyGraded)
    {
        List<Match> all = [.. parts, .. narrow, .. wide];
        if (query.Grades is { } grades)
        {
            var terms = Enumerable.Range(-1, 14).Where(grade => grade >= grades.Low && grade <= grades.High).Select(Terms.Grade);
            all.Add(Match.AnyTerm(onlyGraded ? terms.DefaultIfEmpty(Terms.Grade(99)) : terms.Append(Terms.NoGrade)));
        }
        return Match.All(all).Without(unwanted);
    }

    private static List<Match> Wide(CatalogQuery query)
    {
        var all = new List<Match>();
        AddAny(all, query.Formats.Select(Terms.Format));
        if (query.InEachLanguage)
        {
            all.AddRange(query.Languages.Distinct().Take(4).Select(code => Match.Term(Terms.Language(code))));
        }
        else
        {
            AddAny(all, query.Languages.Take(20).Select(Terms.Language));
        }
        if (query.Lexiles is { } lexiles)
        {
            all.Add(Match.AnyTerm(Terms.Lexiles(lexiles).DefaultIfEmpty("h")));
        }
        if (query.PagesAtLeast is not null || query.PagesAtMost is not null)
        {
            all.Add(Match.AnyTerm(Terms.Pages(query.PagesAtLeast, query.PagesAtMost).DefaultIfEmpty("p")));
        }
        if (query.AvailableNow)
        {
            all.Add(Match.Term(Terms.Available));
        }
        return all;
    }

    private static List<Match> Narrow(CatalogQuery query)
    {
        var all = new List<Match>();
        AddAny(all, query.Locations.Take(20).Select(Terms.Location));
        if (query.Fiction is { } fiction)
        {
            all.Add(Match.Term(fiction ? Terms.Fiction : Terms.Nonfiction));
        }
        if (query.Award is { } award)
        {
            all.Add(Match.Term(Terms.AnyAward));
            all.AddRange(Words.Of(award, 8).Select(word => Match.Term(Terms.Of(Terms.Award, word.Stem))));
        }
        if (query is { Award: not null, AwardYears: { } years })
        {
            // That the year is the one of this award, and not of another the title has, whoever shows it looks.
            var from = Math.Max(years.From, YearRange.Earliest);
            all.Add(Match.AnyTerm(Enumerable.Range(from, Math.Max(Math.Min(years.To, YearRange.Latest) - from + 1, 0))
                .Select(year => Terms.Of(Terms.Award, Number(year))).DefaultIfEmpty(Terms.Of(Terms.Award, "none"))));
        }
        if (query.SeriesNumber is { } number)
        {
            all.Add(Match.Term(Terms.SeriesNumber(Math.Max(number, 0))));
        }
        return all;
    }

    private static string Number(int number) => Words.Of(number.ToString(System.Globalization.CultureInfo.InvariantCulture))[0].Stem;

    private static void AddAny(List<Match> all, IEnumerable<string> terms)
    {
        var any = terms.Distinct().Select(Match.Term).ToList();
        if (any.Count > 0)
        {
            all.Add(Match.Any(any));
        }
    }
}
