using Microsoft.Bot.Builder.Dialogs.Choices;
using Microsoft.Bot.Schema;

namespace LibraryBot.Tests.BotFramework.Choices;

public class FindTests
{
    private static readonly List<string> Colors = ["red", "green", "blue"];

    [Theory]
    [InlineData("the RED one", "red")]
    [InlineData("the red and the blue ones", "red,blue")]
    [InlineData("blue then red", "blue,red")]
    [InlineData("red red red", "red")]
    [InlineData("reddish", "")]
    public void ChoicesAreFoundByTheirWords(string said, string found) =>
        Assert.Equal(found, string.Join(',', Find.FindChoices(said, Colors).Select(x => x.Resolution.Value)));

    [Fact]
    public void AMatchTellsWhereItIs()
    {
        var match = Find.FindChoices("the Red one", Colors).Single();
        Assert.Equal((4, 6, "Red", "choice"), (match.Start, match.End, match.Text, match.TypeName));
        Assert.Equal((0, 1f, "red"), (match.Resolution.Index, match.Resolution.Score, match.Resolution.Synonym));
    }

    [Fact]
    public void TheLongerChoiceGoesFirst()
    {
        List<string> food = ["bread", "bread pudding", "pudding"];
        Assert.Equal(["bread pudding"], Find.FindChoices("some bread pudding", food).Select(x => x.Resolution.Value));
        Assert.Equal(["C"], Find.FindChoices("c", new List<string> { "C++", "C" }).Select(x => x.Resolution.Value));
    }

    [Fact]
    public void OtherWordsInBetweenLowerTheScoreAndTooManyHideTheValue()
    {
        Assert.Equal(0.5f, Find.FindChoices("second from the last", new List<string> { "second last" }).Single().Resolution.Score);
        Assert.Empty(Find.FindChoices("second one two three last", new List<string> { "second last" }));
        Assert.NotEmpty(Find.FindChoices("second one two three last", new List<string> { "second last" }, new FindChoicesOptions { MaxTokenDistance = 3 }));
        Assert.Empty(Find.FindChoices("last second", new List<string> { "second last" }));
        Assert.Equal(0.5f, Find.FindChoices("the second", new List<string> { "second last" }, new FindChoicesOptions { AllowPartialMatches = true }).Single().Resolution.Score);
    }

    [Fact]
    public void ButtonsAndSynonymsAreWordsToo()
    {
        List<Choice> choices = [new("1") { Action = new CardAction { Title = "Take it" }, Synonyms = ["yes please"] }, new("2")];
        Assert.Equal("Take it", Find.FindChoices("i take it", choices).Single().Resolution.Synonym);
        Assert.Equal(0, Find.FindChoices("oh yes please", choices).Single().Resolution.Index);
        Assert.Empty(Find.FindChoices("i take it", choices, new FindChoicesOptions { NoAction = true }));
        Assert.Empty(Find.FindChoices("2", choices, new FindChoicesOptions { NoValue = true }));
    }

    [Fact]
    public void AnotherTokenizerMayBeUsed()
    {
        TokenizerFunction whole = (text, _) => [new Token { Start = 0, End = text.Length - 1, Text = text, Normalized = text }];
        Assert.Empty(Find.FindChoices("the red one", Colors, new FindChoicesOptions { Tokenizer = whole }));
        Assert.Single(Find.FindChoices("red", Colors, new FindChoicesOptions { Tokenizer = whole }));
    }

    [Fact]
    public void NothingSaidOrNothingToChooseIsABug()
    {
        Assert.Throws<ArgumentNullException>(() => Find.FindChoices(string.Empty, Colors));
        Assert.Throws<ArgumentNullException>(() => Find.FindChoices("red", (IList<Choice>)null!));
    }
}
