using System.Collections.Concurrent;
using LibraryBot.Data.Outbox;
using LibraryBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace LibraryBot.Tests.Data.Outbox;

public sealed class OutboxClaimsTests
{
    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task OnlyWhatIsDueIsClaimedTheLongestDueFirst(DatabaseKind kind)
    {
        await using var outbox = await OutboxFixture.NewAsync(kind);
        await outbox.WriteAsync(outbox.Request("later", dueIn: TimeSpan.FromSeconds(1)), outbox.Request("second"), outbox.Request("first", dueIn: TimeSpan.FromSeconds(-1)));
        Assert.Equal(outbox.Clock.GetUtcNow().AddSeconds(-1), await outbox.Claims.NextAsync(default));

        Assert.Equal(["first", "second"], (await outbox.Claims.ClaimAsync("a", OutboxFixture.Lease, 10, default)).Select(message => message.Key));
        Assert.Empty(await outbox.Claims.ClaimAsync("b", OutboxFixture.Lease, 10, default));
        Assert.Equal(outbox.Clock.GetUtcNow().AddSeconds(1), await outbox.Claims.NextAsync(default));

        outbox.Clock.Move(TimeSpan.FromSeconds(1));
        Assert.Equal("later", (await outbox.ClaimOneAsync()).Key);
        Assert.Null(await outbox.Claims.NextAsync(default));
    }

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task EachMessageIsClaimedByOneHoweverManyClaim(DatabaseKind kind)
    {
        await using var outbox = await OutboxFixture.NewAsync(kind);
        await outbox.WriteManyAsync(300);
        var claimed = new ConcurrentBag<long>();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(worker => Task.Run(async () =>
        {
            for (var round = 0; ; round++)
            {
                var mine = await outbox.Claims.ClaimAsync($"{worker}/{round}", OutboxFixture.Lease, 7, default);
                if (mine.Count == 0)
                {
                    return;
                }

                foreach (var message in mine)
                {
                    claimed.Add(message.Id);
                }
            }
        })));

        Assert.Equal(300, claimed.Count);
        Assert.Equal(300, claimed.Distinct().Count());
    }

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task WhatAProcessLeftIsTakenOverWhenItsLeaseIsOut(DatabaseKind kind)
    {
        await using var outbox = await OutboxFixture.NewAsync(kind);
        await outbox.WriteAsync(outbox.Request("claimed", OutboxFixture.Announcement), outbox.Request("repeats"), outbox.Request("once", OutboxFixture.Announcement));
        foreach (var message in (await outbox.Claims.ClaimAsync("dead", OutboxFixture.Lease, 3, default)).Skip(1))
        {
            message.HandOver(outbox.Clock.GetUtcNow(), outbox.Clock.GetUtcNow() + OutboxFixture.Lease);
            Assert.True(await outbox.Claims.SaveAsync(message, "dead", default));
        }

        outbox.Clock.Move(OutboxFixture.Lease);
        Assert.Empty(await outbox.Claims.TakeOverAsync(default));
        outbox.Clock.Move(TimeSpan.FromMilliseconds(1));

        Assert.Equal(3, (await outbox.Claims.TakeOverAsync(default)).Count);
        Assert.Empty(await outbox.Claims.TakeOverAsync(default));
        var (claimed, repeats, once) = (await outbox.ReadAsync("claimed"), await outbox.ReadAsync("repeats"), await outbox.ReadAsync("once"));
        Assert.Equal((OutboxState.Waiting, 0, null), (claimed.State, claimed.Attempts, claimed.HandedOverAt));
        Assert.Equal((OutboxState.Waiting, 1, null), (repeats.State, repeats.Attempts, repeats.HandedOverAt));
        Assert.Equal((OutboxState.Unknown, OutboxReason.NoAnswer), (once.State, once.Reason));
        Assert.Equal(["claimed", "repeats"], (await outbox.Claims.ClaimAsync("heir", OutboxFixture.Lease, 9, default)).Select(message => message.Key));
    }

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task AtTheStartWhatIsHeldIsTakenOverAtOnceWhereOnlyOneProcessSends(DatabaseKind kind)
    {
        await using var outbox = await OutboxFixture.NewAsync(kind);
        await outbox.WriteAsync(outbox.Request("1"), outbox.Request("2", OutboxFixture.Announcement), outbox.Request("3"));
        var claimed = await outbox.ClaimOneAsync("before/1");
        var handedOver = await outbox.ClaimOneAsync("before/2");
        handedOver.HandOver(outbox.Clock.GetUtcNow(), outbox.Clock.GetUtcNow() + OutboxFixture.Lease);
        Assert.True(await outbox.Claims.SaveAsync(handedOver, "before/2", default));
        await outbox.ClaimOneAsync("now/1");

        var taken = await outbox.Claims.TakeOverAtStartAsync("now", default);

        // Over PostgreSQL the others may be alive.
        Assert.Equal(kind == DatabaseKind.Sqlite ? [claimed.Id, handedOver.Id] : [], taken.Select(message => message.Id));
        Assert.Equal(OutboxState.Sending, (await outbox.ReadAsync("3")).State);
        outbox.Clock.Move(OutboxFixture.Lease * 2);
        await outbox.Claims.TakeOverAtStartAsync("now", default);
        Assert.Equal((OutboxState.Waiting, OutboxState.Unknown), ((await outbox.ReadAsync("1")).State, (await outbox.ReadAsync("2")).State));
    }

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task SeveralHeirsTakeOverOnce(DatabaseKind kind)
    {
        await using var outbox = await OutboxFixture.NewAsync(kind);
        await outbox.WriteManyAsync(20);
        await outbox.Claims.ClaimAsync("dead", OutboxFixture.Lease, 20, default);
        outbox.Clock.Move(OutboxFixture.Lease * 2);

        var taken = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => outbox.Claims.TakeOverAsync(default))));

        Assert.Equal(20, taken.Sum(each => each.Count));
    }

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task WhoseLeaseWasLostCanSaveNothing(DatabaseKind kind)
    {
        await using var outbox = await OutboxFixture.NewAsync(kind);
        await outbox.WriteAsync(outbox.Request("slow"));
        var slow = await outbox.ClaimOneAsync("slow");
        outbox.Clock.Move(OutboxFixture.Lease * 2);
        await outbox.Claims.TakeOverAsync(default);

        slow.HandOver(outbox.Clock.GetUtcNow(), outbox.Clock.GetUtcNow() + OutboxFixture.Lease);
        Assert.False(await outbox.Claims.SaveAsync(slow, "slow", default));

        await outbox.ClaimOneAsync("heir");
        Assert.False(await outbox.Claims.SaveAsync(slow, "slow", default));
        Assert.Null((await outbox.ReadAsync("slow")).HandedOverAt);
    }

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task FailuresCanBeReadWithTheirReasonsAndOldEndsAreDeleted(DatabaseKind kind)
    {
        await using var outbox = await OutboxFixture.NewAsync(kind);
        await outbox.WriteAsync(outbox.Request("announcement:7:1"), outbox.Request("announcement:7:2"), outbox.Request("reminder:1"));
        foreach (var message in await outbox.Claims.ClaimAsync("me", OutboxFixture.Lease, 3, default))
        {
            message.HandOver(outbox.Clock.GetUtcNow(), outbox.Clock.GetUtcNow() + OutboxFixture.Lease);
            await outbox.Claims.SaveAsync(message, "me", default);
            if (message.Key == "announcement:7:2")
            {
                message.Succeed(outbox.Clock.GetUtcNow());
            }
            else
            {
                message.Fail(outbox.Clock.GetUtcNow(), OutboxReason.Blocked, "403 BotDisabled");
            }

            Assert.True(await outbox.Claims.SaveAsync(message, "me", default));
        }

        var failure = Assert.Single(await outbox.Reports.FailuresAsync("announcement:7:", 10, default));
        Assert.Equal(("announcement:7:1", OutboxState.Failed, OutboxReason.Blocked, "403 BotDisabled", 1), (failure.Key, failure.State, failure.Reason, failure.Detail, failure.Attempts));
        Assert.Equal(2, (await outbox.Reports.FailuresAsync("", 10, default)).Count);

        var now = outbox.Clock.GetUtcNow();
        Assert.Equal(0, await outbox.Reports.DeleteAsync(now, now, default));
        Assert.Equal(1, await outbox.Reports.DeleteAsync(now.AddSeconds(1), now, default));
        Assert.Equal(2, await outbox.Reports.DeleteAsync(now, now.AddSeconds(1), default));
    }

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task APersonsMessagesGoWithThePerson(DatabaseKind kind)
    {
        await using var outbox = await OutboxFixture.NewAsync(kind, people: 2);
        await outbox.WriteAsync(outbox.Request("gone"), outbox.Request("stays", person: 1));
        await using var context = outbox.Database.NewContext();
        var id = outbox.People[0].Id;
        await context.People.Where(person => person.Id == id).ExecuteDeleteAsync();

        Assert.Equal("stays", await context.OutboxMessages.Select(message => message.Key).SingleAsync());
    }
}
