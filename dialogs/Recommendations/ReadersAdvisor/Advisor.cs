using LibraryBot.Data.Catalog;
using LibraryBot.Dialogs.Conversation;
using LibraryBot.Dialogs.Understanding;

namespace LibraryBot.Dialogs.Recommendations.ReadersAdvisor;

/// <summary>
/// Readers' advisory by the language model over the library's own shelves: it says what to search for while the catalogue is searched as without it, then
/// orders what was found and says why. Titles come from the catalogue alone; of the model's answers only numbers of candidates and checked sentences are used.
/// </summary>
internal sealed class Advisor(ModelCalls calls, AdvisorPrompt prompt, RequestMask masks, ICatalogSearch catalog, AdvisorOptions options, OlderTitles older, TimeProvider time)
{
    private const int MostCandidates = 40;
    private const int OfTheModelsSearch = 25;
    private const int Usual = 5;
    private const int Enough = 3;
    private const int FewestLetters = 8;

    /// <summary>Whether there is a model to ask.</summary>
    public bool IsEnabled => calls.IsEnabled;

    /// <summary>Titles for a wish in the reader's own words, best first, each with its sentence; null where the catalogue is to answer alone.</summary>
    /// <param name="request">Who wants what.</param>
    /// <param name="search">Searches the catalogue without the model.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<IReadOnlyList<FoundTitle>?> AdviseAsync(AdviceRequest request, Func<Task<Found>> search, CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        var mask = await masks.LoadAsync(cancellationToken);
        var said = mask.Apply(request.Said);
        // Care comes first: who may be in danger was answered long before. What is nothing but names and numbers is nobody's wish.
        if (CrisisSignals.IsIn(request.Said) || Placeholders(said).Count(char.IsLetter) < FewestLetters)
        {
            return null;
        }

        var words = calls.AskAsync(prompt.Search(said, request.Language, request.Band), request.PersonId, options.SearchWordsWithin, cancellationToken);
        var found = await search();
        if (await words is not { Kind: ModelReplyKind.Answered or ModelReplyKind.Late } reply)
        {
            return null;
        }

        var candidates = await CandidatesAsync(request, found, reply.Text is { } answer ? AdviceReader.Groups(answer) : [], cancellationToken);
        if (candidates.Count == 0)
        {
            return null;
        }

        var most = Math.Clamp(request.Wish.HowMany ?? Usual, 1, Usual);
        var question = prompt.Picks(said, request.Language, request.Band, [.. candidates.Select(candidate => candidate.Title)], most);
        var picked = await calls.AskAsync(question, request.PersonId, options.AnswerWithin - time.GetElapsedTime(began), cancellationToken);
        var checkedPicks = picked.Text is { } picks ? Checked(picks, candidates, mask, request.Language).Take(most).ToList() : [];
        return checkedPicks.Count >= Math.Min(Enough, Math.Min(most, candidates.Count)) ? checkedPicks : null;
    }

    private static IEnumerable<FoundTitle> Checked(string picks, List<FoundTitle> candidates, Mask mask, string language) => AdviceReader.Picks(picks, candidates.Count)
        .Select(pick => (Candidate: candidates[pick.Index], Why: SentenceCheck.Checked(pick.Why, candidates[pick.Index].Title, language)))
        // A sentence that names somebody on the roster is not shown, wherever the model has it from.
        .Where(pick => pick.Why is not null && mask.Apply(pick.Why) == pick.Why)
        .Select(pick => pick.Candidate with { Fit = pick.Candidate.Fit with { Sentence = pick.Why } })
        .DistinctBy(pick => Selection.Work(pick.Title));

    // What the model would look for, then what was found without it. What has not all that was asked for comes in only where there is little that has.
    private async Task<List<FoundTitle>> CandidatesAsync(AdviceRequest request, Found found, IReadOnlyList<IReadOnlyList<string>> groups, CancellationToken cancellationToken)
    {
        var known = found.Candidates.ToDictionary(candidate => candidate.Title.Id, candidate => candidate.Title);
        var query = WishQuery.Of(request.Wish with { Topics = [] }, [], OfTheModelsSearch) with { Known = known };
        var results = groups.Count == 0 ? CatalogResults.None : await catalog.SearchAsync(query with { AnyOf = [.. query.AnyOf, .. groups] }, cancellationToken);
        var all = results.Hits.Where(hit => !older.Withholds(hit.Title, request.Reader))
            .Select(hit => new FoundTitle(hit.Title, Fit.Of(request.Wish, hit.Title), hit.Score) { IsNoted = older.Notes(hit.Title, request.Reader) })
            .Concat(found.Candidates)
            .DistinctBy(candidate => candidate.Title.Id)
            .ToList();
        var exact = all.Where(candidate => candidate.Fit.Misses.All(miss => miss == Relaxation.Flavors)).ToList();
        return [.. (exact.Count >= Enough ? exact : all).Take(MostCandidates)];
    }

    private static string Placeholders(string masked) => System.Text.RegularExpressions.Regex.Replace(masked, @"\[\w+\]", " ");
}

/// <summary>A wish the model is to help with.</summary>
/// <param name="Said">The reader's own words.</param>
/// <param name="Wish">What was understood of them.</param>
/// <param name="Language">"en" or "es".</param>
/// <param name="Band">The band of grades to write for, or null.</param>
/// <param name="Reader">Who reads, for which titles may be shown; it is not sent.</param>
/// <param name="PersonId">Who asks, for the budget only; null for a visitor.</param>
internal sealed record AdviceRequest(string Said, Wish Wish, string Language, string? Band, Reader Reader, int? PersonId);
