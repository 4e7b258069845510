using LibraryBot.Data.Catalog;
using LibraryBot.Data.People;
using LibraryBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Talk = LibraryBot.Tests.Support.Conversation;

namespace LibraryBot.Tests.Dialogs.Recommendations;

/// <summary>Whole conversations about what to read.</summary>
public sealed class AskingTests
{
    [Fact]
    public async Task AFunnyGraphicNovelForAFourthGraderIsFoundAndSaysWhyItFits()
    {
        await using var talk = await Talk.WithAsync();

        var reply = await talk.SayAsync("a funny graphic novel for a 4th grader");

        Assert.All(reply.Titles, title => Assert.Contains(title, new[] { "Dog Man", "Dog Man Unleashed", "El Deafo", "Lunch Lady and the Cyborg Substitute", "Hombre Perro" }));
        Assert.InRange(reply.Titles.Count, 3, 5);
        Assert.Contains("graphic novel", reply.All, StringComparison.Ordinal);
        Assert.Contains("Funny", reply.All, StringComparison.Ordinal);
        Assert.Contains("In now: Graphic novels, GN", reply.All, StringComparison.Ordinal);
        Assert.Contains("Hold it", reply.Buttons);
        Assert.Contains("More like this", reply.Buttons);
    }

    [Fact]
    public async Task ASearchIsRefinedAndOneOfItHeld()
    {
        await using var talk = await Talk.WithAsync(Role.Student);

        await talk.SayAsync("a funny graphic novel");
        var shorter = await talk.SayAsync("shorter");
        Assert.NotEmpty(shorter.Titles);

        var spanish = await talk.SayAsync("in Spanish");
        Assert.Equal("Hombre Perro", spanish.Titles[0]);

        var held = await talk.SayAsync("hold the first one");
        Assert.Contains("“Hombre Perro” is on hold for you", held.Text, StringComparison.Ordinal);
        Assert.Contains("On hold for you", new Reply(talk.Adapter.Updates).All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AChannelThatCannotReplaceACardStillHolds()
    {
        await using var talk = await Talk.WithAsync(Role.Student);
        talk.Adapter.CanUpdate = false;
        await talk.SayAsync("a book about sharks");

        Assert.Contains("on hold for you", (await talk.SayAsync("hold the first one")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ATitleAskedForIsAnsweredWithThatTitleAndItsOtherFormat()
    {
        await using var talk = await Talk.WithAsync();

        var reply = await talk.SayAsync("Do you have Hatchet?");

        Assert.StartsWith("Yes, we have “Hatchet”. In now: Fiction, FIC PAU.", reply.Text, StringComparison.Ordinal);
        Assert.Contains("Also here: audiobook", reply.All, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("hatchet")]
    [InlineData("Hachet")]
    [InlineData("9780027701302")]
    [InlineData("is hatchet in")]
    public async Task ATitleIsFoundHoweverItIsAskedFor(string text)
    {
        await using var talk = await Talk.WithAsync();

        Assert.Contains("Hatchet", (await talk.SayAsync(text)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ATitleTheLibraryDoesNotOwnIsSaidSoAndNotedWithoutWhoAsked()
    {
        await using var talk = await Talk.WithAsync(Role.Student);

        var reply = await talk.SayAsync("Do you have The Phantom Tollbooth?");

        Assert.Contains("does not have “", reply.Text, StringComparison.Ordinal);
        await using var library = talk.Library();
        var wish = await library.UnmetWishes.SingleAsync();
        Assert.Contains("phantom tollbooth", wish.Wanted.ToLowerInvariant(), StringComparison.Ordinal);
        Assert.Equal(new DateOnly(2026, 3, 3), wish.On);
    }

    [Fact]
    public async Task AnUnknownTopicIsSaidSoAndNoted()
    {
        await using var talk = await Talk.WithAsync();

        var reply = await talk.SayAsync("books about quantum chromodynamics");

        Assert.Contains("I found nothing", reply.Text, StringComparison.Ordinal);
        await using var library = talk.Library();
        Assert.Contains("quantum", (await library.UnmetWishes.SingleAsync()).Wanted, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("something like Dog Man")]
    [InlineData("i liked dog man what else is like it")]
    [InlineData("funny books like Dog Man")]
    public async Task SomethingLikeAnOwnedTitleIsFoundByWhatTheyShare(string text)
    {
        await using var talk = await Talk.WithAsync();

        var reply = await talk.SayAsync(text);

        Assert.Contains("Dog Man Unleashed", reply.Titles);
        Assert.DoesNotContain("Dog Man", reply.Titles);
    }

    [Fact]
    public async Task SomethingLikeATitleTheLibraryDoesNotOwnIsHonest()
    {
        await using var talk = await Talk.WithAsync();

        var reply = await talk.SayAsync("something like Captain Underpants");

        Assert.Contains("We do not have “Captain Underpants”", reply.Text, StringComparison.Ordinal);
        Assert.Contains("Something funny", reply.Buttons);
    }

    [Fact]
    public async Task AnEmptyWishIsAskedAboutOnce()
    {
        await using var talk = await Talk.WithAsync();

        var question = await talk.SayAsync("can you recommend me a book");
        var answer = await talk.PressAsync(question, "Graphic novels");

        Assert.Contains("What do you like?", question.Text, StringComparison.Ordinal);
        Assert.NotEmpty(answer.Titles);
    }

    [Fact]
    public async Task AQuestionOfFactInsteadOfAnAnswerIsAnsweredAndTheQuestionAskedAgain()
    {
        await using var talk = await Talk.WithAsync();
        await talk.SayAsync("can you recommend me a book");

        var reply = await talk.SayAsync("when do you close?");

        Assert.Contains("open now", reply.Messages[0].Text, StringComparison.Ordinal);
        Assert.Contains("What do you like?", reply.Messages[1].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("idk")]
    [InlineData("surprise me")]
    [InlineData("no sé")]
    public async Task WhoDoesNotKnowGetsAnAwardWinnerThatIsIn(string text)
    {
        await using var talk = await Talk.WithAsync();
        await talk.SayAsync("can you recommend me a book");

        Assert.Equal(["Hatchet"], (await talk.SayAsync(text)).Titles);
    }

    [Fact]
    public async Task WhatIsMissingInALanguageIsNotedWithTheLanguage()
    {
        await using var talk = await Talk.WithAsync();

        var reply = await talk.SayAsync("books about sharks in Spanish");

        Assert.Contains("are not in Spanish", reply.Text, StringComparison.Ordinal);
        await using var library = talk.Library();
        Assert.Equal("spa", (await library.UnmetWishes.SingleAsync()).Language);
    }

    [Fact]
    public async Task AfterATitleANewRequestForgetsIt()
    {
        await using var talk = await Talk.WithAsync();
        await talk.SayAsync("Do you have Hatchet?");

        Assert.Equal(2, (await talk.SayAsync("books about sharks")).Titles.Count);
    }

    [Theory]
    [InlineData("the ninth one")]
    [InlineData("hold number 9")]
    [InlineData("the third one")]
    public async Task ANumberThatIsNotOnTheCardIsAskedAbout(string text)
    {
        await using var talk = await Talk.WithAsync();
        await talk.SayAsync("books about sharks");

        Assert.Contains("1 to 2", (await talk.SayAsync(text)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatIsExcludedIsNeverShown()
    {
        await using var talk = await Talk.WithAsync();

        var reply = await talk.SayAsync("a funny book, no vampires");

        Assert.DoesNotContain("Dracula for Beginners", reply.Titles);
        Assert.NotEmpty(reply.Titles);
    }

    [Fact]
    public async Task WhatHadToBeGivenUpIsSaid()
    {
        await using var talk = await Talk.WithAsync();

        var reply = await talk.SayAsync("a graphic novel in Spanish under 50 pages");

        Assert.Contains("are longer", reply.Text, StringComparison.Ordinal);
        Assert.Equal("Hombre Perro", reply.Titles[0]);
        Assert.Contains("But: 240 pages", reply.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AStudentsGradeLeansTheOrderAndThatIsSaid()
    {
        await using var talk = await Talk.WithAsync(Role.Student);

        var reply = await talk.SayAsync("books about sharks");

        Assert.Equal(["All About Sharks", "Shark Lady"], reply.Titles);
        Assert.Contains("grade 4 first", reply.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AStudentsGradeIsNotToldWhereOthersReadAlong()
    {
        await using var talk = await Talk.WithAsync(Role.Student);
        talk.Adapter.Conversation.Conversation!.IsGroup = true;

        Assert.DoesNotContain("grade 4", (await talk.SayAsync("books about sharks")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ANewRequestTakesThePlaceOfTheLast()
    {
        await using var talk = await Talk.WithAsync();
        await talk.SayAsync("a funny graphic novel");

        var reply = await talk.SayAsync("I need a book about sharks");

        Assert.Contains("All About Sharks", reply.Titles);
        Assert.DoesNotContain("Dog Man", reply.Titles);
    }

    [Fact]
    public async Task MoreResultsShowsOthersAndThenSaysThatIsAll()
    {
        await using var talk = await Talk.WithAsync();
        var first = await talk.SayAsync("2 graphic novels");

        var second = await talk.SayAsync("more");
        Assert.Equal(2, first.Titles.Count);
        Assert.Empty(first.Titles.Intersect(second.Titles));

        Reply last = second;
        for (var turn = 0; turn < 5 && last.Cards.Count > 0; turn++)
        {
            last = await talk.SayAsync("more");
        }

        Assert.Contains("That is all we have", last.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheWholeConversationWorksInSpanish()
    {
        await using var talk = await Talk.WithAsync();

        var first = await talk.SayAsync("Busco una novela gráfica divertida para mi hija de tercer grado");
        Assert.Contains("Aquí tienes", first.Text, StringComparison.Ordinal);
        Assert.Contains("Resérvalo", first.Buttons);
        Assert.Contains("Disponible ahora: Novelas gráficas", first.All, StringComparison.Ordinal);

        var spanish = await talk.SayAsync("en español");
        Assert.Equal("Hombre Perro", spanish.Titles[0]);

        var held = await talk.SayAsync("reserva el primero");
        Assert.Contains("«Hombre Perro» está reservado para ti", held.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"sharks\" OR 1=1")]
    [InlineData("NEAR(sharks, 2)")]
    [InlineData("sharks*")]
    [InlineData("book about sharks'; DROP TABLE Titles;--")]
    [InlineData("title:sharks -lady")]
    public async Task QuerySyntaxIsOnlyWords(string text)
    {
        await using var talk = await Talk.WithAsync();

        await talk.SayAsync(text);

        await using var library = talk.Library();
        Assert.NotEqual(0, await library.Titles.CountAsync(title => title.Format == TitleFormat.Book));
    }
}
