using LibraryBot.WebChat;
using Microsoft.Bot.Schema;

namespace LibraryBot.Tests.Bot.WebChat;

public sealed class WebChatConversationsTests
{
    [Fact]
    public void AConversationThatNobodyUsesIsForgotten()
    {
        var clock = new Clock();
        var conversations = new WebChatConversations(new WebChatSettings(), clock);
        var forgotten = conversations.Begin("teacher");

        clock.Now += TimeSpan.FromHours(3);
        conversations.Begin("student");

        Assert.Equal(1, conversations.Count);
        Assert.NotSame(forgotten, conversations.Of(forgotten.Id, "teacher"));
    }

    [Fact]
    public void AConversationWithAnOpenPageIsKept()
    {
        var clock = new Clock();
        var conversations = new WebChatConversations(new WebChatSettings { MostConversations = 1 }, clock);
        var open = conversations.Begin("teacher");
        open.Join();

        clock.Now += TimeSpan.FromHours(3);
        conversations.Begin("student");

        Assert.Same(open, conversations.Of(open.Id, "teacher"));
    }

    [Fact]
    public void SomebodyElsesConversationIsNotGiven()
    {
        var conversations = new WebChatConversations(new WebChatSettings(), new Clock());

        Assert.Null(conversations.Of(conversations.Begin("teacher").Id, "student"));
    }

    [Fact]
    public void NoMoreThanTheLimitAreKept()
    {
        var conversations = new WebChatConversations(new WebChatSettings { MostConversations = 20 }, new Clock());

        for (var number = 0; number < 100; number++)
        {
            conversations.Begin("teacher");
        }

        Assert.InRange(conversations.Count, 1, 20);
    }

    [Fact]
    public void AConversationKeepsItsEndWithinTheLimit()
    {
        var conversation = new WebChatConversation("c", "teacher");
        for (var number = 0; number < 40; number++)
        {
            conversation.Add(new Activity(ActivityTypes.Message) { Text = new string('a', 10_000) });
        }

        var (activities, watermark, _) = conversation.After(0);

        Assert.Equal(40, watermark);
        Assert.InRange(activities.Count, 10, 13);
        Assert.Single(conversation.After(39).Activities);
    }

    [Fact]
    public void AMessageLongerThanTheLimitIsKeptWhileItIsTheLast()
    {
        var conversation = new WebChatConversation("c", "teacher");

        conversation.Add(new Activity(ActivityTypes.Message) { Text = new string('a', 300_000) });

        Assert.Single(conversation.After(0).Activities);
    }

    [Fact]
    public void WhatTakesAnothersPlaceKeepsItsTime()
    {
        var conversation = new WebChatConversation("c", "teacher");
        var then = new DateTimeOffset(2026, 9, 1, 8, 0, 0, TimeSpan.Zero);

        Assert.Equal(then, conversation.FirstSaidAt("c|1", then));
        Assert.Equal(then, conversation.FirstSaidAt("c|1", then.AddMinutes(5)));
        Assert.Equal(then.AddMinutes(5), conversation.FirstSaidAt("c|2", then.AddMinutes(5)));
    }

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 9, 1, 8, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
