using LibraryBot.Data.Catalog;
using LibraryBot.Dialogs.Conversation;
using LibraryBot.Dialogs.Understanding;

namespace LibraryBot.Dialogs.Recommendations;

/// <summary>Finds a title asked for by its name, number in a series or ISBN: whether the library owns it, and in which editions and formats.</summary>
internal sealed class TitleLookup(ICatalogSearch catalog)
{
    private const int Candidates = 50;

    /// <summary>Looks a title up.</summary>
    public async Task<LookedUp> FindAsync(Wish wish, CancellationToken cancellationToken)
    {
        var asked = wish.Isbn ?? wish.Title ?? throw new ArgumentException("The wish names no title.", nameof(wish));
        var results = await catalog.SearchAsync(
            new CatalogQuery { Text = asked, Author = wish.Isbn is null ? wish.Author : null, Take = Candidates },
            cancellationToken);
        var hits = results.Hits.Where(hit => !hit.IsPartial).ToList();
        if (wish.Isbn is not null)
        {
            return hits.Count > 0 ? Work(hits[0].Title, [hits[0].Title]) : new LookedUp.NotOwned(results.CorrectedText, []);
        }

        var titles = hits.Where(hit => (hit.Matched & (MatchedIn.Title | MatchedIn.Series)) != 0).Select(hit => hit.Title).ToList();
        var name = Plain(results.CorrectedText ?? asked);
        var series = titles.Where(title => title.SeriesName is { } series && Plain(series) == name).OrderBy(NumberInSeries).ThenBy(title => title.Format).ToList();
        if (wish.SeriesNumber is { } number)
        {
            var part = (series.Count > 0 ? series : titles).FirstOrDefault(title => NumberInSeries(title) == number);
            return part is not null ? Work(part, titles)
                : titles.Count > 0 ? new LookedUp.Several(titles, IsSeries: true)
                : new LookedUp.NotOwned(results.CorrectedText, []);
        }

        var exact = titles.Where(title => IsNamed(title, name)).ToList();
        if (exact.Count > 0)
        {
            // The printed book stands for the work; wishes for another format or language come first.
            var best = exact
                .OrderByDescending(title => wish.Formats.Contains(title.Format))
                .ThenByDescending(title => title.Languages.Intersect(wish.Languages).Any())
                .ThenBy(title => title.Format)
                .First();
            return Work(best, exact);
        }

        return series.Count > 1 ? new LookedUp.Several(series, IsSeries: true)
            : titles.Count == 1 ? Work(titles[0], titles)
            : titles.Count > 1 ? new LookedUp.Several(titles, IsSeries: false)
            : new LookedUp.NotOwned(results.CorrectedText, [.. results.Hits.Select(hit => hit.Title)]);
    }

    /// <summary>Other editions and formats of a title in the library.</summary>
    public async Task<IReadOnlyList<Title>> OthersAsync(Title title, CancellationToken cancellationToken)
    {
        var results = await catalog.SearchAsync(new CatalogQuery { Text = title.TitleProper, WithoutTitleIds = [title.Id], Take = Candidates }, cancellationToken);
        return Others(title, results.Hits.Select(hit => hit.Title));
    }

    /// <summary>Whether a title bears a name exactly: as its title proper, with its subtitle, as another of its titles, or as its series.</summary>
    public static bool IsNamed(Title title, string name, bool orSeries = false) =>
        Names(title).Contains(Plain(name)) || (orSeries && title.SeriesName is { } series && Plain(series) == Plain(name));

    private static LookedUp.Owned Work(Title title, IEnumerable<Title> among) => new(title, Others(title, among));

    private static List<Title> Others(Title title, IEnumerable<Title> among) =>
        [.. among.Where(other => other.Id != title.Id && other.SortTitle == title.SortTitle && SameMaker(other, title)).Take(5)];

    private static bool SameMaker(Title one, Title other) =>
        one.Contributors.Count == 0 || other.Contributors.Count == 0
        || one.Contributors.Any(maker => other.Contributors.Any(its => Plain(its.Name) == Plain(maker.Name)));

    private static int? NumberInSeries(Title title) =>
        int.TryParse(new string([.. (title.SeriesNumber ?? "").SkipWhile(c => !char.IsAsciiDigit(c)).TakeWhile(char.IsAsciiDigit)]), out var number) ? number : null;

    private static IEnumerable<string> Names(Title title) =>
        new[] { title.TitleProper, $"{title.TitleProper} {title.Subtitle}" }.Concat(title.OtherTitles).Select(Plain);

    // Initial articles are left out: "the giver" and "giver" are one title.
    private static string Plain(string text)
    {
        var plain = Phrases.Plain(text);
        return plain.Split(' ', 2) is ["the" or "a" or "an" or "el" or "la" or "los" or "las" or "un" or "una", var rest] ? rest : plain;
    }
}

/// <summary>What became of looking a title up.</summary>
internal abstract record LookedUp
{
    private LookedUp()
    {
    }

    /// <summary>The library has it.</summary>
    /// <param name="Title">The edition to show.</param>
    /// <param name="Others">Its other editions and formats.</param>
    internal sealed record Owned(Title Title, IReadOnlyList<Title> Others) : LookedUp;

    /// <summary>Several titles bear the name.</summary>
    /// <param name="Titles">They, best first; a series in its order.</param>
    /// <param name="IsSeries">Whether the name is that of a series.</param>
    internal sealed record Several(IReadOnlyList<Title> Titles, bool IsSeries) : LookedUp;

    /// <summary>The library has it not.</summary>
    /// <param name="CorrectedText">The name as searched, where its spelling was put right.</param>
    /// <param name="Nearest">Titles that have some of the words.</param>
    internal sealed record NotOwned(string? CorrectedText, IReadOnlyList<Title> Nearest) : LookedUp;
}
