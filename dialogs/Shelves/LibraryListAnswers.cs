using LibraryBot.Data.Catalog;
using LibraryBot.Data.Catalog.Lists;
using LibraryBot.Data.People;
using LibraryBot.Dialogs.Conversation;
using LibraryBot.Dialogs.Recommendations;
using LibraryBot.Dialogs.Understanding;
using Newtonsoft.Json.Linq;

namespace LibraryBot.Dialogs.Shelves;

/// <summary>Answers about the library's own lists and displays, which the librarian makes here too.</summary>
internal sealed class LibraryListAnswers(LibraryLists lists, MyListAnswers mine, PointedTitles titles, ShelfCards cards, OlderTitles older, GeneralAnswers general)
{
    /// <summary>The lists there are.</summary>
    public async Task<ShelfReply> AllAsync(Role role, CancellationToken cancellationToken) => Names(ShelfStrings.Lists, await lists.AllAsync(role, cancellationToken));

    /// <summary>A list by its name; the others where there is none of it.</summary>
    public async Task<ShelfReply> ShowAsync(string said, Speaker speaker, Reader reader, CancellationToken cancellationToken)
    {
        var all = await lists.AllAsync(speaker.Role, cancellationToken);
        return Find(all, said) is { } list ? await ShowAsync(list.Id, 0, speaker, reader, cancellationToken) ?? Names(ShelfStrings.Lists, all)
            : Names(Words.Of(ShelfStrings.NoSuchList, said), all);
    }

    /// <summary>A list of a button, from a place on; null where there is none.</summary>
    public async Task<ShelfReply?> ShowAsync(int listId, int from, Speaker speaker, Reader reader, CancellationToken cancellationToken)
    {
        if (await lists.FindAsync(listId, speaker.Role, cancellationToken) is not { } list)
        {
            return null;
        }

        var name = list.List.PublishedAt is null ? Words.Of(ShelfStrings.Unpublished, list.List.Name) : list.List.Name;
        var all = list.Titles.Where(title => !older.Withholds(title, reader)).ToList();
        if (all.Count == 0)
        {
            return new ShelfReply(GeneralAnswers.Text(Words.Of(ShelfStrings.ListEmpty, name)));
        }

        var (shown, start) = MyListAnswers.PageOf(all, from);
        var more = MyListAnswers.More(new JObject { [ShelfButtons.ListId] = listId }, all.Count, start + shown.Count);
        return new ShelfReply(CardParts.Message(null, cards.Titles(name, shown, isOwn: false, more))) { Titles = shown };
    }

    /// <summary>Does what a librarian wants done with a list.</summary>
    public async Task<ShelfReply> ChangeAsync(ShelfRequest request, Speaker speaker, string language, Shown? shown, CancellationToken cancellationToken)
    {
        if (speaker is not { Role: Role.Librarian, PersonId: { } person })
        {
            return new ShelfReply(GeneralAnswers.Text(Words.Of(ShelfStrings.LibrariansOnly, general.Contact)));
        }

        if (request.Topic == ShelfTopic.Make)
        {
            return Say(await lists.MakeAsync(request.Name, person, cancellationToken), Words.Of(ShelfStrings.Made, request.Name), request.Name);
        }

        var all = await lists.AllAsync(speaker.Role, cancellationToken);
        if (Find(all, request.List) is not { } list)
        {
            return Names(Words.Of(ShelfStrings.NoSuchList, request.List), all);
        }

        switch (request.Topic)
        {
            case ShelfTopic.Rename:
                return Say(await lists.RenameAsync(list.Id, request.Name, person, cancellationToken), Words.Of(ShelfStrings.Renamed, list.Name, request.Name), request.Name);
            case ShelfTopic.Publish:
                return Say(await lists.PublishAsync(list.Id, isPublished: true, person, cancellationToken), Words.Of(ShelfStrings.Published, list.Name), list.Name);
            case ShelfTopic.Unpublish:
                return Say(await lists.PublishAsync(list.Id, isPublished: false, person, cancellationToken), Words.Of(ShelfStrings.TakenBack, list.Name), list.Name);
            case ShelfTopic.Delete:
                var count = (await lists.FindAsync(list.Id, speaker.Role, cancellationToken))?.Titles.Count ?? 0;
                return new ShelfReply(CardParts.Message(null, ShelfCards.ConfirmDelete(list.Name, list.Id, count)));
            default:
                return await titles.FindAsync(request.Title, language, shown, cancellationToken) switch
                {
                    Pointed.One one when request.Topic == ShelfTopic.Add =>
                        Say(await lists.AddAsync(list.Id, one.Title.Id, person, cancellationToken), Words.Of(ShelfStrings.AddedTo, one.Title.TitleProper, list.Name), list.Name),
                    Pointed.One one =>
                        Say(await lists.RemoveAsync(list.Id, one.Title.Id, person, cancellationToken), Words.Of(ShelfStrings.RemovedFrom, one.Title.TitleProper, list.Name), list.Name),
                    var other => mine.Unclear(other),
                };
        }
    }

    /// <summary>Does away with a list whose button was pressed.</summary>
    public async Task<ShelfReply> DeleteAsync(int listId, Speaker speaker, CancellationToken cancellationToken)
    {
        var list = await lists.FindAsync(listId, speaker.Role, cancellationToken);
        return speaker.PersonId is not { } person || list is null ? new ShelfReply(GeneralAnswers.StaleButton())
            : Say(await lists.DeleteAsync(listId, person, cancellationToken), Words.Of(ShelfStrings.Deleted, list.List.Name), list.List.Name);
    }

    private ShelfReply Say(ListOutcome outcome, string done, string name) => new(GeneralAnswers.Text(outcome switch
    {
        ListOutcome.Done => done,
        ListOutcome.NothingToDo => ShelfStrings.SoAlready,
        ListOutcome.Full full => Words.Of(ShelfStrings.Full, full.Most),
        ListOutcome.NameTaken => Words.Of(ShelfStrings.NameTaken, name),
        ListOutcome.NoName => Words.Of(ShelfStrings.NoName, BookList.LongestName),
        ListOutcome.NotAllowed => Words.Of(ShelfStrings.LibrariansOnly, general.Contact),
        ListOutcome.NoSuchTitle => RecommendationStrings.Gone,
        _ => Words.Of(ShelfStrings.NoSuchList, name),
    }));

    private static ShelfReply Names(string said, IReadOnlyList<BookList> all) => all.Count == 0
        ? new ShelfReply(GeneralAnswers.Text(said == ShelfStrings.Lists ? ShelfStrings.NoLists : $"{said} {ShelfStrings.NoLists}"))
        : new ShelfReply(CardParts.Message(
            said == ShelfStrings.Lists ? said : $"{said} {ShelfStrings.Lists}",
            ShelfCards.Names([.. all.Select(list => (list.Id, list.PublishedAt is null ? Words.Of(ShelfStrings.Unpublished, list.Name) : list.Name))])));

    // By name, by a name misspelt, or by enough of it that no other is meant; what is read in summer, in either language.
    private static BookList? Find(IReadOnlyList<BookList> all, string said)
    {
        var key = LibraryLists.KeyOf(string.Join(' ', said.Split(' ').Where(word => word is not ("list" or "lists" or "display" or "our" or "lista" or "exhibidor" or "exhibicion" or "book" or "books"))));
        if (key.Length == 0)
        {
            return null;
        }

        var near = all.Where(list => Spelling.Distance(list.NameKey, key) <= Math.Max(1, key.Length / 6)).ToList();
        var part = all.Where(list => $" {list.NameKey} ".Contains($" {key} ", StringComparison.Ordinal) || $" {key} ".Contains($" {list.NameKey} ", StringComparison.Ordinal)).ToList();
        return all.FirstOrDefault(list => list.NameKey == key)
            ?? (near.Count == 1 ? near[0]
            : part.Count == 1 ? part[0]
            : ShelfTopics.IsSummerReading(said) ? all.FirstOrDefault(list => ShelfTopics.IsSummerReading(list.Name))
            : null);
    }
}
