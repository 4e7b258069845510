using LibraryBot.Dialogs.Understanding;

namespace LibraryBot.Tests.Dialogs.Understanding;

public sealed class GibberishTests
{
    [Theory]
    [InlineData("asdfgh")]
    [InlineData("sdfsdf")]
    [InlineData("jajaja")]
    [InlineData("hahahaha")]
    [InlineData("jkjkjk")]
    [InlineData("lkjhg qwerty")]
    [InlineData("....k")]
    [InlineData("xkcdvq")]
    [InlineData("zzzzzz")]
    public void StruckKeysAreNoWord(string text) => Assert.True(Gibberish.Is(text));

    [Theory]
    [InlineData("")]
    [InlineData("...")]
    [InlineData("42")]
    [InlineData("nfl")]
    [InlineData("axolotl")]
    [InlineData("xochitl")]
    [InlineData("tchaikovsky")]
    [InlineData("mbappé")]
    [InlineData("Nguyễn")]
    [InlineData("szymborska")]
    [InlineData("Djokovic")]
    [InlineData("quetzalcóatl")]
    [InlineData("liberty")]
    [InlineData("dinasors")]
    [InlineData("chihuahua")]
    [InlineData("Yu-Gi-Oh")]
    [InlineData("rhythm")]
    [InlineData("Mxyzptlk comics")]
    [InlineData("mississippi")]
    [InlineData("bonbon")]
    [InlineData("tintin")]
    [InlineData("книга")]
    public void NamesAndMisspellingsAreWords(string text) => Assert.False(Gibberish.Is(text));
}
