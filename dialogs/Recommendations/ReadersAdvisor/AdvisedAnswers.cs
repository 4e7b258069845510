using LibraryBot.Dialogs.Conversation;
using LibraryBot.Dialogs.Understanding;
using Microsoft.Bot.Builder;

namespace LibraryBot.Dialogs.Recommendations.ReadersAdvisor;

/// <summary>Answers a wish in the reader's own words with the model's help, and as without it wherever that help does not come.</summary>
internal sealed class AdvisedAnswers(Advisor advisor, WishSearch search, WishAnswers wishes, RecommendationCards cards)
{
    /// <summary>Answers a new wish.</summary>
    /// <param name="wish">The wish; not an empty one, and for no title by name.</param>
    /// <param name="said">The reader's words.</param>
    /// <param name="reader">Who reads.</param>
    /// <param name="turn">The turn.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<Answer> AnswerAsync(Wish wish, string said, Reader reader, ITurnContext turn, CancellationToken cancellationToken)
    {
        if (!advisor.IsEnabled)
        {
            return await wishes.AnswerAsync(wish, [], reader, cancellationToken);
        }

        Found? found = null;
        var band = AdvisorPrompt.Band(wish.Grades?.Low ?? reader.Grade);
        var titles = await advisor.AdviseAsync(
            new AdviceRequest(said, wish, SpokenLanguage.Current, band, reader, turn.Speaker().PersonId),
            async () => found = await search.FindAsync(wish, [], reader, cancellationToken),
            cancellationToken);
        return titles is { Count: > 0 } ? Show(wish, titles)
            : await wishes.AnswerAsync(wish, [], reader, found ?? await search.FindAsync(wish, [], reader, cancellationToken), cancellationToken);
    }

    private Answer Show(Wish wish, IReadOnlyList<FoundTitle> titles)
    {
        var ids = titles.Select(found => found.Title.Id).ToList();
        return Answer.Showing(CardParts.Message(RecommendationStrings.Advised, cards.Results(titles, wish, ids)), wish, titles, hasMore: true);
    }
}
