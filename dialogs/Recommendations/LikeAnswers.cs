using LibraryBot.Data.Catalog;
using LibraryBot.Dialogs.Conversation;
using LibraryBot.Dialogs.Understanding;

namespace LibraryBot.Dialogs.Recommendations;

/// <summary>Answers "something like Dog Man" by what the library has near it; where it does not own the title, says so and goes by words.</summary>
internal sealed class LikeAnswers(ICatalogSearch catalog, WishAnswers wishes, RecommendationCards cards, UnmetWishes unmet, OlderTitles older, GeneralAnswers general)
{
    private const int Usual = 5;

    /// <summary>Answers a wish for something like a title, a series or an author.</summary>
    public async Task<Answer> AnswerAsync(Wish wish, IReadOnlyList<int> seen, Reader reader, CancellationToken cancellationToken)
    {
        if (await SourceAsync(wish.Like!, cancellationToken) is { } source)
        {
            return await LikeAsync(source, wish, seen, reader, cancellationToken);
        }

        // The name may well be words that say what it is about; what else was asked for stands.
        await unmet.NoteAsync(wish, cancellationToken);
        var unknown = Words.Of(RecommendationStrings.LikeUnknown, wish.Like);
        var rest = wish with { Like = null };
        if (rest.IsEmpty)
        {
            return new Answer(CardParts.Message($"{unknown} {RecommendationStrings.LikeWhat}", RecommendationCards.Starters()), new Shown());
        }

        var answer = await wishes.AnswerAsync(rest, seen, reader, cancellationToken);
        answer.Message.Text = $"{unknown} {answer.Message.Text}";
        return answer;
    }

    /// <summary>Titles like one of the catalogue.</summary>
    /// <param name="source">The title to start from.</param>
    /// <param name="wish">What else they should be; its topics and flavors are not looked at.</param>
    /// <param name="seen">Titles not to show again.</param>
    /// <param name="reader">Who reads.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<Answer> LikeAsync(Title source, Wish wish, IReadOnlyList<int> seen, Reader reader, CancellationToken cancellationToken)
    {
        var asked = wish with { Like = source.TitleProper, Title = null, Isbn = null, SeriesNumber = null };
        var filters = WishQuery.Of(asked with { Topics = [], Author = null, Flavors = [] }, seen, Usual * 4);
        var results = await catalog.MoreLikeAsync(source.Id, filters, cancellationToken);
        var strict = results.Hits.Count > 0;
        if (!strict)
        {
            results = await catalog.MoreLikeAsync(source.Id, new CatalogQuery { WithoutTitleIds = seen, Without = filters.Without, Take = Usual * 4 }, cancellationToken);
        }

        var grade = reader.Grade;

        // Whoever asks by a title for older readers is not led away from its sequels.
        var wanted = GradeDistance.Of(source.GradeLow, source.GradeHigh, grade);
        var found = results.Hits
            .Where(hit => !older.Withholds(hit.Title, reader))
            .Index()
            .OrderBy(hit => Math.Max(GradeDistance.Of(hit.Item.Title.GradeLow, hit.Item.Title.GradeHigh, grade), wanted))
            .ThenBy(hit => hit.Index)
            .Take(wish.HowMany ?? Usual)
            .Select(hit => new FoundTitle(hit.Item.Title, Likeness.Of(source, hit.Item.Title, asked, hit.Item.Because), hit.Item.Score) { IsNoted = older.Notes(hit.Item.Title, reader) })
            .ToList();
        if (found.Count == 0)
        {
            return new Answer(GeneralAnswers.Text(
                results.Hits.Count > 0 ? Words.Of(RecommendationStrings.OnlyOlder, general.Contact)
                : seen.Count > 0 ? RecommendationStrings.NoMore : Words.Of(RecommendationStrings.NothingLike, source.TitleProper)));
        }

        var lead = strict
            ? Words.Of(RecommendationStrings.LikeIt, RecommendationWords.Wish(asked))
            : Words.Of(RecommendationStrings.NoneExact, RecommendationWords.Wish(asked), Words.Choice(found.SelectMany(title => title.Fit.Misses).Distinct().Select(miss => RecommendationWords.Are(miss, asked, found))));
        var all = seen.Concat(found.Select(title => title.Title.Id)).ToList();
        var more = results.HasMore || results.Hits.Count > found.Count;
        return Answer.Showing(CardParts.Message(lead, cards.Results(found, more ? asked : null, all)), asked, found.Select(title => title.Title), seen, more);
    }

    private async Task<Title?> SourceAsync(string name, CancellationToken cancellationToken)
    {
        foreach (var query in new[]
        {
            new CatalogQuery { TitleWords = name, Take = 5 },
            new CatalogQuery { Text = name, Take = 5 },
            new CatalogQuery { Author = name, Take = 5 },
        })
        {
            var results = await catalog.SearchAsync(query, cancellationToken);
            if (results.Hits.FirstOrDefault(hit => !hit.IsPartial && (hit.Matched & (MatchedIn.Title | MatchedIn.Series | MatchedIn.Contributor)) != 0) is { } hit)
            {
                return hit.Title;
            }
        }

        return null;
    }
}
