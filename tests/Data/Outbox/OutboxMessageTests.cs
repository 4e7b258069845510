using LibraryBot.Data.Outbox;
using LibraryBot.Tests.Support;

namespace LibraryBot.Tests.Data.Outbox;

/// <summary>What may follow on what. Messages come claimed from a real outbox, for nothing else can make one.</summary>
public sealed class OutboxMessageTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 3, 16, 0, 0, TimeSpan.Zero);

    private static readonly Dictionary<string, Action<OutboxMessage>> Transitions = new()
    {
        ["HandOver"] = message => message.HandOver(Now, Now.AddMinutes(1)),
        ["Succeed"] = message => message.Succeed(Now),
        ["TryAgain"] = message => message.TryAgain(Now.AddMinutes(1), OutboxReason.Throttled, "429"),
        ["PutBack"] = message => message.PutBack(Now.AddMinutes(1), null),
        ["Fail"] = message => message.Fail(Now, OutboxReason.Gone, "404"),
        ["Drop"] = message => message.Drop(Now),
        ["LoseTrack"] = message => message.LoseTrack(Now, Now, null),
    };

    public static TheoryData<string, string, bool> AfterTransitions()
    {
        // What may follow a hand-over; after anything else nothing may, for the claim is given back.
        var allowed = new HashSet<string> { "Succeed", "TryAgain", "Fail", "LoseTrack" };
        var data = new TheoryData<string, string, bool>();
        foreach (var first in Transitions.Keys)
        {
            foreach (var second in Transitions.Keys)
            {
                data.Add(first, second, first == "HandOver" && allowed.Contains(second));
            }
        }

        return data;
    }

    [Theory]
    [InlineData("HandOver", OutboxState.Sending)]
    [InlineData("TryAgain", OutboxState.Waiting)]
    [InlineData("PutBack", OutboxState.Waiting)]
    [InlineData("Fail", OutboxState.Failed)]
    [InlineData("Drop", OutboxState.Cancelled)]
    [InlineData("LoseTrack", OutboxState.Waiting)]
    public async Task AClaimedMessageGoesOn(string transition, OutboxState then)
    {
        var message = await ClaimedAsync();

        Transitions[transition](message);

        Assert.Equal(then, message.State);
        Assert.Equal(then == OutboxState.Sending, message.LeaseOwner is not null);
        Assert.Equal(then is OutboxState.Failed or OutboxState.Cancelled, message.FinishedAt is not null);
    }

    [Theory, MemberData(nameof(AfterTransitions))]
    public async Task WhatMakesNoSenseIsRefused(string first, string second, bool mayFollow)
    {
        var message = await ClaimedAsync();
        if (first == "Succeed")
        {
            Assert.Throws<InvalidOperationException>(() => message.Succeed(Now));
            message.HandOver(Now, Now.AddMinutes(1));
        }

        Transitions[first](message);
        var refused = Record.Exception(() => Transitions[second](message));

        Assert.Equal(mayFollow, refused is null);
        Assert.True(refused is null or InvalidOperationException);
    }

    [Fact]
    public async Task AttemptsCountWhatWasTriedAndNotWhatWasPutBack()
    {
        var handedOver = await ClaimedAsync();
        handedOver.HandOver(Now, Now);
        handedOver.TryAgain(Now, OutboxReason.ChannelTrouble, "502");
        var notRendered = await ClaimedAsync();
        notRendered.TryAgain(Now, OutboxReason.RenderingFailed, null);
        var putBack = await ClaimedAsync();
        putBack.PutBack(Now, OutboxReason.NoAddress);

        Assert.Equal((1, 1, 0), (handedOver.Attempts, notRendered.Attempts, putBack.Attempts));
        Assert.Equal(OutboxReason.NoAddress, putBack.Reason);
    }

    [Theory]
    [InlineData(true, true, OutboxState.Waiting)]
    [InlineData(true, false, OutboxState.Unknown)]
    [InlineData(false, true, OutboxState.Waiting)]
    [InlineData(false, false, OutboxState.Waiting)]
    public async Task WhatMayHaveGoneIsSentAgainOnlyIfItsKindAllowsIt(bool handedOver, bool mayRepeat, OutboxState then)
    {
        var message = await ClaimedAsync(mayRepeat ? OutboxFixture.Reminder : OutboxFixture.Announcement);
        if (handedOver)
        {
            message.HandOver(Now, Now);
        }

        message.LoseTrack(Now, Now, null);

        Assert.Equal(then, message.State);
    }

    [Fact]
    public async Task ALongDetailIsCutShort()
    {
        var message = await ClaimedAsync();

        message.Fail(Now, OutboxReason.Refused, new string('x', 5000));

        Assert.Equal(OutboxMessage.LongestDetail, message.Detail!.Length);
    }

    private static async Task<OutboxMessage> ClaimedAsync(OutboxKind? kind = null)
    {
        await using var outbox = await OutboxFixture.NewAsync(DatabaseKind.Sqlite);
        await outbox.WriteAsync(outbox.Request("one", kind));
        return await outbox.ClaimOneAsync();
    }
}
