using LibraryBot.State;
using LibraryBot.Tests.Support;
using Microsoft.Bot.Builder;

namespace LibraryBot.Tests.Bot.State;

public sealed class DatabaseStorageTests
{
    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task WhatIsWrittenIsReadAndWhatIsDeletedIsGone(DatabaseKind kind)
    {
        await using var database = await Databases.NewAsync(kind);
        var storage = new DatabaseStorage(database.Factory, TimeProvider.System);

        await storage.WriteAsync(new Dictionary<string, object> { ["a"] = new Counter { Value = 1 }, ["b"] = new Dictionary<string, object> { ["x"] = "y" } });
        var read = await storage.ReadAsync(["a", "b", "c"]);
        await storage.DeleteAsync(["a"]);

        Assert.Equal(["a", "b"], read.Keys.Order());
        Assert.Equal(1, Assert.IsType<Counter>(read["a"]).Value);
        Assert.Equal("y", Assert.IsType<Dictionary<string, object>>(read["b"])["x"]);
        Assert.Equal(["b"], (await storage.ReadAsync(["a", "b"])).Keys);
    }

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task AnOldVersionIsRefusedAndNothingOfItsWriteIsKept(DatabaseKind kind)
    {
        await using var database = await Databases.NewAsync(kind);
        var storage = new DatabaseStorage(database.Factory, TimeProvider.System);
        await storage.WriteAsync(Changes("a", new Counter { Value = 1 }));
        var first = await ReadAsync(storage, "a");
        var second = await ReadAsync(storage, "a");

        first.Value = 2;
        await storage.WriteAsync(Changes("a", first));
        second.Value = 3;
        await Assert.ThrowsAsync<StateConflictException>(() =>
            storage.WriteAsync(new Dictionary<string, object> { ["new"] = new Counter(), ["a"] = second }));

        Assert.Equal(2, (await ReadAsync(storage, "a")).Value);
        Assert.Empty(await storage.ReadAsync(["new"]));
    }

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task AStarOrNoVersionOverwrites(DatabaseKind kind)
    {
        await using var database = await Databases.NewAsync(kind);
        var storage = new DatabaseStorage(database.Factory, TimeProvider.System);
        await storage.WriteAsync(Changes("a", new Counter { Value = 1 }));

        await storage.WriteAsync(Changes("a", new Counter { Value = 2, ETag = "*" }));
        Assert.Equal(2, (await ReadAsync(storage, "a")).Value);
        await storage.WriteAsync(Changes("a", new Counter { Value = 3 }));
        Assert.Equal(3, (await ReadAsync(storage, "a")).Value);
    }

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task OfWritersWithTheSameVersionExactlyOneWins(DatabaseKind kind)
    {
        await using var database = await Databases.NewAsync(kind);
        var storage = new DatabaseStorage(database.Factory, TimeProvider.System);
        await storage.WriteAsync(Changes("a", new Counter()));
        var version = (await ReadAsync(storage, "a")).ETag;

        var outcomes = await Task.WhenAll(Enumerable.Range(1, 12).Select(async number =>
        {
            try
            {
                await storage.WriteAsync(Changes("a", new Counter { Value = number, ETag = version }));
                return number;
            }
            catch (StateConflictException)
            {
                return 0;
            }
        }));

        var winner = Assert.Single(outcomes, number => number > 0);
        Assert.Equal(winner, (await ReadAsync(storage, "a")).Value);
    }

    private static Dictionary<string, object> Changes(string key, Counter counter) => new() { [key] = counter };

    private static async Task<Counter> ReadAsync(IStorage storage, string key) => (Counter)(await storage.ReadAsync([key]))[key];

    public sealed class Counter : IStoreItem
    {
        public int Value { get; set; }

        public string? ETag { get; set; }
    }
}
