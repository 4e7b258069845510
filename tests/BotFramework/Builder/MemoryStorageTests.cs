using Microsoft.Bot.Builder;

namespace LibraryBot.Tests.BotFramework.Builder;

public class MemoryStorageTests
{
    private readonly MemoryStorage _storage = new();

    [Fact]
    public async Task WhatIsReadIsACopy()
    {
        var item = new Item { Count = 1 };
        await WriteAsync("a", item);
        item.Count = 2;
        var read = await ReadAsync("a");
        Assert.Equal(1, read!.Count);
        Assert.NotSame(read, await ReadAsync("a"));
    }

    [Fact]
    public async Task KeysThatAreNotThereAreLeftOut()
    {
        await WriteAsync("a", new Item());
        Assert.Equal(["a"], (await _storage.ReadAsync(["a", "b"])).Keys);
        Assert.Empty(await _storage.ReadAsync<string>(["a"]));
    }

    [Fact]
    public async Task EachWriteIsAnotherVersion()
    {
        await WriteAsync("a", new Item());
        var first = await ReadAsync("a");
        await WriteAsync("a", first!);
        Assert.NotNull(first!.ETag);
        Assert.NotEqual(first.ETag, (await ReadAsync("a"))!.ETag);
    }

    [Fact]
    public async Task AnOldVersionIsRefused()
    {
        await WriteAsync("a", new Item { Count = 1 });
        var old = await ReadAsync("a");
        await WriteAsync("a", (await ReadAsync("a"))!);
        old!.Count = 9;
        await Assert.ThrowsAsync<ArgumentException>(() => WriteAsync("a", old));
        Assert.Equal(1, (await ReadAsync("a"))!.Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("other")]
    public async Task AVersionThatIsNotTheStoredOneIsRefused(string? version)
    {
        await WriteAsync("a", new Item());
        await Assert.ThrowsAsync<ArgumentException>(() => WriteAsync("a", new Item { ETag = version }));
    }

    [Fact]
    public async Task AStarOverwritesWhateverIsThere()
    {
        await WriteAsync("a", new Item());
        await WriteAsync("a", new Item { Count = 5, ETag = "*" });
        Assert.Equal(5, (await ReadAsync("a"))!.Count);
    }

    [Fact]
    public async Task OneOldVersionKeepsTheOthersFromBeingWritten()
    {
        await WriteAsync("b", new Item { Count = 1 });
        await Assert.ThrowsAsync<ArgumentException>(() => _storage.WriteAsync(new Dictionary<string, Item> { ["a"] = new(), ["b"] = new() { ETag = "old" } }));
        Assert.Null(await ReadAsync("a"));
    }

    [Fact]
    public async Task WhatIsDeletedIsGone()
    {
        await WriteAsync("a", new Item());
        await _storage.DeleteAsync(["a", "never there"]);
        Assert.Null(await ReadAsync("a"));
        await Assert.ThrowsAsync<ArgumentNullException>(() => _storage.DeleteAsync(null!));
        await Assert.ThrowsAsync<ArgumentNullException>(() => _storage.ReadAsync(null!));
        await Assert.ThrowsAsync<ArgumentNullException>(() => _storage.WriteAsync(null!));
    }

    [Fact]
    public async Task OfManyWritersOfOneVersionOneWins()
    {
        await WriteAsync("a", new Item());
        var version = (await ReadAsync("a"))!.ETag;
        var outcomes = await Task.WhenAll(Enumerable.Range(1, 32).Select(n => Task.Run(async () =>
        {
            try
            {
                await WriteAsync("a", new Item { Count = n, ETag = version });
                return true;
            }
            catch (ArgumentException)
            {
                return false;
            }
        })));
        Assert.Single(outcomes, won => won);
    }

    private Task WriteAsync(string key, Item item) => _storage.WriteAsync(new Dictionary<string, Item> { [key] = item });

    private async Task<Item?> ReadAsync(string key) => (await _storage.ReadAsync<Item>([key])).TryGetValue(key, out var item) ? item : null;

    internal sealed class Item : IStoreItem
    {
        public int Count { get; set; }

        public string? ETag { get; set; }
    }
}
