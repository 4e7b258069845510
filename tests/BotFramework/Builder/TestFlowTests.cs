using LibraryBot.Tests.BotFramework.Support;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Schema;

namespace LibraryBot.Tests.BotFramework.Builder;

public class TestFlowTests
{
    private const uint Soon = 200;

    [Fact]
    public async Task AConversationThatGoesAsExpectedPasses() => await Flow()
        .Send("hi")
        .AssertReply("echo hi")
        .Test("there", "echo there")
        .Test("again", reply => Assert.Equal("echo again", reply.AsMessageActivity()!.Text))
        .Send("one more").AssertReplyContains("one")
        .Send("last").AssertReplyOneOf(["nothing", "echo last"])
        .Send(new Activity(ActivityTypes.Message) { Text = "activity" }).AssertReply(new Activity(ActivityTypes.Message) { Text = " echo activity " })
        .SendConversationUpdate().AssertReply("welcome user1")
        .AssertNoReply(timeout: 1)
        .StartTestAsync();

    [Fact]
    public async Task NothingRunsBeforeItIsStarted()
    {
        var adapter = new TestAdapter();
        _ = new TestFlow(adapter, EchoAsync).Send("hi");
        await Task.Yield();
        Assert.Null(adapter.GetNextReply());
    }

    [Fact]
    public Task AnotherTextFails() => FailsAsync<Exception>(Flow().Test("hi", "bye"));

    [Fact]
    public Task AnotherTypeFails() => FailsAsync<Exception>(Flow().Send("hi").AssertReply(new Activity(ActivityTypes.Event) { Text = "echo hi" }));

    [Fact]
    public Task ATextThatDoesNotHoldTheWordsFails() => FailsAsync<Exception>(Flow().Send("hi").AssertReplyContains("bye"));

    [Fact]
    public Task NoneOfTheCandidatesFails() => FailsAsync<Exception>(Flow().Send("hi").AssertReplyOneOf(["a", "b"]));

    [Fact]
    public Task AReplyWhereNoneShouldBeFails() => FailsAsync<Exception>(Flow().Send("hi").AssertNoReply(timeout: Soon));

    [Fact]
    public Task NoReplyFailsWhenTheTimeIsUp() => FailsAsync<TimeoutException>(Flow().AssertReply("never", timeout: Soon));

    [Fact]
    public Task WhatTheValidatorThrowsIsWhatFails() => FailsAsync<FormatException>(Flow().Test("hi", _ => throw new FormatException()));

    [Fact]
    public Task WhatTheBotThrowsIsWhatFails() => FailsAsync<NotSupportedException>(new TestFlow(new TestAdapter(), (_, _) => throw new NotSupportedException()).Send("hi"));

    [Fact]
    public async Task AReplyMayComeLater()
    {
        var adapter = new TestAdapter();
        var later = Task.CompletedTask;
        await new TestFlow(adapter, (turn, _) =>
        {
            later = LaterAsync(adapter, turn.Activity.GetConversationReference());
            return Task.CompletedTask;
        }).Test("hi", "later").StartTestAsync();
        await later;
    }

    [Fact]
    public async Task ARecordedConversationIsPlayedAgain()
    {
        Activity Said(string role, string text) => new(ActivityTypes.Message) { Text = text, From = new ChannelAccount(role, role: role) };
        await Flow().Test([Said("user", "hi"), Said("bot", "echo hi"), Said("user", "yes"), Said("bot", "echo yes")]).StartTestAsync();
        await FailsAsync<Exception>(Flow().Test([Said("user", "hi"), Said("bot", "bye")]));
        await FailsAsync<FormatException>(Flow().Test([Said("user", "hi"), Said("bot", "bye")], (_, _) => throw new FormatException()));
    }

    [Fact]
    public void WhatIsNeededMustBeGiven()
    {
        Assert.Throws<ArgumentNullException>(() => Flow().Send((string)null!));
        Assert.Throws<ArgumentNullException>(() => Flow().Send((IActivity)null!));
        Assert.Throws<ArgumentNullException>(() => Flow().Test("a", (string)null!));
        Assert.Throws<ArgumentNullException>(() => Flow().AssertReply((IActivity)null!));
        Assert.Throws<ArgumentNullException>(() => new TestFlow(new TestAdapter(), (IBot)null!));
    }

    [Fact]
    public async Task TheAdapterFillsInWhatAnActivityLeavesOpen()
    {
        var adapter = new TestAdapter(TestAdapter.CreateConversation("room", "Ana"));
        Activity? seen = null;
        await adapter.ProcessActivityAsync(new Activity { Text = "hi" }, (turn, _) =>
        {
            seen = turn.Activity;
            return Task.CompletedTask;
        });
        Assert.Equal((ActivityTypes.Message, "test", "ana", "bot", "room", "0"), (seen!.Type, seen.ChannelId, seen.From.Id, seen.Recipient.Id, seen.Conversation.Id, seen.Id));
        Assert.NotNull(seen.Timestamp);
        Assert.Equal(("ana", "es", "hola"), adapter is { } a && (a.Locale = "es") is not null && a.MakeActivity("hola") is var made ? (made.From.Id, made.Locale, made.Text) : default);
    }

    [Fact]
    public async Task WhatNobodyLookedAtYetCanBeChangedAndDeleted()
    {
        var adapter = new TestAdapter("webchat");
        await adapter.SendTextToBotAsync("hi", async (turn, token) =>
        {
            var first = await turn.SendActivityAsync("one", cancellationToken: token);
            var second = await turn.SendActivityAsync("two", cancellationToken: token);
            await turn.UpdateActivityAsync(new Activity(ActivityTypes.Message) { Id = second!.Id, Text = "changed" }, token);
            await turn.DeleteActivityAsync(first!.Id!, token);
        }, default);
        Assert.Equal("changed", adapter.GetNextReply()!.AsMessageActivity()!.Text);
        Assert.Null(adapter.GetNextReply());
        Assert.Equal("webchat", adapter.ChannelId);
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 1)]
    public async Task TracesAreQueuedOnlyWhenAskedFor(bool sendTraces, int expected)
    {
        var adapter = new TestAdapter(sendTraceActivity: sendTraces);
        await adapter.SendTextToBotAsync("hi", (turn, token) => turn.TraceActivityAsync("step", cancellationToken: token), default);
        Assert.Equal(expected, adapter.ActiveQueue.Count);
    }

    private static async Task LaterAsync(TestAdapter adapter, ConversationReference reference)
    {
        await Task.Delay(50);
        await adapter.ContinueConversationAsync("bot", reference, (turn, token) => turn.SendActivityAsync("later", cancellationToken: token), default);
    }

    private static TestFlow Flow() => new(new TestAdapter(), new CallbackBot(turn => EchoAsync(turn, default)));

    private static Task EchoAsync(ITurnContext turn, CancellationToken cancellationToken) => turn.SendActivityAsync(
        turn.Activity.Type == ActivityTypes.ConversationUpdate ? $"welcome {turn.Activity.MembersAdded![0].Id}" : $"echo {turn.Activity.Text}",
        cancellationToken: cancellationToken);

    private static Task FailsAsync<TException>(TestFlow flow)
        where TException : Exception
        => Assert.ThrowsAsync<TException>(flow.StartTestAsync);
}
