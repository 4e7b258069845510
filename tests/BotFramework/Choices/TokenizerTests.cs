using Microsoft.Bot.Builder.Dialogs.Choices;

namespace LibraryBot.Tests.BotFramework.Choices;

public class TokenizerTests
{
    [Theory]
    [InlineData("", new string[0])]
    [InlineData(".?;-()", new string[0])]
    [InlineData("how are you", new[] { "how", "are", "you" })]
    [InlineData("how-are.you:doing", new[] { "how", "are", "you", "doing" })]
    [InlineData("how\u2010are\u2013you", new[] { "how", "are", "you" })]
    [InlineData("a b 1", new[] { "a", "b", "1" })]
    [InlineData("¿dónde está?", new[] { "dónde", "está" })]
    [InlineData("food \U0001F4A5\U0001F44D!", new[] { "food", "\U0001F4A5", "\U0001F44D" })]
    public void WordsAreSplitAtSpacesAndSigns(string text, string[] words) =>
        Assert.Equal(words, Tokenizer.DefaultTokenizer(text).Select(token => token.Text));

    [Fact]
    public void EachWordKnowsItsPlace()
    {
        var tokens = Tokenizer.DefaultTokenizer("a fOoBar \U0001F44D");
        Assert.Equal([(0, 0), (2, 7), (9, 10)], tokens.Select(token => (token.Start, token.End)));
        Assert.Equal(("fOoBar", "foobar"), (tokens[1].Text, tokens[1].Normalized));
    }

    [Fact]
    public void HalfAnEmojiIsNoReasonToFail() => Assert.Single(Tokenizer.DefaultTokenizer("\uD83D"));
}
