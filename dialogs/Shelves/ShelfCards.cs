using AdaptiveCards;
using LibraryBot.Data.Catalog;
using LibraryBot.Dialogs.Conversation;
using LibraryBot.Dialogs.Recommendations;

namespace LibraryBot.Dialogs.Shelves;

/// <summary>The cards of lists.</summary>
internal sealed class ShelfCards(Standing standing)
{
    /// <summary>Some titles of a list.</summary>
    /// <param name="name">What the list is called.</param>
    /// <param name="titles">The titles, in order; each page is numbered anew, so that "the second one" is the second on it.</param>
    /// <param name="isOwn">Whether they can be taken off it.</param>
    /// <param name="actions">What can be done with the list.</param>
    public AdaptiveCard Titles(string name, IReadOnlyList<Title> titles, bool isOwn, params IEnumerable<AdaptiveAction> actions)
    {
        var card = CardParts.Card(
            $"{name}. {string.Join(" ", titles.Select((title, index) => $"{index + 1}. {Named(title)}. {standing.Line(title)}."))}",
            titles.Select((title, index) => Row(title, index + 1, isOwn ? ShelfButtons.RemoveIt(title) : ShelfButtons.AddIt(title))).Prepend<AdaptiveElement>(CardParts.Heading(name)));
        card.Actions.AddRange(actions);
        return card;
    }

    /// <summary>The names of lists, to choose from.</summary>
    /// <param name="lists">Number and name of each.</param>
    public static AdaptiveCard Names(IReadOnlyList<(int Id, string Name)> lists) => CardParts.Card(
        Words.List(lists.Select(list => list.Name)),
        lists.Chunk(4).Select(row => new AdaptiveActionSet { Actions = [.. row.Select(list => ShelfButtons.ShowIt(list.Name, list.Id))] }));

    /// <summary>What to read after a title, by what each has in common with it.</summary>
    /// <param name="groups">The reasons, each with its titles.</param>
    public AdaptiveCard ReadAlikes(IReadOnlyList<(string Reason, IReadOnlyList<Title> Titles)> groups)
    {
        var number = 0;
        var body = new List<AdaptiveElement>();
        var plain = new List<string>();
        foreach (var (reason, titles) in groups)
        {
            body.Add(new AdaptiveContainer { Separator = body.Count > 0, Items = [CardParts.Heading(reason)] });
            plain.Add($"{reason}:");
            foreach (var title in titles)
            {
                body.Add(Row(title, ++number, ShelfButtons.AddIt(title)));
                plain.Add($"{number}. {Named(title)}.");
            }
        }

        return CardParts.Card(string.Join(" ", plain), body);
    }

    /// <summary>Asks whether one of the library's lists is to go.</summary>
    public static AdaptiveCard ConfirmDelete(string name, int listId, int titles)
    {
        var question = Words.Of(ShelfStrings.ConfirmDelete, name, titles);
        var card = CardParts.Card(question, CardParts.Line(question));
        card.Actions.Add(ShelfButtons.DeleteIt(name, listId));
        return card;
    }

    private AdaptiveContainer Row(Title title, int number, AdaptiveAction change)
    {
        var row = new AdaptiveContainer { Separator = number > 1, Spacing = AdaptiveSpacing.Medium };
        row.Items.Add(CardParts.Heading(Words.Of(RecommendationStrings.Numbered, number, title.TitleProper)));
        if (RecommendationWords.By(title) is { } by)
        {
            row.Items.Add(CardParts.Line(by, subtle: true));
        }

        row.Items.Add(CardParts.Line(standing.Line(title)));
        row.Items.Add(new AdaptiveActionSet { Actions = [RecommendationButtons.HoldIt(title), RecommendationButtons.About(title), change] });
        return row;
    }

    private static string Named(Title title) => RecommendationWords.By(title) is { } by ? $"{title.TitleProper}, {by}" : title.TitleProper;
}
