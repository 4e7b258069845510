using LibraryBot.Data.Catalog;
using LibraryBot.Dialogs.Conversation;
using LibraryBot.Dialogs.Recommendations.ReadersAdvisor;
using LibraryBot.Dialogs.Understanding;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace LibraryBot.Dialogs.Recommendations;

/// <summary>Hands a wish, a button or a word about what was shown to whom it belongs.</summary>
internal sealed class Librarian(ICatalogSearch catalog, WishAnswers wishes, TitleAnswers titles, LikeAnswers likes, ShelfAnswers shelves, HoldAnswers holds, AdvisedAnswers advised)
{
    private const int LongestBareTitle = 8;
    private const int LettersToATypo = 8;

    /// <summary>Asks what somebody likes, with a few ways to begin.</summary>
    public static Answer Ask() => new(CardParts.Message(RecommendationStrings.Ask, RecommendationCards.Starters()), new Shown());

    /// <summary>Answers a new request.</summary>
    public async Task<Answer> StartAsync(Wish wish, string said, ITurnContext turn, CancellationToken cancellationToken)
    {
        // Somebody who writes nothing but a title, or asks whether it is there, means that title and not what it would be about.
        var bare = wish is { Topics: [var topic], Title: null } && Phrases.Plain(topic) == Phrases.Plain(said) ? said : Phrasing.AskedFor(said);
        if (bare is not null && await IsTitleAsync(bare, cancellationToken))
        {
            return await titles.AnswerAsync(wish with { Title = bare, Topics = [], Flavors = [], Author = null }, Reader.Of(turn), cancellationToken);
        }

        wish = wish with { AsAsked = Phrasing.NamedThing(said, wish) };
        return Surprise.IsMeant(said) ? await WishAsync(Surprise.Wish, [], turn, cancellationToken)
            : Phrasing.PointsAtNothing(said) ? WhichOne(new Shown())
            : wish.IsEmpty ? Ask()
            : wish is { Title: null, Isbn: null, Like: null, Shelf: null } ? await advised.AnswerAsync(wish, said, Reader.Of(turn), turn, cancellationToken)
            : await WishAsync(wish, [], turn, cancellationToken);
    }

    /// <summary>Answers a wish.</summary>
    public Task<Answer> WishAsync(Wish wish, IReadOnlyList<int> seen, ITurnContext turn, CancellationToken cancellationToken) =>
        wish.IsEmpty ? Task.FromResult(Ask())
        : (wish.Title is not null || wish.Isbn is not null) && seen.Count == 0 ? titles.AnswerAsync(wish, Reader.Of(turn), cancellationToken)
        : wish.Shelf is not null ? shelves.AnswerAsync(wish, seen, Reader.Of(turn), cancellationToken)
        : wish.Like is not null ? likes.AnswerAsync(wish, seen, Reader.Of(turn), cancellationToken)
        : wishes.AnswerAsync(wish, seen, Reader.Of(turn), cancellationToken);

    /// <summary>Answers a button; one that makes no sense gets an honest answer.</summary>
    /// <param name="tap">The button.</param>
    /// <param name="turn">The turn.</param>
    /// <param name="shown">What the conversation is looking at, or null.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<Answer> TapAsync(CardTap tap, ITurnContext turn, Shown? shown, CancellationToken cancellationToken)
    {
        var answer = tap.Verb switch
        {
            RecommendationButtons.More when WishJson.Read(tap.Text(RecommendationButtons.Wish, 4000)) is { IsEmpty: false } wish =>
                await WishAsync(wish, tap.Ids(RecommendationButtons.Seen, 200), turn, cancellationToken),
            RecommendationButtons.Hold when tap.Id(RecommendationButtons.TitleId) is { } id => await HoldAsync(id, turn, cancellationToken),
            RecommendationButtons.Like when tap.Id(RecommendationButtons.TitleId) is { } id => await LikeAsync(id, turn, cancellationToken),
            RecommendationButtons.Details when tap.Id(RecommendationButtons.TitleId) is { } id => await AboutAsync(id, shown, turn, cancellationToken),
            _ => null,
        };
        return answer ?? new Answer(GeneralAnswers.StaleButton());
    }

    /// <summary>Answers "the second one" with all about it.</summary>
    public async Task<Answer> DetailsAsync(Shown shown, int index, ITurnContext turn, CancellationToken cancellationToken) => index >= 0 && index < shown.Titles.Count
        ? await AboutAsync(shown.Titles[index].Id, shown, turn, cancellationToken) ?? Gone()
        : WhichOne(shown);

    /// <summary>Answers "hold it", "hold the second one".</summary>
    public async Task<Answer> HoldAsync(Shown shown, int? index, ITurnContext turn, CancellationToken cancellationToken) => Which(shown, index) is { } title
        ? await HoldAsync(title.Id, turn, cancellationToken) ?? Gone()
        : WhichOne(shown);

    /// <summary>Answers "more like the second one".</summary>
    public async Task<Answer> MoreLikeAsync(Shown shown, int? index, ITurnContext turn, CancellationToken cancellationToken) => Which(shown, index) is { } title
        ? await LikeAsync(title.Id, turn, cancellationToken) ?? Gone()
        : WhichOne(shown);

    /// <summary>The last card again, with a title on it marked as kept for the reader; null where it is not on it.</summary>
    public async Task<Activity?> MarkedAsync(Shown shown, int held, ITurnContext turn, CancellationToken cancellationToken)
    {
        var on = shown.Focus is { } focus ? shown.Titles.Skip(focus).Take(1) : shown.Titles;
        return on.Any(title => title.Id == held) ? await titles.MarkedAsync(shown, held, Reader.Of(turn), cancellationToken) : null;
    }

    /// <summary>
    /// Whether a message that no capability recognised is a wish all the same: it says what to be like, or names something the library has, in a
    /// few words that are all found where they count.
    /// </summary>
    public async Task<bool> KnowsAsync(string text, Wish wish, CancellationToken cancellationToken)
    {
        if (wish.Like is not null || wish.Isbn is not null || wish.Shelf is not null || Surprise.IsMeant(text) || Phrasing.PointsAtNothing(text) || Phrasing.DescribesABook(text, wish))
        {
            return true;
        }

        if (text.Split(' ').Length > LongestBareTitle)
        {
            return false;
        }

        var results = await catalog.SearchAsync(new CatalogQuery { Text = text, Take = 1 }, cancellationToken);
        return results.Hits is [{ IsPartial: false } hit] && (hit.Matched & ~MatchedIn.Summary) != 0 && (!Phrasing.IsAQuestion(text) || IsBeginning(text, hit.Title.TitleProper));
    }

    // "Where the Wild Things Are" is a title although it begins like a question; "what is overdue" is a question although a word of it is in one.
    private static bool IsBeginning(string text, string title)
    {
        var (said, whole) = (Phrases.Plain(text), Phrases.Plain(title));
        return Spelling.Distance(said, whole.AsSpan(0, Math.Min(said.Length, whole.Length))) <= said.Length / LettersToATypo;
    }

    private async Task<Answer?> AboutAsync(int titleId, Shown? shown, ITurnContext turn, CancellationToken cancellationToken)
    {
        var answer = await titles.DetailsAsync(titleId, Reader.Of(turn), cancellationToken);
        var index = shown?.Titles.ToList().FindIndex(title => title.Id == titleId) ?? -1;
        return answer is not null && index >= 0 ? answer with { Shown = shown! with { Focus = index } } : answer;
    }

    private async Task<Answer?> HoldAsync(int titleId, ITurnContext turn, CancellationToken cancellationToken) =>
        await titles.FindAsync(titleId, cancellationToken) is { } title
            ? await holds.AnswerAsync(title, turn, cancellationToken)
            : null;

    private async Task<Answer?> LikeAsync(int titleId, ITurnContext turn, CancellationToken cancellationToken) =>
        await titles.FindAsync(titleId, cancellationToken) is { } title
            ? await likes.LikeAsync(title, new Wish(), [], Reader.Of(turn), cancellationToken)
            : null;

    private async Task<bool> IsTitleAsync(string said, CancellationToken cancellationToken)
    {
        var results = await catalog.SearchAsync(new CatalogQuery { TitleWords = said, Take = 1 }, cancellationToken);
        return results.Hits is [{ IsPartial: false } hit] && TitleLookup.IsNamed(hit.Title, results.CorrectedText ?? said, orSeries: true);
    }

    private static ShownTitle? Which(Shown shown, int? index) =>
        (index ?? shown.Focus ?? (shown.Titles.Count == 1 ? 0 : null)) is { } which && which >= 0 && which < shown.Titles.Count ? shown.Titles[which] : null;

    private static Answer WhichOne(Shown shown) => new(GeneralAnswers.Text(
        shown.Titles.Count == 0 ? RecommendationStrings.NothingShown : Words.Of(RecommendationStrings.WhichOne, shown.Titles.Count)));

    private static Answer Gone() => new(GeneralAnswers.Text(RecommendationStrings.Gone));
}
