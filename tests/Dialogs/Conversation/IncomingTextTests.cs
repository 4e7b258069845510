using LibraryBot.Dialogs.Conversation;
using Microsoft.Bot.Schema;

namespace LibraryBot.Tests.Dialogs.Conversation;

public sealed class IncomingTextTests
{
    [Theory]
    [InlineData(null, nameof(IncomingKind.Nothing))]
    [InlineData("", nameof(IncomingKind.Nothing))]
    [InlineData(" \t\r\n ", nameof(IncomingKind.Nothing))]
    [InlineData("\u0000\u0007\u001b", nameof(IncomingKind.Nothing))]
    [InlineData("\u200f\u200b\u2066", nameof(IncomingKind.Nothing))]
    [InlineData("\ud83d\ude00\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67", nameof(IncomingKind.Symbols))]
    [InlineData("!!! ...", nameof(IncomingKind.Symbols))]
    [InlineData("???", nameof(IncomingKind.Question))]
    [InlineData("\u0643\u062a\u0628 \u0639\u0646 \u0627\u0644\u0642\u0637\u0637", nameof(IncomingKind.AnotherScript))]
    [InlineData("\u05e1\u05e4\u05e8", nameof(IncomingKind.AnotherScript))]
    [InlineData("sharks", nameof(IncomingKind.Words))]
    [InlineData("ñandú y ütf", nameof(IncomingKind.Words))]
    [InlineData("9780027701302", nameof(IncomingKind.Words))]
    public void WhatThereIsToReadIsTold(string? text, string kind) => Assert.Equal(kind, Read(text).Kind.ToString());

    [Fact]
    public void ControlCharactersAndRunsOfBlanksAreTakenOut() =>
        Assert.Equal("a book about dogs", Read("\u200f a\u0000 book \r\n\t about\u202e   dogs\u0007 ").Text);

    [Fact]
    public void ALongMessageIsReadUpToItsLimitAndNoWordIsCutInTwo()
    {
        var read = Read(string.Concat(Enumerable.Repeat("dinosaurs ", 10_000)));

        Assert.True(read.IsCut);
        Assert.InRange(read.Text.Length, IncomingText.Limit - 20, IncomingText.Limit);
        Assert.EndsWith("dinosaurs", read.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void AMentionOfTheBotIsNoPartOfTheQuestion()
    {
        var activity = new Activity(ActivityTypes.Message)
        {
            Text = "<at>Library</at> sharks",
            Recipient = new ChannelAccount("bot"),
            Entities = [new Entity { Type = "mention", Properties = Newtonsoft.Json.Linq.JObject.FromObject(new { mentioned = new { id = "bot", name = "Library" }, text = "<at>Library</at>" }) }],
        };

        Assert.Equal("sharks", IncomingText.Read(activity).Text);
    }

    [Fact]
    public void APictureWithoutAWordIsAnAttachment()
    {
        var picture = new Activity(ActivityTypes.Message) { Attachments = [new Attachment("image/png", "https://example.org/a.png")] };
        var teamsOwnCopyOfTheText = new Activity(ActivityTypes.Message) { Attachments = [new Attachment("text/html", content: "<p></p>")] };

        Assert.Equal(IncomingKind.Attachment, IncomingText.Read(picture).Kind);
        Assert.Equal(IncomingKind.Nothing, IncomingText.Read(teamsOwnCopyOfTheText).Kind);
    }

    private static IncomingText Read(string? text) => IncomingText.Read(new Activity(ActivityTypes.Message) { Text = text });
}
