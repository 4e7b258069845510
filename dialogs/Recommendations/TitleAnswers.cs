using LibraryBot.Data;
using LibraryBot.Data.Catalog;
using LibraryBot.Dialogs.Conversation;
using LibraryBot.Dialogs.Understanding;
using Microsoft.Bot.Schema;
using Microsoft.EntityFrameworkCore;

namespace LibraryBot.Dialogs.Recommendations;

/// <summary>Answers "do you have Hatchet?" with that title: whether the library owns it, where it is, and whether it is in.</summary>
internal sealed class TitleAnswers(TitleLookup lookup, IDbContextFactory<LibraryContext> libraries, RecommendationCards cards, Standing standing, UnmetWishes unmet, GeneralAnswers general, OlderTitles older)
{
    private const int MostNearest = 3;

    /// <summary>Answers a wish that names a title or an ISBN.</summary>
    public async Task<Answer> AnswerAsync(Wish wish, Reader reader, CancellationToken cancellationToken)
    {
        switch (await lookup.FindAsync(wish, cancellationToken))
        {
            case LookedUp.Owned owned:
                return older.Withholds(owned.Title, reader) ? AskFor(owned.Title) : Details(owned.Title, owned.Others, wish, Lead(owned, wish), older.Notes(owned.Title, reader));
            case LookedUp.Several several:
                var shown = several.Titles
                    .Where(title => !older.Withholds(title, reader))
                    .Select(title => new FoundTitle(title, Fit.Of(wish with { Title = null }, title), 0) { IsNoted = older.Notes(title, reader) })
                    .OrderBy(found => found.Fit.Misses.Count)
                    .ThenByDescending(found => found.Title.Languages.Contains(SpokenLanguage.Current == "es" ? "spa" : "eng"))
                    .DistinctBy(found => Selection.Work(found.Title))
                    .Take(5)
                    .ToList();
                return shown.Count == 0 ? AskFor(several.Titles[0]) : Answer.Showing(
                    CardParts.Message(
                        Words.Of(several.IsSeries ? RecommendationStrings.OfTheSeries : RecommendationStrings.WithThatName, wish.Title),
                        cards.Results(shown, null, [])),
                    wish,
                    shown.Select(found => found.Title),
                    []);
            case LookedUp.NotOwned not:
                await unmet.NoteAsync(wish, cancellationToken);
                return NotOwned(wish, not, reader);
            default:
                throw new InvalidOperationException("A title is there, there more than once, or not there.");
        }
    }

    /// <summary>All about one title; null where there is no such title (any more).</summary>
    public async Task<Answer?> DetailsAsync(int titleId, Reader reader, CancellationToken cancellationToken)
    {
        if (await FindAsync(titleId, cancellationToken) is not { } title)
        {
            return null;
        }

        return older.Withholds(title, reader)
            ? AskFor(title)
            : new Answer(Message(Words.Of(RecommendationStrings.About, title.TitleProper, standing.Line(title)), title, await lookup.OthersAsync(title, cancellationToken), older.Notes(title, reader)));
    }

    /// <summary>The card of what was shown, with a title on it marked as kept for the reader; null where its titles are gone.</summary>
    public async Task<Activity?> MarkedAsync(Shown shown, int held, Reader reader, CancellationToken cancellationToken)
    {
        if (shown.Focus is not null)
        {
            return await FindAsync(held, cancellationToken) is { } title
                ? CardParts.Message(null, cards.Details(title, await lookup.OthersAsync(title, cancellationToken), held: true, isNoted: older.Notes(title, reader)))
                : null;
        }

        var ids = shown.Titles.Select(title => title.Id).ToList();
        var loaded = await FindAsync(ids, cancellationToken);
        if (WishJson.Read(shown.Wish) is not { } wish || loaded.Count == 0)
        {
            return null;
        }

        var found = loaded.OrderBy(title => ids.IndexOf(title.Id)).Select(title => new FoundTitle(title, Fit.Of(wish, title) with { Sentence = shown.Titles.First(on => on.Id == title.Id).Why }, 0) { IsNoted = older.Notes(title, reader) }).ToList();
        return CardParts.Message(null, cards.Results(found, shown.HasMore ? wish : null, shown.Seen, held));
    }

    /// <summary>A title with its copies; null where there is none or it was withdrawn.</summary>
    public async Task<Title?> FindAsync(int titleId, CancellationToken cancellationToken) =>
        (await FindAsync([titleId], cancellationToken)).SingleOrDefault();

    private async Task<List<Title>> FindAsync(IReadOnlyList<int> titleIds, CancellationToken cancellationToken)
    {
        await using var library = await libraries.CreateDbContextAsync(cancellationToken);
        return await library.Titles.AsNoTracking()
            .Include(title => title.Copies)
            .Where(title => titleIds.Contains(title.Id) && title.WithdrawnAt == null)
            .ToListAsync(cancellationToken);
    }

    private Answer Details(Title title, IReadOnlyList<Title> others, Wish wish, string lead, bool isNoted) =>
        Answer.Showing(Message(lead, title, others, isNoted), wish, [title], []) is { Shown: { } shown } answer ? answer with { Shown = shown with { Focus = 0 } } : throw new InvalidOperationException("Nothing is shown.");

    private Activity Message(string? lead, Title title, IReadOnlyList<Title> others, bool isNoted) => CardParts.Message(lead, cards.Details(title, others, isNoted: isNoted));

    private Answer AskFor(Title title) => new(GeneralAnswers.Text(Words.Of(RecommendationStrings.OlderAsk, title.TitleProper, general.Contact)));

    private string Lead(LookedUp.Owned owned, Wish wish)
    {
        var title = owned.Title;
        var missing = Fit.Of(wish with { Topics = [], Flavors = [], Author = null }, title).Misses;
        var line = standing.Line(title);
        return missing.Count == 0
            ? Words.Of(RecommendationStrings.WeHaveIt, title.TitleProper, line)
            : Words.Of(RecommendationStrings.WeHaveItBut, title.TitleProper, Words.List(missing.Select(miss => RecommendationWords.But(miss, title)).OfType<string>()), line);
    }

    private Answer NotOwned(Wish wish, LookedUp.NotOwned not, Reader reader)
    {
        var name = wish.Title ?? wish.Isbn!;
        var near = not.Nearest.Where(title => !older.Withholds(title, reader)).Take(MostNearest)
            .Select(title => new FoundTitle(title, Fit.Of(new Wish(), title), 0) { IsNoted = older.Notes(title, reader) }).ToList();
        if (near.Count == 0)
        {
            return new Answer(GeneralAnswers.Text($"{Words.Of(RecommendationStrings.NotOwned, name)} {Words.Of(RecommendationStrings.AskAPerson, general.Contact)}"));
        }

        return Answer.Showing(
            CardParts.Message($"{Words.Of(RecommendationStrings.NotOwned, name)} {RecommendationStrings.NearestByWords}", cards.Results(near, null, [])),
            wish,
            near.Select(found => found.Title),
            []);
    }
}
