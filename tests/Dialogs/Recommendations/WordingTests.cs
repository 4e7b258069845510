using LibraryBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Talk = LibraryBot.Tests.Support.Conversation;

namespace LibraryBot.Tests.Dialogs.Recommendations;

/// <summary>In which words a request is said back.</summary>
public sealed class WordingTests
{
    [Fact]
    public async Task AMisspelledTopicIsSaidAsItWasMeant()
    {
        await using var talk = await Talk.WithTitlesAsync(Some.Title("The Tale Upside Down", subjects: ["Fumaroles -- Juvenile literature"]));

        var reply = await talk.SayAsync("books about fumarolles");

        Assert.Equal(["The Tale Upside Down"], reply.Titles);
        Assert.Contains("bout fumaroles", reply.All, StringComparison.Ordinal);
        Assert.DoesNotContain("fumarolles", reply.All, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("books about dogs under 600 lexile", "Lexile up to 600")]
    [InlineData("books about dogs over 600 lexile", "Lexile 600 and up")]
    [InlineData("books about dogs, lexile 500 to 700", "Lexile 500–700")]
    [InlineData("libros de perros con lexile de menos de 600", "Lexile hasta 600")]
    public async Task ALimitIsSaidWithoutAnEndThatNobodyNamed(string said, string expected)
    {
        await using var talk = await Talk.WithTitlesAsync(Some.Title("Dogs at Work", subjects: ["Dogs"]));

        Assert.Contains(expected, (await talk.SayAsync(said)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatMayBeATitleIsSaidAndNotedAsItWasAskedFor()
    {
        await using var talk = await Talk.WithTitlesAsync(Some.Title("Diary of a Wimpy Kid", subjects: ["Diaries -- Fiction"]));

        var reply = await talk.SayAsync("do you have diary of a wimpy kid the long haul?");

        Assert.Contains("“diary of a wimpy kid the long haul”", reply.Text, StringComparison.Ordinal);
        Assert.Equal("Diary of a Wimpy Kid", reply.Titles[0]);
        await using var context = talk.Library();
        Assert.Equal("diary of a wimpy kid the long haul", (await context.UnmetWishes.SingleAsync()).Wanted);
    }

    [Theory]
    [InlineData("do you have my dad drinks zygotes too much")]
    [InlineData("i need zygotes for the guy on maple street")]
    public async Task WhatMayTellOfWhoAsksIsNotedByItsTopicsOnly(string said)
    {
        await using var talk = await Talk.WithTitlesAsync(Some.Title("Dogs at Work", subjects: ["Dogs"]));

        await talk.SayAsync(said);

        await using var context = talk.Library();
        Assert.DoesNotContain(await context.UnmetWishes.ToListAsync(), wish => wish.Wanted.Contains("dad", StringComparison.Ordinal) || wish.Wanted.Contains("the guy", StringComparison.Ordinal));
    }

    [Fact]
    public async Task WhatIsPlainlyATopicIsSaidAsOne()
    {
        await using var talk = await Talk.WithTitlesAsync(Some.Title("Dogs at Work", subjects: ["Dogs"]));

        var reply = await talk.SayAsync("do you have books about axolotls?");

        Assert.Contains("nothing for this: axolotls.", reply.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mentor texts about fumaroles")]
    [InlineData("a book about fumaroles for a book report due tomorrow")]
    public async Task WhatItIsForIsNoTopic(string said)
    {
        await using var talk = await Talk.WithTitlesAsync(Some.Title("Fumaroles", subjects: ["Fumaroles"]));

        Assert.Contains("Here you go: fumaroles.", (await talk.SayAsync(said)).Text, StringComparison.Ordinal);
    }
}
