using LibraryBot.Data;
using LibraryBot.State;
using LibraryBot.Tests.Support;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Schema;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace LibraryBot.Tests.Bot.State;

public sealed class OncePerActivityTests
{
    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task AnActivityDeliveredTwiceIsHandledOnce(DatabaseKind kind)
    {
        await using var database = await Databases.NewAsync(kind);
        var queue = new ConversationQueue(new ConversationLocks(database.Factory));
        var once = new OncePerActivity(queue, database.Factory, TimeProvider.System);
        var handled = 0;

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => TurnAsync(once, "same", () => Task.FromResult(Interlocked.Increment(ref handled)))));
        await TurnAsync(once, "another", () => Task.FromResult(Interlocked.Increment(ref handled)));

        Assert.Equal(2, handled);
        Assert.Equal(0, queue.Count);
    }

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task AnActivityWhoseTurnBrokeIsTakenAnew(DatabaseKind kind)
    {
        await using var database = await Databases.NewAsync(kind);
        var once = new OncePerActivity(new ConversationQueue(new ConversationLocks(database.Factory)), database.Factory, TimeProvider.System);
        var handled = 0;

        await Assert.ThrowsAsync<InvalidOperationException>(() => TurnAsync(once, "same", () => throw new InvalidOperationException()));
        await TurnAsync(once, "same", () => Task.FromResult(++handled));

        Assert.Equal(1, handled);
    }

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task TurnsOfOneConversationNeverInterleaveEvenInTwoProcesses(DatabaseKind kind)
    {
        await using var database = await Databases.NewAsync(kind);
        // Two queues over PostgreSQL are two processes; SQLite serves one.
        var first = new OncePerActivity(new ConversationQueue(new ConversationLocks(database.Factory)), database.Factory, TimeProvider.System);
        var second = kind == DatabaseKind.Postgres
            ? new OncePerActivity(new ConversationQueue(new ConversationLocks(database.Factory)), database.Factory, TimeProvider.System)
            : first;
        var running = 0;
        var most = 0;

        await Task.WhenAll(Enumerable.Range(0, 12).Select(number => TurnAsync(number % 2 == 0 ? first : second, $"{number}", async () =>
        {
            most = Math.Max(most, Interlocked.Increment(ref running));
            await Task.Delay(10);
            Interlocked.Decrement(ref running);
        })));

        Assert.Equal(1, most);
    }

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task TurnsThatWaitForAnotherProcessHoldNoConnection(DatabaseKind kind)
    {
        await using var database = await Databases.NewAsync(kind);
        var settings = new Dictionary<string, string?>(database.Settings);
        if (kind == DatabaseKind.Postgres)
        {
            settings["ConnectionStrings:Library"] += ";Maximum Pool Size=4;Timeout=10";
        }
        await using var services = new ServiceCollection()
            .AddLibraryData(new ConfigurationBuilder().AddInMemoryCollection(settings).Build()).BuildServiceProvider();
        var factory = services.GetRequiredService<IDbContextFactory<LibraryContext>>();
        await using var here = new ConversationLocks(factory);
        await using var elsewhere = new ConversationLocks(database.Factory);
        var queue = new ConversationQueue(here);
        var names = Enumerable.Range(0, 200).Select(number => $"test/{number}").ToList();
        foreach (var name in names)
        {
            await elsewhere.LockAsync(name, default);
        }

        var waiting = names.ConvertAll(async name => await (await queue.EnterAsync(name, default)).DisposeAsync());
        var handled = 0;
        await TurnAsync(new OncePerActivity(queue, factory, TimeProvider.System), "free", () => Task.FromResult(++handled));
        Assert.Equal(1, handled);
        Assert.True(kind == DatabaseKind.Sqlite || waiting.TrueForAll(turn => !turn.IsCompleted));

        foreach (var name in names)
        {
            await elsewhere.UnlockAsync(name);
        }
        await Task.WhenAll(waiting);
        Assert.Equal(0, queue.Count);
    }

    private static async Task TurnAsync(OncePerActivity once, string id, Func<Task> turn)
    {
        using var context = new TurnContext(new TestAdapter(), new Activity(ActivityTypes.Message)
        {
            Id = id,
            ChannelId = "test",
            Conversation = new ConversationAccount(id: "conversation"),
        });
        await once.OnTurnAsync(context, _ => turn(), default);
    }
}
