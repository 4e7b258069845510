using LibraryBot.Background;
using LibraryBot.Data.Outbox;
using LibraryBot.Data.People;
using LibraryBot.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace LibraryBot.Tests.Bot.Background;

public sealed class DeliverOutboxTests
{
    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task EverybodyGetsTheirsInTheirLanguage(DatabaseKind kind)
    {
        await using var delivery = await Delivery.NewAsync(kind);
        await delivery.WriteAsync(delivery.Request("1", await delivery.PersonAsync("ana", "es")), delivery.Request("2", await delivery.PersonAsync("ben", "en")), delivery.Request("3", await delivery.PersonAsync("cas")));

        await delivery.RunAsync();

        Assert.Equal(["ana/es:hello", "ben/en:hello", "cas/en:hello"], delivery.Channel.Taken.Select(taken => $"{taken.Conversation}/{taken.Text}").Order(StringComparer.Ordinal));
        var sent = await delivery.ReadAsync("1");
        Assert.Equal((OutboxState.Sent, 1, null), (sent.State, sent.Attempts, sent.Reason));
        Assert.NotNull(sent.HandedOverAt);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    [InlineData(408)]
    [InlineData(412)]
    public async Task PassingTroubleIsTriedAgain(int status)
    {
        await using var delivery = await Delivery.NewAsync();
        await delivery.WriteAsync(delivery.Request("1", await delivery.PersonAsync("ana"), kind: Delivery.Once));
        delivery.Channel.Answer = (_, call) => call < 3 ? new Refusal(status) : null;

        await delivery.RunAsync();

        Assert.Equal((OutboxState.Sent, 3), (await delivery.ReadAsync("1") is var sent ? (sent.State, sent.Attempts) : default));
        Assert.Single(delivery.Channel.Taken);
    }

    [Theory]
    [InlineData(403, OutboxReason.Blocked, AddressState.Refused)]
    [InlineData(404, OutboxReason.Gone, AddressState.Refused)]
    [InlineData(400, OutboxReason.Refused, AddressState.Open)]
    [InlineData(413, OutboxReason.Refused, AddressState.Open)]
    public async Task ALastingRefusalIsRecordedWithItsReason(int status, OutboxReason reason, AddressState then)
    {
        await using var delivery = await Delivery.NewAsync();
        await delivery.WriteAsync(delivery.Request("1", await delivery.PersonAsync("ana")));
        delivery.Channel.Answer = (_, _) => new Refusal(status, "SomeCode");

        await delivery.RunAsync();

        var failed = await delivery.ReadAsync("1");
        Assert.Equal((OutboxState.Failed, reason, $"{status} SomeCode", 1), (failed.State, failed.Reason, failed.Detail, failed.Attempts));
        Assert.Equal(then, await delivery.StateOfAsync("ana"));
    }

    [Fact]
    public async Task WhoIsBlockedAtOneAddressIsReachedAtAnother()
    {
        await using var delivery = await Delivery.NewAsync();
        var person = await delivery.PersonAsync("first");
        var second = delivery.AddressOf("second");
        second.PersonId = person.Id;
        await delivery.AddAsync(second);
        await delivery.WriteAsync(delivery.Request("1", person));
        delivery.Channel.Answer = (conversation, _) => conversation == "second" ? new Refusal(403) : null;

        await delivery.RunAsync();

        Assert.Equal(["first"], delivery.Channel.Taken.Select(taken => taken.Conversation));
        Assert.Equal((AddressState.Open, AddressState.Refused), (await delivery.StateOfAsync("first"), await delivery.StateOfAsync("second")));
    }

    [Fact]
    public async Task RetryAfterHoldsUpTheOneItConcernsOnly()
    {
        await using var delivery = await Delivery.NewAsync();
        var (slow, quick) = (await delivery.PersonAsync("slow"), await delivery.PersonAsync("quick"));
        await delivery.WriteAsync(delivery.Request("1", slow));
        delivery.Channel.Answer = (conversation, call) => conversation == "slow" && call == 1 ? new Refusal(429, RetryAfter: "60") : null;
        await delivery.RunAsync();

        await delivery.WriteAsync(delivery.Request("2", slow), delivery.Request("3", quick));
        await delivery.RunAsync();

        Assert.Equal(["quick"], delivery.Channel.Taken.Select(taken => taken.Conversation));
        Assert.Equal(1, delivery.Channel.Calls["slow"]);
        var (first, second) = (await delivery.ReadAsync("1"), await delivery.ReadAsync("2"));
        Assert.InRange(first.NextAttemptAt - TimeProvider.System.GetUtcNow(), TimeSpan.FromSeconds(50), TimeSpan.FromSeconds(70));
        Assert.InRange(second.NextAttemptAt - TimeProvider.System.GetUtcNow(), TimeSpan.FromSeconds(50), TimeSpan.FromSeconds(60));
        Assert.Equal((OutboxState.Waiting, 1, OutboxReason.Throttled), (first.State, first.Attempts, first.Reason));
        Assert.Equal((OutboxState.Waiting, 0), (second.State, second.Attempts));
    }

    [Theory]
    [InlineData(true, OutboxState.Sent, 2)]
    [InlineData(false, OutboxState.Unknown, 1)]
    public async Task WhatWasTakenWithoutAnAnswerIsSentAgainOnlyIfItsKindAllowsIt(bool mayRepeat, OutboxState then, int times)
    {
        await using var delivery = await Delivery.NewAsync();
        await delivery.WriteAsync(delivery.Request("1", await delivery.PersonAsync("ana"), kind: mayRepeat ? Delivery.Kind : Delivery.Once));
        delivery.Channel.Answer = (_, call) => call == 1 ? new Refusal(0) : null;

        await delivery.RunAsync();

        Assert.Equal(then, (await delivery.ReadAsync("1")).State);
        Assert.Equal(times, delivery.Channel.Taken.Count);
    }

    [Fact]
    public async Task AChannelThatCannotBeReachedLosesNothingAndCountsNothingAsUnknown()
    {
        await using var delivery = await Delivery.NewAsync(DatabaseKind.Sqlite, "--Outbox:FirstWait=00:01:00");
        await delivery.WriteAsync(delivery.Request("1", await delivery.PersonAsync("ana"), kind: Delivery.Once));
        await delivery.Channel.DisposeAsync();

        await delivery.RunAsync();

        var waiting = await delivery.ReadAsync("1");
        Assert.Equal((OutboxState.Waiting, OutboxReason.Unreachable, 1), (waiting.State, waiting.Reason, waiting.Attempts));
    }

    [Fact]
    public async Task WhatCannotBePutIntoWordsIsGivenUpAndHoldsUpNobody()
    {
        await using var delivery = await Delivery.NewAsync();
        var person = await delivery.PersonAsync("ana");
        await delivery.WriteAsync(delivery.Request("poison", person, "broken"), delivery.Request("strange", person, kind: new OutboxKind("nobody-knows", true)), delivery.Request("fine", await delivery.PersonAsync("ben")));

        await delivery.RunAsync();

        var (poison, strange) = (await delivery.ReadAsync("poison"), await delivery.ReadAsync("strange"));
        Assert.Equal((OutboxState.Failed, OutboxReason.RenderingFailed, "FormatException", 3), (poison.State, poison.Reason, poison.Detail, poison.Attempts));
        Assert.Equal((OutboxState.Failed, OutboxReason.UnknownKind), (strange.State, strange.Reason));
        Assert.Equal(["ben"], delivery.Channel.Taken.Select(taken => taken.Conversation));
    }

    [Fact]
    public async Task WhatIsNoLongerTrueIsNotSaid()
    {
        await using var delivery = await Delivery.NewAsync();
        await delivery.WriteAsync(delivery.Request("1", await delivery.PersonAsync("ana"), "untrue"));

        await delivery.RunAsync();

        var dropped = await delivery.ReadAsync("1");
        Assert.Equal((OutboxState.Cancelled, OutboxReason.NoLongerTrue), (dropped.State, dropped.Reason));
        Assert.Empty(delivery.Channel.Taken);
    }

    [Theory]
    [InlineData(false, AddressState.Open)]
    [InlineData(true, AddressState.Refused)]
    [InlineData(true, AddressState.Removed)]
    public async Task WhoCannotBeReachedIsWaitedFor(bool hasAddress, AddressState state)
    {
        await using var delivery = await Delivery.NewAsync();
        await delivery.WriteAsync(delivery.Request("1", await delivery.PersonAsync("ana", state: state, hasAddress: hasAddress)));

        await delivery.RunAsync();

        var waiting = await delivery.ReadAsync("1");
        Assert.Equal((OutboxState.Waiting, OutboxReason.NoAddress, 0), (waiting.State, waiting.Reason, waiting.Attempts));
        Assert.InRange(waiting.NextAttemptAt - TimeProvider.System.GetUtcNow(), TimeSpan.FromMinutes(14), TimeSpan.FromMinutes(15));
    }

    [Fact]
    public async Task WhatHasExpiredIsNotSent()
    {
        await using var delivery = await Delivery.NewAsync();
        await delivery.WriteAsync(delivery.Request("1", await delivery.PersonAsync("ana"), expiresIn: TimeSpan.FromMilliseconds(1)));
        await Task.Delay(5);

        await delivery.RunAsync();

        Assert.Equal((OutboxState.Failed, OutboxReason.Expired), (await delivery.ReadAsync("1") is var late ? (late.State, late.Reason) : default));
        Assert.Empty(delivery.Channel.Taken);
    }

    [Fact]
    public async Task AGroupIsToldInItsOwnPlace()
    {
        await using var delivery = await Delivery.NewAsync();
        var group = new GroupAddress { ChannelId = "msteams", ConversationId = "19:library", Kind = GroupKind.Channel, ConversationReference = delivery.AddressOf("19:library", locale: "es-MX").ConversationReference! };
        await delivery.AddAsync(group);
        await delivery.WriteAsync(new OutboxRequest(Delivery.Kind, "1", new OutboxRecipient.ToGroup(group.Id), TimeProvider.System.GetUtcNow(), new Delivery.TestFacts("hello")));

        await delivery.RunAsync();

        Assert.Equal([("19:library", "es:hello")], delivery.Channel.Taken);
    }

    [Fact]
    public async Task TwoDeliveriesAtOnceSendEachOnce()
    {
        await using var delivery = await Delivery.NewAsync();
        for (var number = 0; number < 60; number++)
        {
            await delivery.WriteAsync(delivery.Request($"{number}", await delivery.PersonAsync($"p{number}")));
        }

        await Task.WhenAll(delivery.RunAsync(), delivery.RunAsync());

        Assert.Equal(60, delivery.Channel.Taken.Count);
        Assert.Equal(60, delivery.Channel.Taken.Select(taken => taken.Conversation).Distinct().Count());
    }

    [Fact]
    public async Task StoppingPutsBackWhatWasNotHandedOver()
    {
        await using var delivery = await Delivery.NewAsync(DatabaseKind.Sqlite, "--Outbox:Rates:msteams:PerSecond=0.5");
        for (var number = 0; number < 5; number++)
        {
            await delivery.WriteAsync(delivery.Request($"{number}", await delivery.PersonAsync($"p{number}"), kind: Delivery.Once));
        }

        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(500));
        await delivery.Services.GetRequiredService<DeliverOutbox>().RunAsync(stop.Token);

        var counts = await delivery.Services.GetRequiredService<OutboxReports>().CountAsync(default);
        Assert.Equal(5, counts[OutboxState.Waiting] + counts[OutboxState.Sent]);
        Assert.Equal(delivery.Channel.Taken.Count, counts[OutboxState.Sent]);
        Assert.NotEqual(0, counts[OutboxState.Waiting]);
    }
}
