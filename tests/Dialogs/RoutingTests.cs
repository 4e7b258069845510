using LibraryBot.Data.People;
using Microsoft.Bot.Schema;
using Talk = LibraryBot.Tests.Support.Conversation;

namespace LibraryBot.Tests.Dialogs;

/// <summary>What the main dialog does before any capability is asked.</summary>
public sealed class RoutingTests
{
    [Fact]
    public async Task ACallForHelpIsAnsweredWithCareAndNoBooks()
    {
        await using var talk = await Talk.WithAsync(Role.Student);

        var reply = await talk.SayAsync("i want to die");

        Assert.Contains("988", reply.Text, StringComparison.Ordinal);
        Assert.Contains("counselor", reply.Text, StringComparison.Ordinal);
        Assert.Contains("Ms. Ortiz", reply.Text, StringComparison.Ordinal);
        Assert.Empty(reply.Cards);
    }

    [Fact]
    public async Task ACallForHelpInSpanishIsAnsweredInSpanish()
    {
        await using var talk = await Talk.WithAsync(Role.Student);

        var reply = await talk.SayAsync("ya no quiero vivir, me siento muy triste");

        Assert.Contains("marcar 2 para español", reply.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ACallForHelpInTheMiddleOfASearchIsHeard()
    {
        await using var talk = await Talk.WithAsync(Role.Student);
        await talk.SayAsync("I want a book about sharks");

        Assert.Contains("988", (await talk.SayAsync("i want to kill myself")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("help")]
    [InlineData("Help!")]
    [InlineData("what can you do?")]
    [InlineData("menu please")]
    [InlineData("pls help")]
    [InlineData("help me plz")]
    [InlineData("?")]
    public async Task HelpShowsTheMenuWithTheSchoolsLinks(string text)
    {
        await using var talk = await Talk.WithAsync();

        var reply = await talk.SayAsync(text);

        Assert.Contains("Find a book", reply.Buttons);
        Assert.Contains("Opening hours", reply.Buttons);
        Assert.Contains("E-books", reply.Buttons);
    }

    [Theory]
    [InlineData("could i speak with somebody please")]
    [InlineData("i wanna talk to an actual person")]
    [InlineData("me gustaría hablar con alguien, por favor")]
    public async Task WhoWantsAPersonIsToldOfOneAndNothingIsNoted(string text)
    {
        await using var talk = await Talk.WithAsync();

        var reply = await talk.SayAsync(text);

        Assert.Contains("Ms. Ortiz", reply.Text, StringComparison.Ordinal);
        Assert.Empty(reply.Cards);
        await using var library = talk.Library();
        Assert.Empty(library.UnmetWishes);
    }

    [Theory]
    [InlineData("tell me another joke")]
    public async Task WhatIsNotAboutTheCardIsNotTakenForAWishAboutIt(string text)
    {
        await using var talk = await Talk.WithAsync();
        await talk.SayAsync("books about sharks");

        Assert.Contains("can't help with that", (await talk.SayAsync(text)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AGoodbyeAfterACardIsAGoodbye()
    {
        await using var talk = await Talk.WithAsync();
        await talk.SayAsync("libros sobre tiburones", "es");

        Assert.Empty((await talk.SayAsync("adiós", "es")).Cards);
    }

    [Theory]
    [InlineData("who has Hatchet checked out")]
    [InlineData("how many copies of Hatchet do we have")]
    [InlineData("a class set of Hatchet")]
    public async Task AQuestionAboutCopiesIsAnsweredWithTheTitle(string text)
    {
        await using var talk = await Talk.WithAsync();

        Assert.Contains("Yes, we have “Hatchet”", (await talk.SayAsync(text)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AButtonOfTheMenuAsksItsQuestion()
    {
        await using var talk = await Talk.WithAsync();
        var menu = await talk.SayAsync("help");

        var reply = await talk.PressAsync(menu, "Where the library is");

        Assert.Equal("We are next to the gym.", reply.Text);
    }

    [Theory]
    [InlineData("", "came empty")]
    [InlineData("\u0000\u0001", "came empty")]
    [InlineData("\ud83d\ude00\ud83d\udc36", "in a few words")]
    [InlineData("\u0643\u062a\u0628 \u0639\u0646 \u0627\u0644\u0642\u0637\u0637", "English and Spanish")]
    public async Task AMessageWithoutWordsGetsAKindAnswer(string text, string answer)
    {
        await using var talk = await Talk.WithAsync();

        Assert.Contains(answer, (await talk.SayAsync(text)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task APictureIsPolitelyNotOpened()
    {
        await using var talk = await Talk.WithAsync();

        var reply = await talk.SendAsync(new Activity(ActivityTypes.Message) { Attachments = [new Attachment("image/png", "https://example.org/a.png")] });

        Assert.Contains("I can only read words", reply.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AVeryLongMessageIsReadInPartAndThatIsSaid()
    {
        await using var talk = await Talk.WithAsync();

        var reply = await talk.SayAsync("a book about sharks " + new string('x', 100_000));

        Assert.Contains("first 2,000 characters", reply.Messages[0].Text, StringComparison.Ordinal);
        Assert.Equal(2, reply.Messages.Count);
    }

    [Fact]
    public async Task CancelSaysWhatItDid()
    {
        await using var talk = await Talk.WithAsync();
        Assert.Contains("nothing to cancel", (await talk.SayAsync("cancel")).Text, StringComparison.Ordinal);

        await talk.SayAsync("I want a book about sharks");
        Assert.Contains("stopped", (await talk.SayAsync("never mind")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task StartOverForgetsWhatWasShown()
    {
        await using var talk = await Talk.WithAsync();
        await talk.SayAsync("I want a book about sharks");

        Assert.Contains("afresh", (await talk.SayAsync("start over")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Shark", (await talk.SayAsync("the second one")).All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AQuestionOfFactInterruptsASearchAndGivesTheWordBack()
    {
        await using var talk = await Talk.WithAsync();
        var search = await talk.SayAsync("I want a book about sharks");

        var hours = await talk.SayAsync("when do you close?");
        var second = await talk.SayAsync("the second one");

        Assert.Contains("open now, until 4:00", hours.Text, StringComparison.Ordinal);
        Assert.Contains(search.Titles[1], second.All, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("can you order me a pizza")]
    [InlineData("what is the capital of australia")]
    [InlineData("whats the weather going to be like tomorrow")]
    public async Task WhatIsOutOfScopeIsSaidSoWithWhatIsInItAndWhomToAsk(string text)
    {
        await using var talk = await Talk.WithAsync();

        var reply = await talk.SayAsync(text);

        Assert.Contains("I can't help with that", reply.Text, StringComparison.Ordinal);
        Assert.Contains("Ms. Ortiz", reply.Text, StringComparison.Ordinal);
        Assert.Contains("Find a book", reply.Buttons);
    }

    [Fact]
    public async Task ASpanishSentenceGetsASpanishAnswerAndSoDoesTheNextWord()
    {
        await using var talk = await Talk.WithAsync();

        Assert.Contains("abierto ahora", (await talk.SayAsync("¿A qué hora cierra la biblioteca?")).Text, StringComparison.Ordinal);
        Assert.Contains("Buscar un libro", (await talk.SayAsync("menu")).Buttons);
    }

    [Theory]
    [InlineData("thx")]
    [InlineData("ok thanks")]
    [InlineData("gracias")]
    public async Task ThanksAreTakenForThanks(string text)
    {
        await using var talk = await Talk.WithAsync();

        Assert.Matches("welcome|De nada", (await talk.SayAsync(text)).Text);
    }

    [Fact]
    public async Task LettersWithoutSenseAreNotGreeted()
    {
        await using var talk = await Talk.WithAsync();

        Assert.StartsWith("I am sorry", (await talk.SayAsync("asdfgh")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ASpanishChannelIsAnsweredInSpanish()
    {
        await using var talk = await Talk.WithAsync();

        Assert.Contains("Buscar un libro", (await talk.SayAsync("menu", locale: "es-MX")).Buttons);
    }
}
