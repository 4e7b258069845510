using Microsoft.Bot.Schema;

namespace LibraryBot.Tests.BotFramework.Support;

/// <summary>Activities as a channel sends them.</summary>
internal static class Incoming
{
    public static Activity Message(string? text = "hello", string channel = "test") => Of(ActivityTypes.Message, channel, text);

    public static Activity Of(string type, string channel = "test", string? text = null) => new(type)
    {
        Id = "in-1",
        Text = text,
        ChannelId = channel,
        ServiceUrl = "https://service.example/",
        From = new ChannelAccount("user", "User"),
        Recipient = new ChannelAccount("bot", "Bot"),
        Conversation = new ConversationAccount(id: "conversation"),
        Locale = "en-US",
    };
}
