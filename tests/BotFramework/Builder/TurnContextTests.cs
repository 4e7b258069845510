using LibraryBot.Tests.BotFramework.Support;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace LibraryBot.Tests.BotFramework.Builder;

public class TurnContextTests
{
    private readonly RecordingAdapter _adapter = new();

    [Fact]
    public void ATurnNeedsAnAdapterAndAnActivity()
    {
        Assert.Throws<ArgumentNullException>(() => new TurnContext((BotAdapter)null!, new Activity()));
        Assert.Throws<ArgumentNullException>(() => new TurnContext(_adapter, null!));
        Assert.Throws<ArgumentNullException>(() => new TurnContext((ITurnContext)null!, new Activity()));
    }

    [Fact]
    public async Task WhatIsSentIsAddressedAndGetsItsId()
    {
        using var turn = Turn();
        var message = MessageFactory.Text("hi");
        var response = await turn.SendActivityAsync(message);
        Assert.Equal(("id1", "id1"), (response!.Id, message.Id));
        Assert.Equal(("user", "conversation", "in-1"), (message.Recipient.Id, message.Conversation.Id, message.ReplyToId));
        Assert.True(turn.Responded);
    }

    [Fact]
    public async Task ATextIsSentWithSpeechAndHint()
    {
        using var turn = Turn();
        await turn.SendActivityAsync("hi", "<speak/>", InputHints.ExpectingInput);
        await turn.SendActivityAsync("there");
        Assert.Equal(("hi", "<speak/>", InputHints.ExpectingInput), (_adapter.Sent[0].Text, _adapter.Sent[0].Speak, _adapter.Sent[0].InputHint));
        Assert.Equal(InputHints.AcceptingInput, _adapter.Sent[1].InputHint);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    public async Task NothingIsNotSent(string? text)
    {
        using var turn = Turn();
        await Assert.ThrowsAsync<ArgumentNullException>(() => turn.SendActivityAsync(text!));
        await Assert.ThrowsAsync<ArgumentNullException>(() => turn.SendActivityAsync((IActivity)null!));
        await Assert.ThrowsAsync<ArgumentNullException>(() => turn.SendActivitiesAsync(null!));
        await Assert.ThrowsAsync<ArgumentException>(() => turn.SendActivitiesAsync([]));
        await Assert.ThrowsAsync<ArgumentNullException>(() => turn.DeleteActivityAsync(text!));
        Assert.False(turn.Responded);
    }

    [Fact]
    public async Task ATraceIsNoAnswer()
    {
        using var turn = Turn();
        await turn.TraceActivityAsync("step", "value");
        Assert.False(turn.Responded);
        Assert.Equal((nameof(ATraceIsNoAnswer), "String"), (_adapter.Sent[0].Label, _adapter.Sent[0].ValueType));
    }

    [Fact]
    public async Task HooksSeeInOrderAndMayChangeWhatIsSent()
    {
        using var turn = Turn();
        var order = new List<string>();
        turn.OnSendActivities(async (_, activities, next) =>
        {
            order.Add("first");
            activities[0].Text = "changed";
            var responses = await next();
            order.Add($"first saw {responses[0].Id}");
            return responses;
        });
        turn.OnSendActivities((_, _, next) =>
        {
            order.Add("second");
            return next();
        });
        await turn.SendActivityAsync("hi");
        Assert.Equal(["first", "second", "first saw id1"], order);
        Assert.Equal("changed", _adapter.Sent[0].Text);
    }

    [Fact]
    public async Task AHookMayStopWhatIsSent()
    {
        using var turn = Turn();
        turn.OnSendActivities((_, _, _) => Task.FromResult<ResourceResponse[]>([]));
        await turn.SendActivityAsync("hi");
        Assert.Empty(_adapter.Sent);
        Assert.False(turn.Responded);
    }

    [Fact]
    public async Task HooksSeeUpdatesAndDeletes()
    {
        using var turn = Turn();
        var seen = new List<string>();
        turn.OnUpdateActivity((_, activity, next) =>
        {
            seen.Add($"update {activity.Id}");
            return next();
        });
        turn.OnDeleteActivity((_, reference, next) =>
        {
            seen.Add($"delete {reference.ActivityId}");
            return reference.ActivityId == "kept" ? Task.CompletedTask : next();
        });
        await turn.UpdateActivityAsync(new Activity { Id = "a" });
        await turn.DeleteActivityAsync("b");
        await turn.DeleteActivityAsync("kept");
        Assert.Equal(["update a", "delete b", "delete kept"], seen);
        Assert.Equal("conversation", Assert.Single(_adapter.Updated).Conversation.Id);
        Assert.Equal("b", Assert.Single(_adapter.Deleted).ActivityId);
        Assert.Throws<ArgumentNullException>(() => turn.OnSendActivities(null!));
        Assert.Throws<ArgumentNullException>(() => turn.OnUpdateActivity(null!));
        Assert.Throws<ArgumentNullException>(() => turn.OnDeleteActivity(null!));
    }

    [Fact]
    public async Task ExpectedRepliesAreKeptBack()
    {
        var activity = Incoming.Message();
        activity.DeliveryMode = DeliveryModes.ExpectReplies;
        using var turn = new TurnContext(_adapter, activity);
        await turn.SendActivityAsync("hi");
        await turn.SendActivityAsync(new Activity(ActivityTypesEx.InvokeResponse) { Value = new InvokeResponse { Status = 200 } });
        Assert.Empty(_adapter.Sent);
        Assert.Equal("hi", turn.BufferedReplyActivities[0].Text);
        Assert.True(turn.Responded);
        Assert.NotNull(turn.TurnState.Get<Activity>(BotAdapter.InvokeResponseKey));
    }

    [Fact]
    public void ATurnWithAnotherActivitySharesItsState()
    {
        using var turn = Turn();
        turn.TurnState.Add("x", "y");
        using var other = new TurnContext(turn, new Activity { Text = "other" });
        Assert.Equal(("y", "other"), (other.TurnState.Get<string>("x"), other.Activity.Text));
        Assert.Same(turn.Adapter, other.Adapter);
    }

    [Fact]
    public void StateIsKeptByKeyOrType()
    {
        var state = new TurnContextStateCollection { { "key", (object)"value" } };
        state.Add(this);
        state.Set("key", "other");
        Assert.Equal("other", state.Get<string>("key"));
        Assert.Same(this, state.Get<TurnContextTests>());
        Assert.Null(state.Get<string>("missing"));
        Assert.Null(state.Get<Activity>("key"));
        Assert.Throws<ArgumentException>(() => state.Add("key", "again"));
        Assert.Throws<ArgumentNullException>(() => state.Get<string>(null!));
        Assert.Throws<ArgumentNullException>(() => state.Add<string>(null!, "a"));
        Assert.Throws<ArgumentNullException>(() => state.Add<string>("a", null!));
        Assert.Throws<ArgumentNullException>(() => state.Set<string>(null!, "a"));
    }

    [Fact]
    public async Task WhatATurnHeldIsDisposedWithItAndNothingIsSentAfter()
    {
        var turn = Turn();
        var held = new MemoryStream();
        turn.TurnState.Add(held);
        turn.Dispose();
        turn.Dispose();
        Assert.False(held.CanRead);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => turn.SendActivityAsync("late"));
    }

    private TurnContext Turn() => new(_adapter, Incoming.Message());
}
