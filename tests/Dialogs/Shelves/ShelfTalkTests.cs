using System.Text.RegularExpressions;
using LibraryBot.Data.Catalog.Borrowing;
using LibraryBot.Data.Catalog.Lists;
using LibraryBot.Data.People;
using Microsoft.EntityFrameworkCore;
using Talk = LibraryBot.Tests.Support.Conversation;

namespace LibraryBot.Tests.Dialogs.Shelves;

/// <summary>People talking about their own list, the library's lists, and what to read after a book.</summary>
public sealed class ShelfTalkTests
{
    [Theory]
    [InlineData("add the second one to my list", "“Dog Man Unleashed” is on your list.")]
    [InlineData("put Dog Man Unleashed on my reading list please", "“Dog Man Unleashed” is on your list.")]
    [InlineData("ad the second one to my list", "“Dog Man Unleashed” is on your list.")]
    [InlineData("añade el segundo a mi lista", "«Dog Man Unleashed» está en tu lista.")]
    public async Task WhatIsShownIsPutOnOnesListAndStaysShown(string text, string said)
    {
        await using var talk = await Talk.WithAsync(Role.Student);
        var shown = await talk.SayAsync("Dog Man books");
        var second = shown.Titles[1];

        Assert.Equal(said.Replace("Dog Man Unleashed", second, StringComparison.Ordinal), (await talk.SayAsync(text.Replace("Dog Man Unleashed", second, StringComparison.Ordinal))).Text);
        Assert.Equal([second], await OnListAsync(talk));
        Assert.Contains("on hold for you", (await talk.SayAsync("hold the first one")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("add hatchet to my list")]
    [InlineData("put hatchit on my list")]
    [InlineData("pon Hatchet en mi lista")]
    [InlineData("can you add Hatchet to my to read list")]
    public async Task ATitleThatIsNamedIsPutOnIt(string text)
    {
        await using var talk = await Talk.WithAsync(Role.Student);

        await talk.SayAsync(text);

        Assert.Equal(["Hatchet"], await OnListAsync(talk));
    }

    [Fact]
    public async Task TheCardsButtonPutsATitleOnItAndTheListsTakesItOff()
    {
        await using var talk = await Talk.WithAsync(Role.Student);
        var card = await talk.SayAsync("Do you have Hatchet?");
        await talk.PressAsync(card, "Add to my list");
        Assert.Contains("on your list already", (await talk.PressAsync(card, "Add to my list")).Text, StringComparison.Ordinal);

        var list = await talk.SayAsync("show my list");
        Assert.Equal(["My list", "Hatchet"], [(string)list.Card["body"]![0]!["text"]!, .. list.Titles]);
        await talk.PressAsync(list, "Take off");

        Assert.Empty(await OnListAsync(talk));
        Assert.Contains("Your list is empty", (await talk.SayAsync("what's on my list")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("take hatchet off my list")]
    [InlineData("remove the first one from my list")]
    [InlineData("quita Hatchet de mi lista")]
    [InlineData("clear my list")]
    public async Task ATitleIsTakenOff(string text)
    {
        await using var talk = await Talk.WithAsync(Role.Student);
        await talk.SayAsync("add hatchet to my list");

        await talk.SayAsync(text);

        Assert.Empty(await OnListAsync(talk));
    }

    [Fact]
    public async Task WhatIsShownOfAListCanBeHeldAndTheRestIsOnTheNextPage()
    {
        await using var talk = await Talk.WithAsync(Role.Student);
        await using (var library = talk.Library())
        {
            var ids = await library.Titles.OrderBy(title => title.Id).Select(title => title.Id).Take(7).ToListAsync();
            library.BookLists.Add(new BookList { OwnerId = 1, Name = "", NameKey = "", CreatedAt = Talk.Clock.GetUtcNow(), Entries = [.. ids.Select(id => new BookListEntry { TitleId = id })] });
            await library.SaveChangesAsync();
        }

        var first = await talk.SayAsync("my reading list");
        Assert.Contains("There are 7 books on your list", first.Text, StringComparison.Ordinal);
        Assert.Equal(5, first.Titles.Count);
        var second = await talk.PressAsync(first, "More");
        Assert.Equal(2, second.Titles.Count);
        Assert.DoesNotContain("More", second.Buttons);
        Assert.Contains("on hold for you", (await talk.SayAsync("hold the second one")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ACodeOpensAListUntilItIsTakenBackAndDoesNotSayWhose()
    {
        await using var talk = await Talk.WithAsync(Role.Student);
        await talk.SayAsync("add hatchet to my list");
        var code = Regex.Match((await talk.SayAsync("share my list")).All, "[a-z0-9]{4}(-[a-z0-9]{4}){3}").Value;
        Assert.NotEmpty(code);

        talk.Speaker = LibraryBot.Dialogs.Conversation.Speaker.Visitor;
        var opened = await talk.SayAsync($"here is a list: {code.ToUpperInvariant()}");
        Assert.Equal(["Hatchet"], opened.Titles);
        Assert.DoesNotContain("Sam", opened.All, StringComparison.Ordinal);

        talk.Speaker = new LibraryBot.Dialogs.Conversation.Speaker(1, Role.Student);
        await talk.SayAsync("stop sharing my list");
        Assert.Contains("opens no list", (await talk.SayAsync(code)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AListIsNobodyElses()
    {
        await using var talk = await Talk.WithAsync(Role.Student);
        await talk.SayAsync("add hatchet to my list");

        talk.Speaker = new LibraryBot.Dialogs.Conversation.Speaker(2, Role.Student);

        Assert.Contains("Your list is empty", (await talk.SayAsync("show my list")).Text, StringComparison.Ordinal);
        Assert.Contains("Your list is empty", (await talk.SayAsync("share my list")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ALibrarianMakesFillsAndPublishesAListThatEverybodyCanAskFor()
    {
        await using var talk = await Talk.WithAsync(Role.Librarian);
        Assert.Contains("“Summer Reading” is begun", (await talk.SayAsync("make a list called Summer Reading")).Text, StringComparison.Ordinal);
        Assert.Contains("a list called “summer reading” already", (await talk.SayAsync("create a list called summer reading")).Text, StringComparison.Ordinal);
        Assert.Contains("“Hatchet” is on “Summer Reading”", (await talk.SayAsync("add Hatchet to the summer reading list")).Text, StringComparison.Ordinal);
        await talk.SayAsync("add Esperanza renace to the summer reeding list");
        talk.Speaker = new LibraryBot.Dialogs.Conversation.Speaker(2, Role.Student);
        Assert.DoesNotContain("Hatchet", (await talk.SayAsync("summer reading")).All, StringComparison.Ordinal);
        Assert.Contains("made by Ms. Ortiz", (await talk.SayAsync("publish the summer reading list")).Text, StringComparison.Ordinal);

        talk.Speaker = new LibraryBot.Dialogs.Conversation.Speaker(1, Role.Librarian);
        await talk.SayAsync("publish the summer reading list");
        talk.Speaker = new LibraryBot.Dialogs.Conversation.Speaker(2, Role.Student);
        foreach (var asked in new[] { "summer reading", "show me the summer reading list", "what's on the summer reading list?", "muéstrame la lista de summer reading", "lecturas de verano", "muéstrame la lista de lectura de verano" })
        {
            Assert.Equal(["Hatchet", "Esperanza renace"], (await talk.SayAsync(asked)).Titles);
        }

        Assert.Contains("Summer Reading", (await talk.SayAsync("what lists do you have")).Buttons);
        talk.Speaker = new LibraryBot.Dialogs.Conversation.Speaker(1, Role.Librarian);
        await talk.SayAsync("remove Hatchet from the summer reading list");
        await talk.SayAsync("rename the summer reading list to Vacation Reads");
        Assert.Equal(["Esperanza renace"], (await talk.SayAsync("show me the vacation reads list")).Titles);
        await talk.PressAsync(await talk.SayAsync("delete the vacation reads list"), "Yes, delete it");
        await using var library = talk.Library();
        Assert.Empty(library.BookLists);
    }

    [Theory]
    [InlineData("if you liked Hatchet")]
    [InlineData("read alikes for hatchet")]
    [InlineData("si te gustó Hatchet")]
    public async Task TheReadAlikesOfATitleAreGroupedByTheirReasons(string text)
    {
        await using var talk = await Talk.WithAsync();

        var reply = await talk.SayAsync(text);

        Assert.Contains("Hatchet", reply.Text, StringComparison.Ordinal);
        Assert.Contains("Brian's Winter", reply.All, StringComparison.Ordinal);
        Assert.Contains("Brian's Saga", reply.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatIsPopularIsToldOfGroupsOfTenAndWhyNotOfOthers()
    {
        await using var talk = await Talk.WithAsync();
        await using (var library = talk.Library())
        {
            var hatchet = await library.Titles.Where(title => title.TitleProper == "Hatchet").MinAsync(title => title.Id);
            library.TitlePopularities.Add(new TitlePopularity { TitleId = hatchet, Grade = 6, Readers = 11 });
            library.TitlePopularities.Add(new TitlePopularity { TitleId = hatchet, Grade = TitlePopularity.Everybody, Readers = 15 });
            await library.SaveChangesAsync();
        }

        Assert.Contains("11 readers", (await talk.SayAsync("what's popular with 6th graders")).All, StringComparison.Ordinal);
        Assert.Matches("(?i)too few", (await talk.SayAsync("what's popular with 2nd graders")).Text);
        Assert.Contains("15", (await talk.SayAsync("what is everybody reading")).All, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("newbery books", true)]
    [InlineData("newbery after 1980", true)]
    [InlineData("newbery winners before 1980", false)]
    [InlineData("premio newbery desde 1985", true)]
    public async Task AwardsHaveTheirYears(string text, bool isThere)
    {
        await using var talk = await Talk.WithAsync();

        var reply = await talk.SayAsync(text);

        Assert.Equal(isThere, reply.All.Contains("Newbery Honor, 1988", StringComparison.Ordinal) && !Regex.IsMatch(reply.Text, "(?i)nothing|no encontr"));
    }

    [Theory]
    [InlineData("make a list of books about sharks")]
    [InlineData("a list of funny graphic novels")]
    [InlineData("something like Dog Man")]
    [InlineData("books about summer")]
    [InlineData("schindler's list")]
    public async Task AWishForBooksIsNoQuestionAboutLists(string text)
    {
        await using var talk = await Talk.WithAsync();

        Assert.DoesNotMatch("your list|lists are up|find no list|no lists yet", (await talk.SayAsync(text)).Text);
    }

    private static async Task<List<string>> OnListAsync(Talk talk)
    {
        await using var library = talk.Library();
        return await library.BookListEntries.OrderBy(entry => entry.Id).Join(library.Titles, entry => entry.TitleId, title => title.Id, (_, title) => title.TitleProper).ToListAsync();
    }
}
