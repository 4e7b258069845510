using LibraryBot.Tests.BotFramework.Support;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace LibraryBot.Tests.BotFramework.Builder;

public sealed class TranscriptLoggerTests
{
    private readonly MemoryTranscriptStore _store = new();
    private readonly RecordingAdapter _adapter = new();

    [Fact]
    public async Task WhatIsDeletedAndUpdatedStandsWhereItHappened()
    {
        _adapter.Use(new TranscriptLoggerMiddleware(_store));
        await _adapter.RunAsync(Incoming.Message("first"), async (turn, token) =>
        {
            var answer = turn.Activity.CreateReply("answer");
            answer.Id = (await turn.SendActivityAsync(answer, token))!.Id;
            await turn.UpdateActivityAsync(new Activity(ActivityTypes.Message, answer.Id) { Text = "better" }, token);
            await turn.DeleteActivityAsync(answer.Id!, token);
        });
        await _adapter.RunAsync(Incoming.Message("last"), (_, _) => Task.CompletedTask);

        var transcript = (await _store.GetTranscriptActivitiesAsync("test", "conversation")).Items;
        Assert.Equal(["message first", "message answer", "messageUpdate better", "messageDelete ", "message last"], transcript.Select(activity => $"{activity.Type} {((Activity)activity).Text}"));
        Assert.All(transcript, activity => Assert.NotNull(activity.Timestamp));
        Assert.Equal(transcript[1].Id, transcript[3].AsMessageDeleteActivity()!.Id);
    }

    [Fact]
    public async Task TheTraceHoldsEachActivityOrNothing()
    {
        using var written = new StringWriter();
        using var listener = new System.Diagnostics.TextWriterTraceListener(written);
        System.Diagnostics.Trace.Listeners.Add(listener);
        try
        {
            await new TraceTranscriptLogger().LogActivityAsync(new Activity(ActivityTypes.Message) { Id = "told-in-the-trace", Text = "{0} braces" });
            await new TraceTranscriptLogger(traceActivity: false).LogActivityAsync(new Activity(ActivityTypes.Message) { Id = "kept-out-of-it" });
        }
        finally
        {
            System.Diagnostics.Trace.Listeners.Remove(listener);
        }

        Assert.Contains("\"id\":\"told-in-the-trace\"", written.ToString(), StringComparison.Ordinal);
        Assert.Contains("{0} braces", written.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("kept-out-of-it", written.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task OneActivityThatCannotBeWrittenDoesNotStopTheRest()
    {
        var logger = new PickyLogger();
        _adapter.Use(new TranscriptLoggerMiddleware(logger));
        await _adapter.RunAsync(Incoming.Message("bad"), (turn, token) => turn.SendActivitiesAsync([MessageFactory.Text("one"), MessageFactory.Text("bad"), MessageFactory.Text("two")], token));
        Assert.Equal(["one", "two"], logger.Written);
    }

    [Fact]
    public async Task ATurnThatTheBotBeganItselfIsNothingThatCameIn()
    {
        _adapter.Use(new TranscriptLoggerMiddleware(_store));
        await _adapter.ContinueConversationAsync("bot", Incoming.Message().GetConversationReference(), (turn, token) => turn.SendActivityAsync("by the way", cancellationToken: token), default);
        Assert.Equal("by the way", Assert.Single((await _store.GetTranscriptActivitiesAsync("test", "conversation")).Items).AsMessageActivity()!.Text);
    }

    [Fact]
    public async Task WhatIsSaidInATurnThatFailsIsTakenDown()
    {
        _adapter.Use(new TranscriptLoggerMiddleware(_store));
        await Assert.ThrowsAsync<FormatException>(() => _adapter.RunAsync(Incoming.Message("hi"), (_, _) => throw new FormatException()));
        Assert.Single((await _store.GetTranscriptActivitiesAsync("test", "conversation")).Items);
    }

    private sealed class PickyLogger : ITranscriptLogger
    {
        public List<string?> Written { get; } = [];

        public Task LogActivityAsync(IActivity activity)
        {
            var text = activity.AsMessageActivity()?.Text;
            if (text == "bad")
            {
                throw new IOException("The disk is full.");
            }

            Written.Add(text);
            return Task.CompletedTask;
        }
    }
}
