using LibraryBot.Data.Catalog;

namespace LibraryBot.Data.Kits;

/// <summary>A title that may go into a section of a kit.</summary>
/// <param name="Title">The title, copies loaded.</param>
/// <param name="Matched">Where the topic was found.</param>
/// <param name="IsRelated">Whether a topic near it was found instead.</param>
internal readonly record struct KitCandidate(Title Title, MatchedIn Matched, bool IsRelated);

/// <summary>Looks for the candidates of a section: by the topic's own words and what is the same; where there is too little, by what lies near.</summary>
internal sealed class KitSearch(ICatalogSearch catalog, KitRequest request, IReadOnlyList<string> topics)
{
    private const int Most = 100;
    private readonly Dictionary<int, Title> _known = [];

    /// <summary>The candidates, each once; those of the topic itself before those of a topic near it.</summary>
    /// <param name="grades">The grade, or null for any; titles one grade beside it are among them.</param>
    /// <param name="isReadingLevel">Whether the grade says how they read; then what has the Lexile measure for it is looked for too.</param>
    /// <param name="language">A MARC code.</param>
    /// <param name="enough">How many copies are enough, so that nothing near the topic is needed.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<List<KitCandidate>> FindAsync(GradeRange? grades, bool isReadingLevel, string language, int enough, CancellationToken cancellationToken)
    {
        var query = new CatalogQuery
        {
            Languages = [language],
            Grades = grades is { } wanted ? new GradeRange(Math.Max(-1, wanted.Low - 1), Math.Min(12, wanted.High + 1)) : null,
            Fiction = request.Fiction,
            Without = request.Without,
            WithoutTitleIds = request.WithoutTitleIds,
            Formats = request.OnlyFormats ? request.Formats : [],
            Take = Most,
        };
        List<CatalogQuery> queries = isReadingLevel && grades is { } level ? [query, query with { Grades = null, Lexiles = LexileBands.Of(level) }] : [query];
        var found = new Dictionary<int, KitCandidate>();
        // As many as there are topics; a kit has four at most.
        foreach (var topic in topics)
        {
            await AddAsync(found, queries, UnitTopics.Same(topic), isRelated: false, cancellationToken);
        }

        if (found.Values.Sum(candidate => KitCopies.Lendable(candidate.Title)) < enough)
        {
            foreach (var near in topics.Select(UnitTopics.Near).Where(near => near.Count > 0))
            {
                await AddAsync(found, queries, near, isRelated: true, cancellationToken);
            }
        }

        return [.. found.Values];
    }

    private async Task AddAsync(
        Dictionary<int, KitCandidate> found, List<CatalogQuery> queries, IReadOnlyList<string> words, bool isRelated, CancellationToken cancellationToken)
    {
        foreach (var query in queries)
        {
            // The words of one topic are searched as typed, so that their spelling is put right; several are synonyms.
            var asked = words.Count == 1 ? query with { Text = words[0] } : query with { AnyOf = [words] };
            foreach (var hit in (await catalog.SearchAsync(asked with { Known = _known }, cancellationToken)).Hits)
            {
                _known.TryAdd(hit.Title.Id, hit.Title);
                if (!hit.IsPartial && !request.WithoutFormats.Contains(hit.Title.Format) && (hit.Matched & ~MatchedIn.Contributor) != 0 && (!isRelated || (hit.Matched & (MatchedIn.Title | MatchedIn.Subject)) != 0))
                {
                    found.TryAdd(hit.Title.Id, new KitCandidate(hit.Title, hit.Matched, isRelated));
                }
            }
        }
    }
}
