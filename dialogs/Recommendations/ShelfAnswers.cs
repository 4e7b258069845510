using LibraryBot.Data.Calendar;
using LibraryBot.Data.Catalog;
using LibraryBot.Data.Catalog.Recommending;
using LibraryBot.Dialogs.Conversation;
using LibraryBot.Dialogs.Understanding;

namespace LibraryBot.Dialogs.Recommendations;

/// <summary>Answers "what's popular with 6th graders" and "what's new"; where nothing is known of a group, says so and offers what is known.</summary>
internal sealed class ShelfAnswers(Highlights highlights, WishAnswers wishes, RecommendationCards cards, LibraryProfile profile, OlderTitles older)
{
    private const int Usual = 5;

    /// <summary>Answers a wish for one of the lists.</summary>
    /// <param name="wish">The wish; what else it says narrows the list.</param>
    /// <param name="seen">Titles not to show again.</param>
    /// <param name="reader">Who reads.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<Answer> AnswerAsync(Wish wish, IReadOnlyList<int> seen, Reader reader, CancellationToken cancellationToken)
    {
        if (wish.Topics.Count > 0 || wish.Author is not null)
        {
            // "Popular books about horses": the words lead, and the list is only how it was said.
            return await wishes.AnswerAsync(wish with { Shelf = null }, seen, reader, cancellationToken);
        }

        return wish.Shelf == WishedShelf.New ? await NewAsync(wish, seen, reader, cancellationToken) : await PopularAsync(wish, seen, reader, cancellationToken);
    }

    private async Task<Answer> NewAsync(Wish wish, IReadOnlyList<int> seen, Reader reader, CancellationToken cancellationToken)
    {
        var results = Shown(await highlights.NewAsync(Filters(wish, seen), cancellationToken), reader);
        return results.Hits.Count > 0
            ? Show(wish, results, seen, reader, Words.Of(RecommendationStrings.NewLead, Narrowed(wish)), hit => Words.Of(
                RecommendationStrings.WhyNew, Words.Day(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(hit.Title.AddedAt, profile.Zone).DateTime))))
            : await NothingAsync(wish, seen, reader, RecommendationStrings.NoNew, cancellationToken);
    }

    private async Task<Answer> PopularAsync(Wish wish, IReadOnlyList<int> seen, Reader reader, CancellationToken cancellationToken)
    {
        // The grades are whose favorites they are, not for whom the books are.
        var filters = Filters(wish with { Grades = null }, seen);
        var results = Shown(await highlights.PopularAsync(wish.Grades, filters, cancellationToken), reader);
        if (results.Hits.Count > 0)
        {
            var who = wish.Grades is { } grades ? Words.Of(RecommendationStrings.PopularGrades, RecommendationWords.Grades(grades)) : RecommendationStrings.PopularEverybody;
            return Show(wish, results, seen, reader, Words.Of(RecommendationStrings.PopularLead, who, Narrowed(wish with { Grades = null })), Readers);
        }

        if (seen.Count == 0 && wish.Grades is { } few && Shown(await highlights.PopularAsync(null, filters, cancellationToken), reader) is { Hits.Count: > 0 } everybody)
        {
            var all = wish with { Grades = null };
            return Show(all, everybody, seen, reader, Words.Of(RecommendationStrings.PopularTooFew, RecommendationWords.Grades(few), Narrowed(all)), Readers);
        }

        return await NothingAsync(wish, seen, reader, RecommendationStrings.NoPopular, cancellationToken);

        static string Readers(CatalogHit hit) => Words.Of(RecommendationStrings.WhyPopular, (int)hit.Score);
    }

    // Somebody who wants what others like is helped by what juries liked.
    private async Task<Answer> NothingAsync(Wish wish, IReadOnlyList<int> seen, Reader reader, string said, CancellationToken cancellationToken)
    {
        if (seen.Count > 0)
        {
            return new Answer(GeneralAnswers.Text(RecommendationStrings.NoMore));
        }

        var answer = await wishes.AnswerAsync(wish with { Shelf = null, Award = wish.Award ?? string.Empty }, seen, reader, cancellationToken);
        answer.Message.Text = $"{said} {answer.Message.Text}";
        return answer;
    }

    private Answer Show(Wish wish, CatalogResults results, IReadOnlyList<int> seen, Reader reader, string lead, Func<CatalogHit, string> why)
    {
        var asked = wish with { Shelf = null, Grades = wish.Shelf == WishedShelf.Popular ? null : wish.Grades };
        var found = results.Hits.Take(Most(wish)).Select(hit => (Hit: hit, Fit: Fit.Of(asked, hit.Title)))
            .Select(each => new FoundTitle(each.Hit.Title, each.Fit with { Why = [why(each.Hit), .. each.Fit.Why] }, each.Hit.Score) { IsNoted = older.Notes(each.Hit.Title, reader) })
            .ToList();
        var all = seen.Concat(found.Select(title => title.Title.Id)).ToList();
        var more = results.HasMore || results.Hits.Count > found.Count;
        return Answer.Showing(CardParts.Message(lead, cards.Results(found, more ? wish : null, all)), wish, found.Select(title => title.Title), seen, more);
    }

    private CatalogResults Shown(CatalogResults results, Reader reader) => results with { Hits = [.. results.Hits.Where(hit => !older.Withholds(hit.Title, reader))] };

    private static string Narrowed(Wish wish) => RecommendationWords.Wish(wish with { Shelf = null }) is { Length: > 0 } rest ? $" ({rest})" : string.Empty;

    private static CatalogQuery Filters(Wish wish, IReadOnlyList<int> seen) => WishQuery.Of(wish with { Flavors = [] }, seen, Usual * 4);

    private static int Most(Wish wish) => Math.Clamp(wish.HowMany ?? Usual, 1, Usual);
}
