using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Newtonsoft.Json;

namespace LibraryBot.Tests.BotFramework.Builder;

/// <summary>Each channel writes mentions in its own way.</summary>
public sealed class MentionTests
{
    [Theory]
    [InlineData("msteams", "<at>Library</at> find Holes", "<at>Library</at>", "find Holes")]
    [InlineData("msteams", "find <AT>Library</AT> Holes", "<at>Library</at>", "find  Holes")]
    [InlineData("slack", "@library find Holes", "@library", "find Holes")]
    [InlineData("groupme", "@Library find Holes", "@Library", "find Holes")]
    [InlineData("webchat", "find Holes", "Library (bot)", "find Holes")]
    public void TheMentionOfTheBotIsTakenOutOfTheText(string channel, string text, string mention, string expected) =>
        Assert.Equal(expected, Message(channel, text, mention).RemoveRecipientMention());

    [Fact]
    public void SkypeWritesMarkupIntoTheMentionOnly()
    {
        var message = Message("skype", "Library find Holes", "<at id=\"28:library\">Library</at>");
        SkypeMentionNormalizeMiddleware.NormalizeSkypeMentionText(message);
        Assert.Equal("find Holes", message.RemoveMentionText("library"));
    }

    [Fact]
    public void OtherChannelsAreLeftAlone()
    {
        var message = Message("msteams", "<at>Library</at> find", "<at>Library</at>");
        SkypeMentionNormalizeMiddleware.NormalizeSkypeMentionText(message);
        Assert.Equal("<at>Library</at>", message.GetMentions()[0].Text);
    }

    [Fact]
    public void MentionsOfOthersStay() => Assert.Equal("<at>Ana</at> has it", Message("msteams", "<at>Ana</at> has it", "<at>Ana</at>", "ana").RemoveRecipientMention());

    private static Activity Message(string channel, string text, string mention, string id = "library")
    {
        var message = MessageFactory.Text(text);
        message.ChannelId = channel;
        message.Recipient = new ChannelAccount("library");
        message.Entities!.Add(JsonConvert.DeserializeObject<Entity>(JsonConvert.SerializeObject(new { type = "mention", text = mention, mentioned = new { id } }))!);
        return message;
    }
}
