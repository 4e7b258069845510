using Microsoft.Bot.Builder.Dialogs.Choices;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;

namespace LibraryBot.Tests.BotFramework.Choices;

public class ChoiceFactoryTests
{
    private static readonly List<string> Three = ["red", "green", "blue"];

    [Theory]
    [InlineData(1, "which? (1) red")]
    [InlineData(2, "which? (1) red or (2) green")]
    [InlineData(3, "which? (1) red, (2) green, or (3) blue")]
    public void InlineChoicesReadAsASentence(int count, string text)
    {
        var message = ChoiceFactory.Inline(ChoiceFactory.ToChoices([.. Three.Take(count)]), "which?", "aloud");
        Assert.Equal((text, "aloud", InputHints.ExpectingInput), (message.Text, message.Speak, message.InputHint));
    }

    [Fact]
    public void TheWordsBetweenChoicesMayBeOthers() =>
        Assert.Equal("which? red; green; maybe blue", ChoiceFactory.Inline(ChoiceFactory.ToChoices(Three), "which?", null, new ChoiceFactoryOptions("; ", " o ", "; maybe ", false)).Text);

    [Fact]
    public void ListedChoicesStandOneBelowTheOther()
    {
        Assert.Equal("which?\n\n   1. red\n   2. green\n   3. blue", ChoiceFactory.List(Three, "which?").Text);
        Assert.Equal("which?\n\n   - red\n   - green\n   - blue", ChoiceFactory.List(Three, "which?", options: new ChoiceFactoryOptions { IncludeNumbers = false }).Text);
    }

    [Fact]
    public void ButtonsSayTheirValueUnlessTheChoiceHasAnActionOfItsOwn()
    {
        List<Choice> choices = [new("red"), new("green") { Action = new CardAction(ActionTypes.PostBack, "Go green", value: "g") }];
        Assert.Equal([(ActionTypes.ImBack, "red", "red"), (ActionTypes.PostBack, "Go green", "g")], ChoiceFactory.SuggestedAction(choices, "which?").SuggestedActions!.Actions!.Select(x => (x.Type, x.Title, x.Value)));
        var card = (HeroCard)ChoiceFactory.HeroCard(choices, "which?").Attachments!.Single().Content!;
        Assert.Equal(("which?", 2), (card.Text, card.Buttons!.Count));
        Assert.Equal("which? (1) red or (2) Go green", ChoiceFactory.Inline(choices, "which?").Text);
    }

    [Theory]
    [InlineData(Channels.Emulator, 3, null, "buttons")]
    [InlineData(Channels.Webchat, 100, null, "buttons")]
    [InlineData(Channels.Msteams, 3, "personal", "buttons")]
    [InlineData(Channels.Msteams, 4, "personal", "card")]
    [InlineData(Channels.Msteams, 3, "channel", "card")]
    [InlineData(Channels.Slack, 5, null, "card")]
    [InlineData(Channels.Sms, 3, null, "inline")]
    [InlineData(Channels.Sms, 4, null, "list")]
    [InlineData(Channels.Facebook, 11, null, "list")]
    [InlineData(null, 2, null, "inline")]
    public void EachChannelGetsTheStyleItCanShow(string? channel, int count, string? conversationType, string style) =>
        Assert.Equal(style, StyleOf(ChoiceFactory.ForChannel(channel, [.. Enumerable.Range(1, count).Select(i => new Choice($"c{i}"))], "which?", conversationType: conversationType)));

    [Fact]
    public void TitlesTooLongForAButtonAreListed() =>
        Assert.Equal("list", StyleOf(ChoiceFactory.ForChannel(Channels.Emulator, [new Choice("twenty-one characters"), new Choice("short")], "which?")));

    [Theory]
    [InlineData(Channels.Line, 13, true)]
    [InlineData(Channels.Line, 14, false)]
    [InlineData(Channels.Skype, 10, true)]
    [InlineData(Channels.Kik, 21, false)]
    [InlineData(Channels.DirectlineSpeech, 100, true)]
    [InlineData(Channels.Emulator, 101, false)]
    [InlineData(Channels.Slack, 1, false)]
    public void SuggestedActionsAreLimited(string channel, int count, bool supported) => Assert.Equal(supported, Channel.SupportsSuggestedActions(channel, count));

    [Theory]
    [InlineData(Channels.Line, 99, true)]
    [InlineData(Channels.Line, 100, false)]
    [InlineData(Channels.Skype, 4, false)]
    [InlineData(Channels.Msteams, 50, true)]
    [InlineData(Channels.Slack, 100, true)]
    [InlineData(Channels.Kik, 1, false)]
    public void CardActionsAreLimited(string channel, int count, bool supported) => Assert.Equal(supported, Channel.SupportsCardActions(channel, count));

    private static string StyleOf(IMessageActivity message) =>
        message.SuggestedActions is not null ? "buttons"
        : message.Attachments is { Count: > 0 } ? "card"
        : message.Text!.Contains('\n', StringComparison.Ordinal) ? "list" : "inline";
}
