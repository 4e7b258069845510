using System.Globalization;
using LibraryBot.Data.Outbox;
using LibraryBot.Data.People;
using LibraryBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace LibraryBot.Tests.Data.Outbox;

/// <summary>An empty outbox with some people, over one of the databases, and a clock to move.</summary>
internal sealed class OutboxFixture : IAsyncDisposable
{
    public static readonly OutboxKind Reminder = new("reminder", MayRepeat: true);
    public static readonly OutboxKind Announcement = new("announcement", MayRepeat: false);
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    private OutboxFixture(TestDatabase database)
    {
        Database = database;
        Writer = new OutboxWriter(Clock);
        Claims = new OutboxClaims(database.Factory, Clock);
        Reports = new OutboxReports(database.Factory);
    }

    public MovedClock Clock { get; } = new();

    public TestDatabase Database { get; }

    public OutboxWriter Writer { get; }

    public OutboxClaims Claims { get; }

    public OutboxReports Reports { get; }

    public List<Person> People { get; } = [];

    public static async Task<OutboxFixture> NewAsync(DatabaseKind kind, int people = 1)
    {
        var outbox = new OutboxFixture(await Databases.NewAsync(kind));
        outbox.People.AddRange(Enumerable.Range(1, people).Select(number => new Person { Key = $"p{number}", DisplayName = $"Person {number}", Role = Role.Student }));
        await outbox.Database.AddAsync([.. outbox.People]);
        return outbox;
    }

    public OutboxRequest Request(string key, OutboxKind? kind = null, int person = 0, TimeSpan dueIn = default, TimeSpan? expiresIn = null) =>
        new(kind ?? Reminder, key, new OutboxRecipient.ToPerson(People[person].Id), Clock.GetUtcNow() + dueIn, new { number = 42 })
        {
            ExpiresAt = Clock.GetUtcNow() + expiresIn,
        };

    public async Task<int> WriteAsync(params OutboxRequest[] requests)
    {
        await using var context = Database.NewContext();
        await using var transaction = await context.Database.BeginTransactionAsync();
        var written = await Writer.EnqueueAsync(context, requests, default);
        await transaction.CommitAsync();
        return written;
    }

    public Task<int> WriteManyAsync(int count, OutboxKind? kind = null) =>
        WriteAsync([.. Enumerable.Range(1, count).Select(number => Request(string.Create(CultureInfo.InvariantCulture, $"many:{number}"), kind))]);

    public async Task<CancelOutcome> CancelAsync(string key)
    {
        await using var context = Database.NewContext();
        await using var transaction = await context.Database.BeginTransactionAsync();
        var outcome = await Writer.CancelAsync(context, key, default);
        await transaction.CommitAsync();
        return outcome;
    }

    public async Task<OutboxMessage> ReadAsync(string key)
    {
        await using var context = Database.NewContext();
        return await context.OutboxMessages.AsNoTracking().SingleAsync(message => message.Key == key);
    }

    public async Task<OutboxMessage> ClaimOneAsync(string owner = "me") => Assert.Single(await Claims.ClaimAsync(owner, Lease, 1, default));

    public ValueTask DisposeAsync() => Database.DisposeAsync();
}
