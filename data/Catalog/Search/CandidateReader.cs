using Microsoft.EntityFrameworkCore;

namespace LibraryBot.Data.Catalog.Search;

/// <summary>Reads candidates and results from the catalogue itself, so that what is withdrawn or changed is never shown from the index.</summary>
internal sealed class CandidateReader(LibraryContext context, CatalogQuery query)
{
    public async Task<List<Candidate>> ByIsbnAsync(string isbn, CancellationToken cancellationToken) => await ByIdAsync(
        await context.TitleIsbns.Where(one => one.Isbn == isbn).Select(one => one.TitleId).ToListAsync(cancellationToken), cancellationToken);

    public Task<List<Candidate>> ByIdAsync(IReadOnlyCollection<int> ids, CancellationToken cancellationToken)
    {
        var wanted = ids.Except(query.WithoutTitleIds).ToArray();
        return wanted.Length == 0 ? Task.FromResult(new List<Candidate>())
            : ReadAsync(context.Titles.Where(title => EF.Parameter(wanted).Contains(title.Id)), cancellationToken);
    }

    /// <summary>Of these titles, those that pass the filters.</summary>
    public async Task<List<int>> PassingAsync(IReadOnlyCollection<int> ids, CancellationToken cancellationToken)
    {
        var wanted = ids.ToArray();
        return wanted.Length == 0 ? [] : await Passing(context.Titles.Where(title => EF.Parameter(wanted).Contains(title.Id)))
            .Select(title => title.Id).ToListAsync(cancellationToken);
    }

    /// <summary>The page asked for, its titles with copies and ISBNs.</summary>
    public async Task<CatalogResults> ResultsAsync(
        List<Ranked> ranked, Page page, string? corrected, CancellationToken cancellationToken)
    {
        ranked.Sort((one, other) => Compare(other, one));
        var shown = ranked.Skip(page.Skip).Take(page.Take).ToList();
        if (shown.Count == 0)
        {
            return CatalogResults.None with { CorrectedText = corrected };
        }
        var titles = await context.TitlesByIdAsync([.. shown.Select(hit => hit.Candidate.Id)], cancellationToken);
        return new CatalogResults(
            [.. shown.Join(titles, hit => hit.Candidate.Id, title => title.Id, (hit, title) => new CatalogHit(title, hit.Score, hit.Matched, hit.IsPartial))],
            ranked.Count > page.End, corrected);
    }

    /// <summary>Which of two fits better: what has all the words, then the score, then the newer record.</summary>
    public static int Compare(Ranked one, Ranked other) =>
        other.IsPartial.CompareTo(one.IsPartial) is var partial and not 0 ? partial
        : one.Score.CompareTo(other.Score) is var score and not 0 ? score
        : one.Candidate.Id.CompareTo(other.Candidate.Id);

    private async Task<List<Candidate>> ReadAsync(IQueryable<Title> titles, CancellationToken cancellationToken)
    {
        var read = await Passing(titles).Select(title => new Candidate
        {
            Id = title.Id,
            TitleProper = title.TitleProper,
            Subtitle = title.Subtitle,
            OtherTitles = title.OtherTitles,
            Contributors = title.Contributors,
            SeriesName = title.SeriesName,
            SeriesNumber = title.SeriesNumber,
            Subjects = title.Subjects,
            Genres = title.Genres,
            Summary = title.Summary,
            Lexile = title.Lexile,
            Pages = title.Pages,
            GradeLow = title.GradeLow,
            GradeHigh = title.GradeHigh,
            Year = title.Year,
            Format = title.Format,
        }).ToListAsync(cancellationToken);
        return query.Locations.Count > 0 ? await WithCopyAsync(read, cancellationToken) : read;
    }

    private IQueryable<Title> Passing(IQueryable<Title> titles)
    {
        titles = titles.AsNoTracking().Where(title => title.WithdrawnAt == null);
        if (query.Formats.Count > 0)
        {
            var formats = query.Formats.ToArray();
            titles = titles.Where(title => formats.Contains(title.Format));
        }
        if (query.Languages.Count > 0)
        {
            var codes = query.Languages.Where(code => code.All(char.IsAsciiLetter)).Select(code => code.ToLowerInvariant()).ToArray();
            titles = titles.Where(title => title.Languages.Any(code => codes.Contains(code)));
        }
        if (query.Grades is { } grades)
        {
            var (low, high) = (grades.Low, grades.High);
            titles = titles.Where(title => (title.GradeLow == null && title.GradeHigh == null)
                || ((title.GradeLow ?? -1) <= high && (title.GradeHigh ?? 12) >= low));
        }
        if (query.Lexiles is { } lexiles)
        {
            var (low, high) = (lexiles.Low, lexiles.High);
            titles = titles.Where(title => title.Lexile >= low && title.Lexile <= high);
        }
        if (query.PagesAtMost is { } most)
        {
            titles = titles.Where(title => title.Pages <= most);
        }
        if (query.PagesAtLeast is { } least)
        {
            titles = titles.Where(title => title.Pages >= least);
        }
        return query.AvailableNow
            ? titles.Where(title => title.Copies.Any(copy => copy.Status == CopyStatus.Available)) : titles;
    }

    // The same copy must be in, and in the place.
    private async Task<List<Candidate>> WithCopyAsync(List<Candidate> titles, CancellationToken cancellationToken)
    {
        var ids = titles.Select(title => title.Id).ToArray();
        var now = query.AvailableNow;
        var copies = await context.Copies.AsNoTracking()
            .Where(copy => EF.Parameter(ids).Contains(copy.TitleId) && (!now || copy.Status == CopyStatus.Available))
            .Select(copy => new { copy.TitleId, copy.Location }).ToListAsync(cancellationToken);
        var places = query.Locations.Select(Terms.Location).ToHashSet();
        var passing = copies.Where(copy => places.Count == 0 || (copy.Location is not null && places.Contains(Terms.Location(copy.Location))))
            .Select(copy => copy.TitleId).ToHashSet();
        return titles.FindAll(title => passing.Contains(title.Id));
    }
}
