using System.Collections.Concurrent;
using LibraryBot.Turns;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Schema;

namespace LibraryBot.Tests.Bot.Turns;

/// <summary>Typing is shown while somebody waits, and never after the answer.</summary>
public sealed class TypingTests
{
    [Fact]
    public async Task AQuickAnswerShowsNone() => Assert.Equal(["message"], await TurnAsync(ActivityTypes.Message, (_, _) => Task.CompletedTask));

    [Fact]
    public async Task ASlowAnswerShowsIt()
    {
        Assert.Equal(["typing", "message"], await TurnAsync(ActivityTypes.Message, (adapter, _) => adapter.FirstTyping));
    }

    [Fact]
    public async Task WhatFollowsTheAnswerShowsNone() => Assert.Equal(
        ["message"], await TurnAsync(ActivityTypes.Message, (_, _) => Task.CompletedTask, after: TimeSpan.FromSeconds(1.5)));

    [Fact]
    public async Task AnInvokeShowsNone() => Assert.Equal(
        ["message"], await TurnAsync(ActivityTypes.Invoke, (_, token) => Task.Delay(TimeSpan.FromSeconds(1.5), token)));

    private static async Task<IEnumerable<string>> TurnAsync(string type, Func<Recorder, CancellationToken, Task> work, TimeSpan after = default)
    {
        var adapter = new Recorder();
        adapter.Use(new TypingWhileSlow(TimeProvider.System));
        var activity = new Activity(type) { Text = "hello", Name = "x" };
        await adapter.ProcessActivityAsync(
            activity,
            async (turn, token) =>
            {
                await work(adapter, token);
                await turn.SendActivityAsync(MessageFactory.Text("here"), token);
                await Task.Delay(after, token);
            },
            default);
        return adapter.Sent;
    }

    private sealed class Recorder : TestAdapter
    {
        private readonly TaskCompletionSource _typing = new();

        public ConcurrentQueue<string> Sent { get; } = [];

        public Task FirstTyping => _typing.Task;

        public override Task<ResourceResponse[]> SendActivitiesAsync(ITurnContext turnContext, Activity[] activities, CancellationToken cancellationToken)
        {
            foreach (var activity in activities)
            {
                Sent.Enqueue(activity.Type!);
                if (activity.Type == ActivityTypes.Typing)
                {
                    _typing.TrySetResult();
                }
            }

            return base.SendActivitiesAsync(turnContext, activities, cancellationToken);
        }
    }
}
