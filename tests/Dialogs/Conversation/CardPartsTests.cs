using LibraryBot.Dialogs.Conversation;

namespace LibraryBot.Tests.Dialogs.Conversation;

/// <summary>What is in a card's text is shown as it is written, whatever Markdown would make of it.</summary>
public sealed class CardPartsTests
{
    [Theory]
    [InlineData("2. Hatchet", "2.\u00A0Hatchet")]
    [InlineData("101) Dalmatians", "101)\u00A0Dalmatians")]
    [InlineData("- and more", "-\u00A0and more")]
    [InlineData("# 1 Fan", "#\u00A01 Fan")]
    [InlineData("[press](http://evil.example)", "[press] (http://evil.example)")]
    [InlineData("2 · Hatchet", "2 · Hatchet")]
    [InlineData("1984", "1984")]
    [InlineData("Room 12. Second floor", "Room 12. Second floor")]
    [InlineData("", "")]
    public void TextIsNoMarkdown(string text, string shown)
    {
        Assert.Equal(shown, CardParts.Line(text).Text);
        Assert.Equal(shown, CardParts.Heading(text).Text);
    }
}
