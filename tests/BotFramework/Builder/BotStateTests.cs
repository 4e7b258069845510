using LibraryBot.Tests.BotFramework.Support;
using Microsoft.Bot.Builder;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace LibraryBot.Tests.BotFramework.Builder;

public class BotStateTests
{
    private readonly Dictionary<string, JObject> _stored = [];
    private readonly CountingStorage _storage;
    private readonly UserState _state;

    public BotStateTests()
    {
        _storage = new CountingStorage(new MemoryStorage(_stored));
        _state = new UserState(_storage);
    }

    [Fact]
    public async Task AValueLastsFromTurnToTurn()
    {
        var first = Turn();
        await _state.CreateProperty<Shelf>("shelf").SetAsync(first, new Shelf { Name = "Poetry" });
        await _state.SaveChangesAsync(first);
        Assert.Equal("Poetry", (await _state.CreateProperty<Shelf>("shelf").GetAsync(Turn())).Name);
        Assert.Equal(["test/users/user"], _stored.Keys);
    }

    [Fact]
    public async Task NothingIsStoredBeforeItIsSaved()
    {
        await _state.CreateProperty<string>("a").SetAsync(Turn(), "b");
        Assert.Empty(_stored);
        Assert.Equal(0, _storage.Writes);
    }

    [Fact]
    public async Task TheStorageIsReadOnceATurn()
    {
        var turn = Turn();
        await _state.LoadAsync(turn);
        await _state.CreateProperty<string>("a").GetAsync(turn);
        await _state.CreateProperty<string>("b").SetAsync(turn, "x");
        Assert.Equal(1, _storage.Reads);
        await _state.LoadAsync(turn, true);
        Assert.Equal(2, _storage.Reads);
    }

    [Fact]
    public async Task OnlyWhatChangedIsWritten()
    {
        var turn = Turn();
        var property = _state.CreateProperty<Shelf>("shelf");
        await property.GetAsync(turn, () => new Shelf());
        await _state.SaveChangesAsync(turn);
        Assert.Equal(1, _storage.Writes);
        await _state.SaveChangesAsync(turn);
        Assert.Equal(1, _storage.Writes);
        (await property.GetAsync(turn)).Name = "Maps";
        await _state.SaveChangesAsync(turn);
        Assert.Equal(2, _storage.Writes);
        await _state.SaveChangesAsync(turn, true);
        Assert.Equal(3, _storage.Writes);

        var next = Turn();
        await _state.LoadAsync(next);
        await _state.SaveChangesAsync(next);
        Assert.Equal(3, _storage.Writes);
    }

    [Fact]
    public async Task WithoutFactoryThereIsTheDefault()
    {
        var turn = Turn();
        Assert.Null(await _state.CreateProperty<Shelf>("shelf").GetAsync(turn));
        Assert.Equal(0, await _state.CreateProperty<int>("count").GetAsync(turn));
        Assert.Equal(7, await _state.CreateProperty<int>("count").GetAsync(turn, () => 7));
        Assert.Equal(7, await _state.CreateProperty<int>("count").GetAsync(turn, () => 8));
    }

    [Fact]
    public async Task APropertyIsReadWithATokenAlone() =>
        Assert.Null(await _state.CreateProperty<Shelf>("shelf").GetAsync(Turn(), CancellationToken.None));

    [Fact]
    public async Task AStorageWithoutTypesGivesTheTypesBackAllTheSame()
    {
        var plain = new UserState(new MemoryStorage(JsonSerializer.CreateDefault(), _stored));
        var turn = Turn();
        await plain.CreateProperty<int>("count").SetAsync(turn, 3);
        await plain.CreateProperty<Shelf>("shelf").SetAsync(turn, new Shelf { Name = "Maps" });
        await plain.SaveChangesAsync(turn);
        var next = Turn();
        Assert.Equal(3, await plain.CreateProperty<int>("count").GetAsync(next));
        var shelf = await plain.CreateProperty<Shelf>("shelf").GetAsync(next);
        Assert.Equal("Maps", shelf.Name);
        Assert.Same(shelf, await plain.CreateProperty<Shelf>("shelf").GetAsync(next));
    }

    [Fact]
    public async Task ADeletedPropertyIsGone()
    {
        var turn = Turn();
        var property = _state.CreateProperty<string>("a");
        await property.SetAsync(turn, "x");
        await property.DeleteAsync(turn);
        Assert.Null(await property.GetAsync(turn));
    }

    [Fact]
    public async Task ClearedStateIsStoredEmpty()
    {
        var turn = Turn();
        await _state.CreateProperty<string>("a").SetAsync(turn, "x");
        await _state.SaveChangesAsync(turn);
        await _state.ClearStateAsync(turn);
        await _state.SaveChangesAsync(turn);
        Assert.Null(await _state.CreateProperty<string>("a").GetAsync(Turn()));
        Assert.Single(_stored);
    }

    [Fact]
    public async Task DeletedStateIsGone()
    {
        var turn = Turn();
        await _state.CreateProperty<string>("a").SetAsync(turn, "x");
        await _state.SaveChangesAsync(turn);
        await _state.DeleteAsync(turn);
        Assert.Empty(_stored);
        Assert.Null(_state.Get(turn));
    }

    [Fact]
    public async Task StateCanBeLookedAtAsJson()
    {
        var turn = Turn();
        await _state.CreateProperty<string>("a").SetAsync(turn, "x");
        Assert.Equal("x", (string?)_state.Get(turn)!["a"]);
    }

    [Fact]
    public async Task EachKindOfStateHasItsKey()
    {
        foreach (var state in new BotState[] { new UserState(_storage), new ConversationState(_storage), new PrivateConversationState(_storage) })
        {
            var turn = Turn();
            await state.CreateProperty<string>("a").SetAsync(turn, "x");
            await state.SaveChangesAsync(turn);
        }

        Assert.Equal(["test/users/user", "test/conversations/conversation", "test/conversations/conversation/users/user"], _stored.Keys);
    }

    [Theory]
    [InlineData("channel")]
    [InlineData("from")]
    [InlineData("conversation")]
    public async Task AKeyNeedsAllItIsMadeOf(string missing)
    {
        var activity = Incoming.Message();
        activity.ChannelId = missing == "channel" ? null! : activity.ChannelId;
        activity.From = missing == "from" ? null! : activity.From;
        activity.Conversation = missing == "conversation" ? null! : activity.Conversation;
        var turn = new TurnContext(new RecordingAdapter(), activity);
        await Assert.ThrowsAsync<InvalidOperationException>(() => new PrivateConversationState(_storage).LoadAsync(turn));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    public void APropertyNeedsAName(string? name)
    {
        Assert.Throws<ArgumentNullException>(() => _state.CreateProperty<string>(name!));
        Assert.Throws<ArgumentNullException>(() => new UserState(null!));
    }

    [Fact]
    public async Task SeveralStatesAreSavedAtTheEndOfATurn()
    {
        var conversation = new ConversationState(_storage);
        var middleware = new AutoSaveStateMiddleware(_state).Add(conversation);
        await middleware.OnTurnAsync(Turn(), async token => await Task.CompletedTask);
        Assert.Equal(0, _storage.Writes);

        var turn = Turn();
        await middleware.OnTurnAsync(turn, async token =>
        {
            await _state.CreateProperty<string>("a").SetAsync(turn, "x", token);
            await conversation.CreateProperty<string>("b").SetAsync(turn, "y", token);
        });
        Assert.Equal(2, _stored.Count);
    }

    [Fact]
    public async Task AFailedTurnSavesNothing()
    {
        var turn = Turn();
        await Assert.ThrowsAsync<InvalidOperationException>(() => new AutoSaveStateMiddleware(_state).OnTurnAsync(turn, async token =>
        {
            await _state.CreateProperty<string>("a").SetAsync(turn, "x", token);
            throw new InvalidOperationException("broken");
        }));
        Assert.Empty(_stored);
    }

    [Fact]
    public async Task ASetLoadsAndSavesAll()
    {
        var set = new BotStateSet(_state).Add(new ConversationState(_storage));
        var turn = Turn();
        await set.LoadAllAsync(turn);
        Assert.Equal(2, _storage.Reads);
        await set.SaveAllChangesAsync(turn, true);
        Assert.Equal(2, _storage.Writes);
    }

    private static TurnContext Turn() => new(new RecordingAdapter(), Incoming.Message());

    internal sealed class Shelf
    {
        public string? Name { get; set; }
    }

    private sealed class CountingStorage(IStorage inner) : IStorage
    {
        public int Reads { get; private set; }

        public int Writes { get; private set; }

        public Task<IDictionary<string, object>> ReadAsync(string[] keys, CancellationToken cancellationToken = default)
        {
            Reads++;
            return inner.ReadAsync(keys, cancellationToken);
        }

        public Task WriteAsync(IDictionary<string, object> changes, CancellationToken cancellationToken = default)
        {
            Writes++;
            return inner.WriteAsync(changes, cancellationToken);
        }

        public Task DeleteAsync(string[] keys, CancellationToken cancellationToken = default) => inner.DeleteAsync(keys, cancellationToken);
    }
}
