using System.Data.Common;
using LibraryBot.Data.Outbox;
using LibraryBot.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace LibraryBot.Tests.Data.Outbox;

public sealed class OutboxWriterTests
{
    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task AMessageComesBackAsItWasWritten(DatabaseKind kind)
    {
        await using var outbox = await OutboxFixture.NewAsync(kind);

        Assert.Equal(1, await outbox.WriteAsync(outbox.Request("reminder:booking:42:day-before", OutboxFixture.Announcement, dueIn: TimeSpan.FromHours(1), expiresIn: TimeSpan.FromHours(9))));

        var message = await outbox.ReadAsync("reminder:booking:42:day-before");
        Assert.Equal(OutboxState.Waiting, message.State);
        Assert.Equal(outbox.People[0].Id, message.PersonId);
        Assert.Null(message.GroupAddressId);
        Assert.Equal("announcement", message.Kind);
        Assert.False(message.MayRepeat);
        Assert.Equal(outbox.Clock.GetUtcNow(), message.CreatedAt);
        Assert.Equal(outbox.Clock.GetUtcNow().AddHours(1), message.DueAt);
        Assert.Equal(message.DueAt, message.NextAttemptAt);
        Assert.Equal(outbox.Clock.GetUtcNow().AddHours(9), message.ExpiresAt);
        Assert.Equal(new Facts(42), message.Read<Facts>());
    }

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task TheSameKeyIsWrittenOnceHoweverOften(DatabaseKind kind)
    {
        await using var outbox = await OutboxFixture.NewAsync(kind);

        Assert.Equal(1, await outbox.WriteAsync(outbox.Request("once")));
        Assert.Equal(0, await outbox.WriteAsync(outbox.Request("once", dueIn: TimeSpan.FromDays(1))));
        Assert.Equal(1, await outbox.WriteAsync(outbox.Request("once"), outbox.Request("twice"), outbox.Request("twice")));

        Assert.Equal(outbox.Clock.GetUtcNow(), (await outbox.ReadAsync("once")).DueAt);
        Assert.Equal(2, (await outbox.Reports.CountAsync(default))[OutboxState.Waiting]);
    }

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task TheSameKeyAtTheSameMomentIsWrittenOnce(DatabaseKind kind)
    {
        await using var outbox = await OutboxFixture.NewAsync(kind);

        var written = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => outbox.WriteAsync(outbox.Request("race")))));

        Assert.Equal(1, written.Sum());
    }

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task AMessageIsThereWithItsCauseOrNotAtAll(DatabaseKind kind)
    {
        await using var outbox = await OutboxFixture.NewAsync(kind);
        await using (var context = outbox.Database.NewContext())
        {
            await using var transaction = await context.Database.BeginTransactionAsync();
            Assert.True(await outbox.Writer.EnqueueAsync(context, outbox.Request("undone"), default));
            await transaction.RollbackAsync();
            await Assert.ThrowsAsync<InvalidOperationException>(() => outbox.Writer.EnqueueAsync(context, outbox.Request("alone"), default));
        }

        Assert.Equal(0, (await outbox.Reports.CountAsync(default)).Values.Sum());
    }

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task ManyAreWrittenAtOnce(DatabaseKind kind)
    {
        await using var outbox = await OutboxFixture.NewAsync(kind);
        await outbox.WriteAsync(outbox.Request("many:7"));

        Assert.Equal(449, await outbox.WriteManyAsync(450));
        Assert.Equal(450, (await outbox.Reports.CountAsync(default))[OutboxState.Waiting]);
    }

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task AMessageForNobodyIsRefusedByTheDatabase(DatabaseKind kind)
    {
        await using var outbox = await OutboxFixture.NewAsync(kind);

        await Assert.ThrowsAnyAsync<DbException>(() => outbox.WriteAsync(outbox.Request("lost") with { Recipient = new OutboxRecipient.ToPerson(999) }));
        await Assert.ThrowsAnyAsync<DbException>(() => outbox.WriteAsync(outbox.Request("lost") with { Recipient = new OutboxRecipient.ToGroup(999) }));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Upper")]
    [InlineData("with space")]
    [InlineData("percent%")]
    [InlineData("line\n")]
    public async Task WhatIsNoKeyIsRefused(string key)
    {
        await using var outbox = await OutboxFixture.NewAsync(DatabaseKind.Sqlite);

        await Assert.ThrowsAsync<ArgumentException>(() => outbox.WriteAsync(outbox.Request(key)));
        await Assert.ThrowsAsync<ArgumentException>(() => outbox.WriteAsync(outbox.Request("fine"), outbox.Request("early", dueIn: TimeSpan.FromHours(2), expiresIn: TimeSpan.FromHours(1))));
        Assert.Equal(0, (await outbox.Reports.CountAsync(default)).Values.Sum());
    }

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task WhatWaitsCanBeTakenBackAndWrittenAnew(DatabaseKind kind)
    {
        await using var outbox = await OutboxFixture.NewAsync(kind);
        await outbox.WriteAsync(outbox.Request("moved"));

        Assert.Equal(CancelOutcome.Cancelled, await outbox.CancelAsync("moved"));
        Assert.Equal(CancelOutcome.Cancelled, await outbox.CancelAsync("moved"));
        Assert.Equal(CancelOutcome.NothingToCancel, await outbox.CancelAsync("never-written"));
        Assert.Empty(await outbox.Claims.ClaimAsync("me", OutboxFixture.Lease, 10, default));
        Assert.Equal(OutboxReason.Withdrawn, (await outbox.ReadAsync("moved")).Reason);

        Assert.Equal(1, await outbox.WriteAsync(outbox.Request("moved", dueIn: TimeSpan.FromHours(1))));
        var again = await outbox.ReadAsync("moved");
        Assert.Equal((OutboxState.Waiting, null, null), (again.State, again.Reason, again.FinishedAt));
        Assert.Equal(outbox.Clock.GetUtcNow().AddHours(1), again.NextAttemptAt);
    }

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task WhatIsBeingSentOrHasGoneSaysSo(DatabaseKind kind)
    {
        await using var outbox = await OutboxFixture.NewAsync(kind);
        await outbox.WriteAsync(outbox.Request("going"));
        var message = await outbox.ClaimOneAsync();

        Assert.Equal(CancelOutcome.BeingSent, await outbox.CancelAsync("going"));

        message.HandOver(outbox.Clock.GetUtcNow(), outbox.Clock.GetUtcNow() + OutboxFixture.Lease);
        message.Succeed(outbox.Clock.GetUtcNow());
        Assert.True(await outbox.Claims.SaveAsync(message, "me", default));
        Assert.Equal(CancelOutcome.MayHaveArrived, await outbox.CancelAsync("going"));
        Assert.Equal(0, await outbox.WriteAsync(outbox.Request("going")));
    }

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task AllThatBeginAlikeAreTakenBackAndNoOthers(DatabaseKind kind)
    {
        await using var outbox = await OutboxFixture.NewAsync(kind);
        await outbox.WriteAsync(outbox.Request("reminder:booking:42:day-before", dueIn: TimeSpan.FromDays(1)), outbox.Request("reminder:booking:42:overdue", dueIn: TimeSpan.FromDays(3)));
        await outbox.WriteAsync(outbox.Request("reminder:booking:421:day-before", dueIn: TimeSpan.FromDays(1)), outbox.Request("reminder:booking:4:day-before", dueIn: TimeSpan.FromDays(1)));
        await outbox.WriteAsync(outbox.Request("reminder:booking:42:now"));
        await outbox.ClaimOneAsync();

        await using (var context = outbox.Database.NewContext())
        {
            await using var transaction = await context.Database.BeginTransactionAsync();
            Assert.Equal((2, 1), await outbox.Writer.CancelAllAsync(context, "reminder:booking:42:", default));
            await Assert.ThrowsAsync<ArgumentException>(() => outbox.Writer.CancelAllAsync(context, "", default));
            await transaction.CommitAsync();
        }

        var counts = await outbox.Reports.CountAsync(default);
        Assert.Equal((2, 2, 1), (counts[OutboxState.Cancelled], counts[OutboxState.Waiting], counts[OutboxState.Sending]));
    }

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task TakingBackIsUndoneWithItsTransaction(DatabaseKind kind)
    {
        await using var outbox = await OutboxFixture.NewAsync(kind);
        await outbox.WriteAsync(outbox.Request("kept"));
        await using (var context = outbox.Database.NewContext())
        {
            await using var transaction = await context.Database.BeginTransactionAsync();
            Assert.Equal(CancelOutcome.Cancelled, await outbox.Writer.CancelAsync(context, "kept", default));
            await transaction.RollbackAsync();
        }

        Assert.Equal(OutboxState.Waiting, (await outbox.ReadAsync("kept")).State);
    }

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task ASenderIsToldOnceWhatIsWrittenIsCommitted(DatabaseKind kind)
    {
        await using var outbox = await OutboxFixture.NewAsync(kind);
        var told = outbox.Database.Services.GetRequiredService<OutboxSignal>().WaitAsync(default);
        await using var context = outbox.Database.NewContext();
        await using var transaction = await context.Database.BeginTransactionAsync();
        await outbox.Writer.EnqueueAsync(context, outbox.Request("now"), default);

        Assert.False(told.IsCompleted);
        await transaction.CommitAsync();

        await told.WaitAsync(TimeSpan.FromSeconds(10));
    }

    private sealed record Facts(int Number);
}
