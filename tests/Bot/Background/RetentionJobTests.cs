using LibraryBot.Data.Outbox;
using LibraryBot.Data.State;
using LibraryBot.Tests.Data.Outbox;
using LibraryBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace LibraryBot.Tests.Bot.Background;

public sealed class RetentionJobTests
{
    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task TheRunningBotDeletesWhatWasKeptLongEnoughAndNothingElse(DatabaseKind kind)
    {
        await using var outbox = await OutboxFixture.NewAsync(kind);
        var now = TimeProvider.System.GetUtcNow();
        await WriteAsync(outbox, now.AddDays(-200), "waits", dueIn: TimeSpan.FromDays(300));
        foreach (var (key, days, isSent) in new[] { ("failed long ago", 181, false), ("failed", 179, false), ("sent long ago", 31, true), ("sent", 29, true) })
        {
            await WriteAsync(outbox, now.AddDays(-days), key.Replace(' ', '-'));
            var message = await outbox.ClaimOneAsync();
            message.HandOver(outbox.Clock.GetUtcNow(), outbox.Clock.GetUtcNow() + OutboxFixture.Lease);
            Assert.True(await outbox.Claims.SaveAsync(message, "me", default));
            if (isSent)
            {
                message.Succeed(outbox.Clock.GetUtcNow());
            }
            else
            {
                message.Fail(outbox.Clock.GetUtcNow(), OutboxReason.Gone, null);
            }

            Assert.True(await outbox.Claims.SaveAsync(message, "me", default));
        }

        await outbox.Database.AddAsync(
            State("old", now.AddDays(-91)), State("young", now.AddDays(-89)), Handled("long ago", now.AddHours(-49)), Handled("lately", now.AddHours(-47)));

        await using var bot = await BotHost.StartAsync(outbox.Database);

        await using var context = outbox.Database.NewContext();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (await context.HandledActivities.AnyAsync(handled => handled.Key == "long ago"))
        {
            await Task.Delay(50, patience.Token);
        }

        Assert.Equal(["failed", "sent", "waits"], await context.OutboxMessages.Select(message => message.Key).Order().ToListAsync());
        Assert.Equal(["young"], await context.StateItems.Select(item => item.Key).ToListAsync());
        Assert.Equal(["lately"], await context.HandledActivities.Select(handled => handled.Key).ToListAsync());
    }

    private static Task WriteAsync(OutboxFixture outbox, DateTimeOffset when, string key, TimeSpan dueIn = default)
    {
        outbox.Clock.Move(when - outbox.Clock.GetUtcNow());
        return outbox.WriteAsync(outbox.Request(key, dueIn: dueIn));
    }

    private static HandledActivity Handled(string key, DateTimeOffset at) => new() { Key = key, HandledAt = at };

    private static StateItem State(string key, DateTimeOffset writtenAt) => new() { Key = key, Json = "{}", ETag = "1", WrittenAt = writtenAt };
}
