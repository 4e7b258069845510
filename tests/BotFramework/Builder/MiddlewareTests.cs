using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Schema;

namespace LibraryBot.Tests.BotFramework.Builder;

public class MiddlewareTests
{
    [Fact]
    public async Task ASlowAnswerIsAnnouncedByTyping()
    {
        var adapter = new TestAdapter().Use(new ShowTypingMiddleware(20, 30));
        var answer = new TaskCompletionSource();
        var turn = adapter.SendTextToBotAsync("hi", async (context, token) =>
        {
            await answer.Task;
            await context.SendActivityAsync("done", cancellationToken: token);
        }, default);
        Assert.Equal(ActivityTypes.Typing, (await adapter.GetNextReplyAsync()).Type);
        Assert.Equal(ActivityTypes.Typing, (await adapter.GetNextReplyAsync()).Type);
        answer.SetResult();
        await turn;
        Assert.Contains(adapter.ActiveQueue, activity => activity.Text == "done");
    }

    [Fact]
    public async Task AQuickAnswerIsNot()
    {
        var adapter = new TestAdapter().Use(new ShowTypingMiddleware(60_000, 1));
        await new TestFlow(adapter, (turn, token) => turn.SendActivityAsync("done", cancellationToken: token)).Test("hi", "done").StartTestAsync();
        Assert.Empty(adapter.ActiveQueue);
    }

    [Theory]
    [InlineData(ActivityTypes.Event, null)]
    [InlineData(ActivityTypes.Message, DeliveryModes.ExpectReplies)]
    public async Task WhereNobodySeesItThereIsNoTyping(string type, string? deliveryMode)
    {
        var adapter = new TestAdapter().Use(new ShowTypingMiddleware(0, 1));
        await adapter.ProcessActivityAsync(new Activity(type) { DeliveryMode = deliveryMode }, (_, token) => Task.Delay(50, token));
        Assert.Empty(adapter.ActiveQueue);
    }

    [Fact]
    public async Task AFailedTurnEndsTheTyping()
    {
        var adapter = new TestAdapter().Use(new ShowTypingMiddleware(30, 1));
        await Assert.ThrowsAsync<FormatException>(() => adapter.SendTextToBotAsync("hi", (_, _) => throw new FormatException(), default));
        await Task.Delay(60);
        Assert.Empty(adapter.ActiveQueue);
    }

    [Fact]
    public void TypingNeedsSensibleTimes()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new ShowTypingMiddleware(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ShowTypingMiddleware(0, 0));
    }

    [Fact]
    public async Task TheMentionOfTheBotIsTakenOutAndTheMarkupOffTheOthers()
    {
        var mentions = await MentionsAsync(new NormalizeMentionsMiddleware(), "<at id=\"1\">Bot</at> tell <at>Ana</at> hello");
        Assert.Equal(("tell Ana hello", "Ana"), (mentions.Text, Assert.Single(mentions.GetMentions()).Text));
    }

    [Fact]
    public async Task TheMentionOfTheBotStaysWhenAskedFor()
    {
        var mentions = await MentionsAsync(new NormalizeMentionsMiddleware { RemoveRecipientMention = false }, "<at id=\"1\">Bot</at> tell <at>Ana</at> hello");
        Assert.Equal(("Bot tell Ana hello", 2), (mentions.Text, mentions.GetMentions().Length));
    }

    [Fact]
    public async Task TheTranscriptHasWhatCameInAndWhatWasSentChangedAndDeleted()
    {
        var store = new MemoryTranscriptStore();
        var adapter = new TestAdapter().Use(new TranscriptLoggerMiddleware(store));
        await new TestFlow(adapter, async (turn, token) =>
        {
            var sent = await turn.SendActivityAsync("one", cancellationToken: token);
            await turn.UpdateActivityAsync(new Activity(ActivityTypes.Message) { Id = sent!.Id, Text = "two" }, token);
            await turn.DeleteActivityAsync(sent.Id!, token);
        }).Send("hi").StartTestAsync();
        var transcript = (await store.GetTranscriptActivitiesAsync("test", adapter.Conversation.Conversation.Id)).Items;
        Assert.Equal(
            [ActivityTypes.Message, ActivityTypes.Message, ActivityTypes.MessageDelete, ActivityTypes.MessageUpdate],
            transcript.Select(activity => activity.Type).Order(StringComparer.Ordinal));
        var incoming = Assert.Single(transcript, activity => (activity as Activity)?.Text == "hi");
        Assert.Equal(RoleTypes.User, incoming.From.Role);
        Assert.All(transcript, activity => Assert.False(string.IsNullOrEmpty(activity.Id)));
    }

    [Fact]
    public async Task ALoggerThatFailsFailsNoTurn()
    {
        var adapter = new TestAdapter().Use(new TranscriptLoggerMiddleware(new BrokenLogger()));
        await new TestFlow(adapter, (turn, token) => turn.SendActivityAsync("fine", cancellationToken: token)).Test("hi", "fine").StartTestAsync();
        Assert.Throws<ArgumentNullException>(() => new TranscriptLoggerMiddleware(null!));
    }

    [Fact]
    public async Task ATranscriptIsReadInPagesOfTwenty()
    {
        var store = new MemoryTranscriptStore();
        var start = new DateTimeOffset(2026, 9, 1, 8, 0, 0, TimeSpan.Zero);
        for (var i = 0; i < 45; i++)
        {
            await store.LogActivityAsync(new Activity(ActivityTypes.Message, i.ToString(System.Globalization.CultureInfo.InvariantCulture)) { ChannelId = "test", Conversation = new ConversationAccount(id: "c"), Timestamp = start.AddMinutes(i) });
        }

        var seen = new List<string?>();
        string? token = null;
        do
        {
            var page = await store.GetTranscriptActivitiesAsync("test", "c", token);
            seen.AddRange(page.Items.Select(activity => activity.Id));
            token = page.ContinuationToken;
        }
        while (token is not null);
        Assert.Equal(Enumerable.Range(0, 45).Select(i => i.ToString(System.Globalization.CultureInfo.InvariantCulture)), seen);
        Assert.Equal(5, (await store.GetTranscriptActivitiesAsync("test", "c", null, start.AddMinutes(40))).Items.Length);
        Assert.Equal(start, Assert.Single((await store.ListTranscriptsAsync("test")).Items).Created);
        await store.DeleteTranscriptAsync("test", "c");
        Assert.Empty((await store.GetTranscriptActivitiesAsync("test", "c")).Items);
        Assert.Empty((await store.ListTranscriptsAsync("other")).Items);
        await Assert.ThrowsAsync<ArgumentNullException>(() => store.LogActivityAsync(null!));
    }

    private static async Task<Activity> MentionsAsync(NormalizeMentionsMiddleware middleware, string text)
    {
        Activity? seen = null;
        var adapter = new TestAdapter().Use(middleware);
        var message = adapter.MakeActivity(text);
        message.Entities = [Mentioned("bot", "<at id=\"1\">Bot</at>"), Mentioned("ana", "<at>Ana</at>")];
        await adapter.ProcessActivityAsync(message, (turn, _) =>
        {
            seen = turn.Activity;
            return Task.CompletedTask;
        });
        return seen!;
    }

    private static Entity Mentioned(string id, string text)
    {
        var entity = new Entity();
        entity.SetAs(new Mention(new ChannelAccount(id), text));
        return entity;
    }

    private sealed class BrokenLogger : ITranscriptLogger
    {
        public Task LogActivityAsync(IActivity activity) => throw new IOException("full");
    }
}
