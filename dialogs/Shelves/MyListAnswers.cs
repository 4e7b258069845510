using AdaptiveCards;
using LibraryBot.Data.Catalog;
using LibraryBot.Data.Catalog.Lists;
using LibraryBot.Dialogs.Conversation;
using LibraryBot.Dialogs.Recommendations;
using LibraryBot.Dialogs.Understanding;
using Newtonsoft.Json.Linq;

namespace LibraryBot.Dialogs.Shelves;

/// <summary>Answers about the speaker's own list, and opens one that somebody shared.</summary>
internal sealed class MyListAnswers(ReadingLists lists, PointedTitles titles, TitleAnswers found, ShelfCards cards, OlderTitles older, GeneralAnswers general)
{
    /// <summary>How many titles are on a card.</summary>
    public const int Page = 5;

    private const int CodePart = 4;

    /// <summary>The speaker's list, from a place on.</summary>
    public async Task<ShelfReply> ShowAsync(int person, int from, CancellationToken cancellationToken)
    {
        var list = await lists.OfAsync(person, cancellationToken);
        if (list is not { Titles.Count: > 0 })
        {
            return Say(ShelfStrings.MyListEmpty);
        }

        var (shown, start) = PageOf(list.Titles, from);
        var lead = list.Titles.Count == 1 ? ShelfStrings.MyListOne : Words.Of(ShelfStrings.MyListMany, list.Titles.Count);
        return new ShelfReply(CardParts.Message(start == 0 ? lead : null, Card(list, shown, start)), IsPrivate: true) { Titles = shown };
    }

    /// <summary>Puts the title that is meant on the speaker's list.</summary>
    public async Task<ShelfReply> AddAsync(int person, string said, string language, Shown? shown, Reader reader, CancellationToken cancellationToken) =>
        await titles.FindAsync(said, language, shown, cancellationToken) switch
        {
            Pointed.One one => await AddAsync(person, one.Title, reader, cancellationToken),
            var other => Unclear(other),
        };

    /// <summary>Puts a title of a button on the speaker's list; null where there is no such title.</summary>
    public async Task<ShelfReply?> AddAsync(int person, int titleId, Reader reader, CancellationToken cancellationToken) =>
        await found.FindAsync(titleId, cancellationToken) is { } title ? await AddAsync(person, title, reader, cancellationToken) : null;

    /// <summary>Takes the title that is meant off the speaker's list.</summary>
    public async Task<ShelfReply> RemoveAsync(int person, string said, string language, Shown? shown, CancellationToken cancellationToken)
    {
        var mine = (await lists.OfAsync(person, cancellationToken))?.Titles ?? [];
        if (ChoiceReader.Which(said, language, [.. mine.Select(title => title.TitleProper)]) is { } index)
        {
            return await RemoveAsync(person, mine[index], cancellationToken);
        }

        return await titles.FindAsync(said, language, shown, cancellationToken) is Pointed.One one
            ? await RemoveAsync(person, one.Title, cancellationToken)
            : await ShowAsync(person, 0, cancellationToken) is { Titles.Count: > 0 } all ? all with { Message = CardParts.Message(ShelfStrings.WhichRemove, (AdaptiveCard)all.Message.Attachments![0].Content!) }
            : Say(ShelfStrings.MyListEmpty);
    }

    /// <summary>Takes a title of a button off the speaker's list; null where there is no such title.</summary>
    public async Task<ShelfReply?> RemoveAsync(int person, int titleId, CancellationToken cancellationToken)
    {
        if (await found.FindAsync(titleId, cancellationToken) is not { } title)
        {
            return null;
        }

        var reply = await RemoveAsync(person, title, cancellationToken);
        var after = await ShowAsync(person, 0, cancellationToken);
        return reply with { InPlace = after.Message };
    }

    /// <summary>Takes everything off the speaker's list.</summary>
    public async Task<ShelfReply> ClearAsync(int person, CancellationToken cancellationToken) =>
        Say(await lists.ClearAsync(person, cancellationToken) > 0 ? ShelfStrings.Cleared : ShelfStrings.MyListEmpty);

    /// <summary>Shares the speaker's list.</summary>
    public async Task<ShelfReply> ShareAsync(int person, CancellationToken cancellationToken)
    {
        if (await lists.OfAsync(person, cancellationToken) is not { Titles.Count: > 0 } || await lists.ShareAsync(person, cancellationToken) is not { } code)
        {
            return Say(ShelfStrings.MyListEmpty);
        }

        var spaced = string.Join('-', code.Chunk(CodePart).Select(part => new string(part)));
        var card = CardParts.Card(Words.Of(ShelfStrings.Shared, spaced), CardParts.Line(Words.Of(ShelfStrings.Shared, spaced)));
        card.Actions.Add(ShelfButtons.StopSharingIt());
        return new ShelfReply(CardParts.Message(null, card), IsPrivate: true);
    }

    /// <summary>Takes the code of the speaker's list back.</summary>
    public async Task<ShelfReply> StopSharingAsync(int person, CancellationToken cancellationToken) =>
        Say(await lists.StopSharingAsync(person, cancellationToken) ? ShelfStrings.NotSharedAnyMore : ShelfStrings.NotShared);

    /// <summary>A list that somebody shared. It is not said whose it is.</summary>
    public async Task<ShelfReply> OpenAsync(string code, int from, Reader reader, CancellationToken cancellationToken)
    {
        if (await lists.SharedAsync(code, cancellationToken) is not { } shared)
        {
            return new ShelfReply(GeneralAnswers.Text(ShelfStrings.NoSuchCode));
        }

        var all = shared.Where(title => !older.Withholds(title, reader)).ToList();
        if (all.Count == 0)
        {
            return new ShelfReply(GeneralAnswers.Text(ShelfStrings.SharedEmpty));
        }

        var (shown, start) = PageOf(all, from);
        var which = new JObject { [ShelfButtons.Code] = code };
        return new ShelfReply(CardParts.Message(null, cards.Titles(ShelfStrings.SharedWithYou, shown, isOwn: false, More(which, all.Count, start + shown.Count)))) { Titles = shown };
    }

    /// <summary>To somebody who is not on the roster.</summary>
    public ShelfReply Stranger() => new(GeneralAnswers.Text(Words.Of(ShelfStrings.Visitor, general.Contact)));

    /// <summary>To a request whose title is not clear or not there.</summary>
    public ShelfReply Unclear(Pointed pointed) => new(GeneralAnswers.Text(pointed switch
    {
        Pointed.NotOwned not => $"{Words.Of(RecommendationStrings.NotOwned, not.Name)} {Words.Of(RecommendationStrings.AskAPerson, general.Contact)}",
        Pointed.Unclear { Names.Count: > 1 } unclear => Words.Of(ShelfStrings.WhichOfThese, Words.Choice(unclear.Names.Select(name => Words.Of(ShelfStrings.Quoted, name)))),
        _ => ShelfStrings.WhichTitle,
    }));

    /// <summary>A page of titles, from a place that makes sense.</summary>
    public static (IReadOnlyList<Title> Titles, int From) PageOf(IReadOnlyList<Title> titles, int from)
    {
        var start = from < titles.Count ? Math.Max(from, 0) : 0;
        return ([.. titles.Skip(start).Take(Page)], start);
    }

    /// <summary>The button for the rest of a list; none where there is none.</summary>
    public static IEnumerable<AdaptiveAction> More(JObject which, int count, int shown) => shown < count ? [ShelfButtons.More(which, shown)] : [];

    private AdaptiveCard Card(ListedTitles list, IReadOnlyList<Title> shown, int start) => cards.Titles(
        ShelfStrings.MyList, shown, isOwn: true,
        [.. More([], list.Titles.Count, start + shown.Count), list.List.ShareCode is null ? ShelfButtons.ShareIt() : ShelfButtons.StopSharingIt()]);

    private async Task<ShelfReply> AddAsync(int person, Title title, Reader reader, CancellationToken cancellationToken) => older.Withholds(title, reader)
        ? new ShelfReply(GeneralAnswers.Text(Words.Of(RecommendationStrings.OlderAsk, title.TitleProper, general.Contact)))
        : await lists.AddAsync(person, title.Id, cancellationToken) switch
        {
            ListOutcome.Done => Say(Words.Of(ShelfStrings.Added, title.TitleProper)),
            ListOutcome.NothingToDo => Say(Words.Of(ShelfStrings.AddedAlready, title.TitleProper)),
            ListOutcome.Full full => Say(Words.Of(ShelfStrings.Full, full.Most)),
            ListOutcome.NotAllowed => Stranger(),
            _ => Say(RecommendationStrings.Gone),
        };

    private async Task<ShelfReply> RemoveAsync(int person, Title title, CancellationToken cancellationToken) => Say(Words.Of(
        await lists.RemoveAsync(person, title.Id, cancellationToken) is ListOutcome.Done ? ShelfStrings.Removed : ShelfStrings.NotOnList, title.TitleProper));

    private static ShelfReply Say(string said) => new(GeneralAnswers.Text(Words.Sentence(said)), IsPrivate: true);
}
