using Talk = LibraryBot.Tests.Support.Conversation;

namespace LibraryBot.Tests.Dialogs.Recommendations;

/// <summary>Requests in few or wrong words, and words that point at nothing.</summary>
public sealed class PointingTests
{
    [Theory]
    [InlineData("the second one")]
    [InlineData("hold it")]
    [InlineData("apártalo por favor")]
    public async Task WhoeverPointsBeforeAnythingIsShownIsAskedForATitle(string text)
    {
        await using var talk = await Talk.WithAsync();

        var reply = await talk.SayAsync(text);

        Assert.Matches("which one you mean|(?i:cuál)", reply.Text);
    }

    [Theory]
    [InlineData("i need a bok abuot sharks")]
    [InlineData("a bok about sharcks plz")]
    public async Task AFifthGraderWhoCannotSpellFindsSharks(string text)
    {
        await using var talk = await Talk.WithAsync();

        var reply = await talk.SayAsync(text);

        Assert.Contains(reply.Titles, title => title.Contains("Shark", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task ManyWishesInOneSentenceAreAWishForBooks()
    {
        await using var talk = await Talk.WithAsync();

        Assert.NotEmpty((await talk.SayAsync("three funny books under 300 pages for grade 3")).Titles);
    }

    [Theory]
    [InlineData("write my essay about sharks")]
    [InlineData("can you please write me a report on sharks")]
    public async Task AnEssayIsNotWrittenAndNotTakenForAChangeOfWhatWasShown(string text)
    {
        await using var talk = await Talk.WithAsync();
        await talk.SayAsync("a funny graphic novel");

        Assert.Empty((await talk.SayAsync(text)).Titles);
    }

    [Theory]
    [InlineData("in large print")]
    [InlineData("make it shorter")]
    public async Task AWordThatAlsoMeansWorkStillChangesWhatWasShown(string text)
    {
        await using var talk = await Talk.WithAsync();
        await talk.SayAsync("a funny graphic novel");

        Assert.DoesNotContain("I can't help with that", (await talk.SayAsync(text)).Text, StringComparison.Ordinal);
        Assert.False(LibraryBot.Dialogs.Recommendations.Phrasing.AsksForWork(text));
    }

    [Fact]
    public async Task WithoutAWordAboutLanguageTheReadersOwnComesFirst()
    {
        await using var talk = await Talk.WithAsync();

        var reply = await talk.SayAsync("a funny graphic novel");

        Assert.NotEqual("Hombre Perro", reply.Titles[0]);
        Assert.DoesNotContain("Hombre Perro", reply.Titles.Take(3));
    }
}
