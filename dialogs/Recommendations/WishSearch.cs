using LibraryBot.Data.Catalog;
using LibraryBot.Dialogs.Conversation;
using LibraryBot.Dialogs.Understanding;

namespace LibraryBot.Dialogs.Recommendations;

/// <summary>
/// Finds the titles to show for a wish. Where too few have all of it, its softest parts are given up one after the other, and each title
/// found that way says what it lacks.
/// </summary>
internal sealed class WishSearch(ICatalogSearch catalog, OlderTitles older)
{
    private const int Usual = 5;
    private const int Enough = 3;
    private const int Candidates = 30;

    /// <summary>Finds titles, those with everything first.</summary>
    /// <param name="wish">The wish.</param>
    /// <param name="seen">Titles not to show again.</param>
    /// <param name="reader">Who reads; titles for their grade come first among equals where the wish names none.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<Found> FindAsync(Wish wish, IReadOnlyList<int> seen, Reader reader, CancellationToken cancellationToken)
    {
        var (grade, withheld) = (reader.Grade, false);
        var most = Math.Clamp(wish.HowMany ?? Usual, 1, Usual);
        var found = new Dictionary<int, FoundTitle>();
        var partial = new List<FoundTitle>();
        var known = new Dictionary<int, Title>();
        var fits = new Dictionary<(int TitleId, string? Corrected), Fit>();
        var asked = wish;
        var results = await SearchAsync(asked);
        var corrected = results.CorrectedText;
        foreach (var part in Relaxations.Of(wish))
        {
            if (found.Values.Count(title => title.Fit.Misses.Count == 0) >= Math.Min(Enough, most))
            {
                break;
            }

            asked = asked.Without(part);
            if (HasWords(asked) || Relaxations.Of(asked).Any())
            {
                results = await SearchAsync(asked);
                corrected ??= results.CorrectedText;
            }
        }

        var language = wish.Languages.Count > 0 ? null : SpokenLanguage.Current == "es" ? "spa" : "eng";
        var best = Selection.Of([.. found.Values], grade is { } own && wish.Grades is null ? own : null, language, spread: wish.Author is null && wish.Title is null);
        var titles = best.Where(title => title.Fit.Misses.Count == 0).Concat(best.Where(title => title.Fit.Misses.Count > 0).OrderBy(title => title.Fit.Misses.Count)).ToList();

        // What has everything is not watered down: the rest comes along only where there is little.
        var exact = titles.Count(title => title.Fit.Misses.Count == 0);
        var shown = titles.Take(exact >= Math.Min(Enough, most) ? Math.Min(most, exact) : most).ToList();
        return new Found(shown, shown.Count < titles.Count || results.HasMore, corrected)
        {
            Candidates = titles,
            HasWithheld = withheld,
            Nearest = shown.Count > 0 ? [] : [.. Selection.Of(partial, grade, language, spread: true).Take(Enough)],
        };

        async Task<CatalogResults> SearchAsync(Wish query)
        {
            var page = await catalog.SearchAsync(WishQuery.Of(query, seen, Candidates) with { Known = known }, cancellationToken);
            foreach (var hit in page.Hits)
            {
                if (older.Withholds(hit.Title, reader))
                {
                    withheld = true;
                    continue;
                }

                // What the steps before have found is found again.
                known.TryAdd(hit.Title.Id, hit.Title);
                if (!fits.TryGetValue((hit.Title.Id, page.CorrectedText), out var fit))
                {
                    fits[(hit.Title.Id, page.CorrectedText)] = fit = Fit.Of(wish, hit.Title, page.CorrectedText);
                }

                var title = new FoundTitle(hit.Title, fit, hit.Score) { IsNoted = older.Notes(hit.Title, reader) };
                if (hit.IsPartial && HasWords(query))
                {
                    partial.Add(title);
                }
                else
                {
                    found.TryAdd(hit.Title.Id, title);
                }
            }

            return page;
        }
    }

    private static bool HasWords(Wish wish) => wish.Topics.Count > 0 || wish.Title is not null || wish.Author is not null || wish.Isbn is not null;
}

/// <summary>What was found for a wish.</summary>
/// <param name="Titles">What to show, best first; empty where the library has nothing of the kind.</param>
/// <param name="HasMore">Whether more could be shown.</param>
/// <param name="CorrectedText">The words as searched, where a spelling was put right.</param>
internal sealed record Found(IReadOnlyList<FoundTitle> Titles, bool HasMore, string? CorrectedText)
{
    /// <summary>All that was found, in the same order.</summary>
    public IReadOnlyList<FoundTitle> Candidates { get; init; } = [];

    /// <summary>Whether something was found that is not shown to this reader.</summary>
    public bool HasWithheld { get; init; }

    /// <summary>Where nothing was found: titles that have some of the words.</summary>
    public IReadOnlyList<FoundTitle> Nearest { get; init; } = [];
}

/// <summary>A title found, and how it answers the wish.</summary>
internal sealed record FoundTitle(Title Title, Fit Fit, double Score)
{
    /// <summary>Whether it is shown with the note that it is for older readers.</summary>
    public bool IsNoted { get; init; }
}
