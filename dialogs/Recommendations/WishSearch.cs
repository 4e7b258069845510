using LibraryBot.Data.Catalog;
using LibraryBot.Dialogs.Conversation;
using LibraryBot.Dialogs.Understanding;

namespace LibraryBot.Dialogs.Recommendations;

/// <summary>
/// Finds the titles to show for a wish. Where too few have all of it, its softest parts are given up one after the other, then its topic for what is near
/// that; each title found that way says what it lacks.
/// </summary>
internal sealed class WishSearch(ICatalogSearch catalog, OlderTitles older)
{
    private const int Usual = 5;
    private const int Enough = 3;
    private const int Candidates = 30;
    private const int MostNear = 10;

    /// <summary>Finds titles, those with everything first.</summary>
    /// <param name="wish">The wish.</param>
    /// <param name="seen">Titles not to show again, the best first.</param>
    /// <param name="reader">Who reads; titles for their grade come first among equals where the wish names none.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<Found> FindAsync(Wish wish, IReadOnlyList<int> seen, Reader reader, CancellationToken cancellationToken)
    {
        var most = Math.Clamp(wish.HowMany ?? Usual, 1, Usual);
        var gathered = new Gathered(wish, reader, older);
        var asked = wish;
        var results = await SearchAsync(asked);
        var corrected = results.CorrectedText;
        foreach (var part in Relaxations.Of(wish))
        {
            if (gathered.Exact >= Math.Min(Enough, most))
            {
                break;
            }

            var isAboutFlavor = Relaxations.IsAboutFlavor(asked);
            asked = asked.Without(part);
            if (HasWords(asked) || isAboutFlavor || Relaxations.Of(asked).Any())
            {
                results = await SearchAsync(asked);
                corrected ??= results.CorrectedText;
            }
        }

        // Where there is little, what has some of the words comes along, and what is near.
        var withNear = wish.Topics.Count > 0 && gathered.Found.Count <= most && gathered.Found.Count + seen.Count > 0;
        var titles = await OrderedAsync(withNear ? [.. gathered.Found, .. gathered.Partial] : gathered.Found, withNear);

        // What has everything is not watered down: the rest comes along only where there is little.
        var exact = titles.Count(title => title.Fit.Misses.Count == 0);
        var shown = titles.Take(exact >= Math.Min(Enough, most) ? Math.Min(most, exact) : most).ToList();
        return new Found(shown, shown.Count < titles.Count || results.HasMore, corrected)
        {
            Candidates = titles,
            HasWithheld = gathered.HasWithheld,
            Nearest = shown.Count > 0 ? [] : [.. (await OrderedAsync(gathered.Partial, withNear: false)).Take(Enough)],
        };

        async Task<CatalogResults> SearchAsync(Wish query)
        {
            var page = await catalog.SearchAsync(WishQuery.Of(query, seen, Candidates) with { Known = gathered.Known, AlsoSome = true }, cancellationToken);
            gathered.Add(page, HasWords(query));
            return page;
        }

        async Task<List<FoundTitle>> OrderedAsync(IReadOnlyCollection<CatalogHit> hits, bool withNear)
        {
            var query = new RecommendationQuery
            {
                Found = [.. hits],
                SeenTitleIds = seen,
                Grade = wish.Grades is null ? reader.Grade : null,
                Language = wish.Languages.Count > 0 ? null : SpokenLanguage.Current == "es" ? "spa" : "eng",
                IsSpread = wish.Author is null && wish.Title is null,
                Near = withNear ? WishQuery.Near(wish, seen, MostNear) : null,
            };
            return hits.Count == 0 && !withNear ? []
                : [.. Selection.Works((await catalog.RecommendAsync(query, cancellationToken)).Select(gathered.Judge).OfType<FoundTitle>())
                    .OrderBy(found => found.Fit.Misses.Contains(Relaxation.Topics)).ThenBy(found => found.Fit.Misses.Count)];
        }
    }

    private static bool HasWords(Wish wish) => wish.Topics.Count > 0 || wish.Title is not null || wish.Author is not null || wish.Isbn is not null;

    /// <summary>What the searches for a wish found, each title once.</summary>
    private sealed class Gathered(Wish wish, Reader reader, OlderTitles older)
    {
        private readonly Dictionary<int, CatalogHit> _found = [];
        private readonly Dictionary<int, CatalogHit> _partial = [];
        private readonly Dictionary<int, Title> _known = [];
        private readonly Dictionary<int, Fit> _fits = [];
        private readonly Dictionary<string, AskedTopic> _topics = new(StringComparer.Ordinal);

        /// <summary>What has the words of the wish.</summary>
        public IReadOnlyCollection<CatalogHit> Found => _found.Values;

        /// <summary>What has some of the words only.</summary>
        public IReadOnlyCollection<CatalogHit> Partial => _partial.Values;

        /// <summary>All titles; what the steps before have found is found again.</summary>
        public IReadOnlyDictionary<int, Title> Known => _known;

        /// <summary>How many have everything.</summary>
        public int Exact => _found.Keys.Count(id => _fits[id].Misses.Count == 0);

        /// <summary>Whether something was found that is not shown to this reader.</summary>
        public bool HasWithheld { get; private set; }

        public void Add(CatalogResults page, bool hasWords)
        {
            foreach (var hit in page.Hits.Where(hit => !IsWithheld(hit.Title)))
            {
                var id = hit.Title.Id;
                _known.TryAdd(id, hit.Title);
                if (hit.IsPartial && hasWords)
                {
                    if (!_found.ContainsKey(id) && _partial.TryAdd(id, hit))
                    {
                        _fits[id] = Compare(hit.Title, page.CorrectedText);
                    }
                }
                else if (_found.TryAdd(id, hit))
                {
                    _partial.Remove(id);
                    _fits[id] = hasWords || wish.Topics.Count == 0 ? Compare(hit.Title, page.CorrectedText) : OfFlavor(hit.Title);
                }
            }
        }

        // Found without its topic, which it may have all the same.
        private Fit OfFlavor(Title title)
        {
            var (fit, text) = (Compare(title, null), new TitleText(title));
            return wish.Topics.All(topic => text.IsAbout(Asked(topic))) ? fit : fit.ButNear(LikeReasons.None);
        }

        private Fit Compare(Title title, string? corrected) => Fit.Of(wish, title, corrected, Asked);

        private AskedTopic Asked(string topic) => _topics.TryGetValue(topic, out var known) ? known : _topics[topic] = AskedTopic.Of(topic);

        /// <summary>How a title answers the wish; null where it is not shown to this reader.</summary>
        public FoundTitle? Judge(CatalogHit hit) => IsWithheld(hit.Title) ? null
            : new FoundTitle(hit.Title, IsNear(hit) ? Compare(hit.Title, null).ButNear(hit.Because) : _fits[hit.Title.Id], hit.Score) { IsNoted = older.Notes(hit.Title, reader) };

        private bool IsNear(CatalogHit hit) => hit.IsNear || (hit.IsPartial && _found.Count > 0 && _partial.ContainsKey(hit.Title.Id));

        private bool IsWithheld(Title title)
        {
            var withheld = older.Withholds(title, reader);
            HasWithheld |= withheld;
            return withheld;
        }
    }
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
