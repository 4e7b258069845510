using LibraryBot.Data.Catalog;
using LibraryBot.Dialogs.Conversation;
using LibraryBot.Dialogs.Understanding;

namespace LibraryBot.Dialogs.Recommendations;

/// <summary>Answers a wish with titles, saying what they lack of it; and where there are none, says so and notes the wish.</summary>
internal sealed class WishAnswers(WishSearch search, RecommendationCards cards, UnmetWishes unmet, GeneralAnswers general)
{
    /// <summary>Answers a wish.</summary>
    /// <param name="wish">The wish; not an empty one.</param>
    /// <param name="seen">Titles shown for it before.</param>
    /// <param name="reader">Who reads.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<Answer> AnswerAsync(Wish wish, IReadOnlyList<int> seen, Reader reader, CancellationToken cancellationToken) =>
        await AnswerAsync(wish, seen, reader, await search.FindAsync(wish, seen, reader, cancellationToken), cancellationToken);

    /// <summary>Answers a wish with what was found for it.</summary>
    /// <inheritdoc cref="AnswerAsync(Wish, IReadOnlyList{int}, Reader, CancellationToken)"/>
    public async Task<Answer> AnswerAsync(Wish wish, IReadOnlyList<int> seen, Reader reader, Found found, CancellationToken cancellationToken)
    {
        if (found.Titles.Count > 0)
        {
            if (seen.Count == 0 && found.Titles.All(title => title.Fit.Misses.Any(IsOfTheCollection)))
            {
                await unmet.NoteAsync(wish, cancellationToken);
            }

            return Show(wish, found, seen, Lead(wish, found, seen.Count > 0, reader.Grade));
        }

        if (seen.Count > 0)
        {
            return new Answer(GeneralAnswers.Text(RecommendationStrings.NoMore));
        }

        if (found.HasWithheld && found.Nearest.Count == 0)
        {
            // The library has it: it is no gap.
            return new Answer(GeneralAnswers.Text(Words.Of(RecommendationStrings.OnlyOlder, general.Contact)));
        }

        await unmet.NoteAsync(wish.AsAsked is { } asked ? new Wish { Title = asked } : wish, cancellationToken);
        return await NothingAsync(wish, found, reader, cancellationToken);
    }

    private async Task<Answer> NothingAsync(Wish wish, Found found, Reader reader, CancellationToken cancellationToken)
    {
        var nothing = Words.Of(RecommendationStrings.Nothing, wish.AsAsked is { } asked ? Words.Of(RecommendationStrings.AsAsked, asked) : RecommendationWords.Wish(wish));
        if (found.Nearest.Count > 0)
        {
            return Show(wish, found with { Titles = found.Nearest, HasMore = false }, [], $"{nothing} {RecommendationStrings.NearestByWords}");
        }

        // The topic is not there; what else was asked for may be.
        var rest = wish with { Topics = [], Author = null, Without = wish.Without };
        if (!rest.IsEmpty && await search.FindAsync(rest, [], reader, cancellationToken) is { Titles.Count: > 0 } others)
        {
            return Show(rest, others, [], $"{nothing} {Words.Of(RecommendationStrings.NearestByKind, RecommendationWords.Wish(rest))}");
        }

        return new Answer(GeneralAnswers.Text($"{nothing} {Words.Of(RecommendationStrings.AskAPerson, general.Contact)}"));
    }

    // What has another length or is out today is no gap in the collection.
    private static bool IsOfTheCollection(Relaxation miss) => miss is not (Relaxation.Pages or Relaxation.Lexiles or Relaxation.AvailableNow);

    private Answer Show(Wish wish, Found found, IReadOnlyList<int> seen, string lead)
    {
        var all = seen.Concat(found.Titles.Select(title => title.Title.Id)).ToList();
        var card = cards.Results(found.Titles, found.HasMore ? wish : null, all);
        return Answer.Showing(CardParts.Message(lead, card), wish, found.Titles.Select(title => title.Title), seen, found.HasMore);
    }

    private static string Lead(Wish wish, Found found, bool isMore, int? grade)
    {
        // What was meant, not as it was typed.
        wish = found.CorrectedText is { } meant && wish.Topics.Count == 1 ? wish with { Topics = [meant] } : wish;
        var described = RecommendationWords.Wish(wish);
        var exact = found.Titles.Count(title => title.Fit.Misses.Count == 0);
        var misses = found.Titles.SelectMany(title => title.Fit.Misses).Distinct().Order().Select(miss => RecommendationWords.Are(miss, wish, found.Titles)).ToList();
        var lead = exact == found.Titles.Count ? Words.Of(isMore ? RecommendationStrings.MoreFor : RecommendationStrings.FoundFor, described)
            : exact == 0 ? Words.Of(RecommendationStrings.NoneExact, described, Words.Choice(misses))
            : exact == 1 ? Words.Of(RecommendationStrings.OneExact, described, Words.Choice(misses))
            : Words.Of(RecommendationStrings.SomeExact, described, exact, Words.Choice(misses));
        if (found.CorrectedText is { } corrected)
        {
            lead = $"{Words.Of(RecommendationStrings.Corrected, corrected)} {lead}";
        }

        return grade is { } own && wish.Grades is null && !isMore
            ? $"{lead} {Words.Of(RecommendationStrings.GradeUsed, RecommendationWords.Grades(new GradeRange(own, own)))}"
            : lead;
    }
}
