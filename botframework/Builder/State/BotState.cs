using Newtonsoft.Json.Linq;

namespace Microsoft.Bot.Builder;

/// <summary>State kept from turn to turn. It is read once a turn, lives in the turn, and is written only when it changed.</summary>
public abstract class BotState : IPropertyManager
{
    private readonly string _contextServiceKey;
    private readonly IStorage _storage;

    protected BotState(IStorage storage, string contextServiceKey)
    {
        _storage = storage ?? throw new ArgumentNullException(nameof(storage));
        _contextServiceKey = contextServiceKey ?? throw new ArgumentNullException(nameof(contextServiceKey));
    }

    public IStatePropertyAccessor<T> CreateProperty<T>(string name)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            throw new ArgumentNullException(nameof(name));
        }

        return new BotStatePropertyAccessor<T>(this, name);
    }

    /// <summary>Reads the state into the turn, once, or again with <paramref name="force"/>.</summary>
    public virtual async Task LoadAsync(ITurnContext turnContext, bool force = false, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        if (!force && GetCachedState(turnContext)?.State is not null)
        {
            return;
        }

        var key = GetStorageKey(turnContext);
        var items = await _storage.ReadAsync([key], cancellationToken).ConfigureAwait(false);
        items.TryGetValue(key, out var value);
        turnContext.TurnState[_contextServiceKey] = value switch
        {
            IDictionary<string, object> state => new CachedBotState(state),
            JObject state => new CachedBotState(state.ToObject<Dictionary<string, object>>()),
            null => new CachedBotState(),
            _ => throw new InvalidOperationException($"Data is not in the correct format for {nameof(BotState)}."),
        };
    }

    /// <summary>Writes the state when it changed in this turn, or in any case with <paramref name="force"/>.</summary>
    public virtual async Task SaveChangesAsync(ITurnContext turnContext, bool force = false, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        if (GetCachedState(turnContext) is not { } cached)
        {
            return;
        }

        var hash = cached.ComputeHash();
        if (!force && cached.Hash == hash)
        {
            return;
        }

        var changes = new Dictionary<string, object>(1) { [GetStorageKey(turnContext)] = cached.State };
        await _storage.WriteAsync(changes, cancellationToken).ConfigureAwait(false);
        cached.Hash = hash;
    }

    /// <summary>Empties the state of this turn; the next save stores it empty.</summary>
    public virtual Task ClearStateAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        turnContext.TurnState[_contextServiceKey] = new CachedBotState { Hash = string.Empty };
        return Task.CompletedTask;
    }

    /// <summary>Deletes the state, in this turn and in the storage.</summary>
    public virtual async Task DeleteAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        turnContext.TurnState.Remove(_contextServiceKey);
        await _storage.DeleteAsync([GetStorageKey(turnContext)], cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The state as JSON, for those who debug; null when it was not loaded.</summary>
    public JToken? Get(ITurnContext turnContext)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        return GetCachedState(turnContext) is { } cached ? JObject.FromObject(cached.State) : null;
    }

    /// <summary>The state as this turn has it; null when it was not loaded.</summary>
    public CachedBotState? GetCachedState(ITurnContext turnContext)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        return turnContext.TurnState.Get<CachedBotState>(_contextServiceKey);
    }

    /// <summary>The key in the storage that holds the state of this turn.</summary>
    protected abstract string GetStorageKey(ITurnContext turnContext);

    /// <exception cref="KeyNotFoundException">There is no such property, and <typeparamref name="T"/> is a value type.</exception>
    protected Task<T> GetPropertyValueAsync<T>(ITurnContext turnContext, string propertyName, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(propertyName);
        var state = GetCachedState(turnContext)?.State;
        if (state is null || !state.TryGetValue(propertyName, out var value))
        {
            return typeof(T).IsValueType ? throw new KeyNotFoundException(propertyName) : Task.FromResult<T>(default!);
        }

        if (value is null or T)
        {
            return Task.FromResult((T)value!);
        }

        // A storage that keeps no type names gives back plain JSON, and Int64 for any integer.
        var converted = (value as JToken ?? JToken.FromObject(value)).ToObject<T>()!;
        state[propertyName] = converted;
        return Task.FromResult(converted);
    }

    protected Task DeletePropertyValueAsync(ITurnContext turnContext, string propertyName, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(propertyName);
        GetCachedState(turnContext)?.State.Remove(propertyName);
        return Task.CompletedTask;
    }

    protected Task SetPropertyValueAsync(ITurnContext turnContext, string propertyName, object value, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(propertyName);
        if (GetCachedState(turnContext) is { } cached)
        {
            cached.State[propertyName] = value;
        }

        return Task.CompletedTask;
    }

    /// <summary>The state of one turn, and what it was when it was read.</summary>
    public class CachedBotState
    {
        internal CachedBotState(IDictionary<string, object>? state = null)
        {
            State = state ?? new Dictionary<string, object>();
            Hash = ComputeHash();
        }

        public IDictionary<string, object> State { get; set; }

        internal string Hash { get; set; }

        internal bool IsChanged() => Hash != ComputeHash();

        internal string ComputeHash() => StateHash.Of(State);
    }

    private sealed class BotStatePropertyAccessor<T>(BotState botState, string name) : IStatePropertyAccessor<T>
    {
        public string Name => name;

        public async Task<T> GetAsync(ITurnContext turnContext, Func<T>? defaultValueFactory = null, CancellationToken cancellationToken = default)
        {
            await botState.LoadAsync(turnContext, false, cancellationToken).ConfigureAwait(false);
            var state = botState.GetCachedState(turnContext)!.State;
            T value = default!;
            if (state.ContainsKey(name))
            {
                value = await botState.GetPropertyValueAsync<T>(turnContext, name, cancellationToken).ConfigureAwait(false);
                if (value is not null)
                {
                    return value;
                }
            }

            if (defaultValueFactory is not null)
            {
                value = defaultValueFactory();
                state[name] = value!;
            }

            return value;
        }

        public async Task DeleteAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
        {
            await botState.LoadAsync(turnContext, false, cancellationToken).ConfigureAwait(false);
            await botState.DeletePropertyValueAsync(turnContext, name, cancellationToken).ConfigureAwait(false);
        }

        public async Task SetAsync(ITurnContext turnContext, T value, CancellationToken cancellationToken = default)
        {
            await botState.LoadAsync(turnContext, false, cancellationToken).ConfigureAwait(false);
            await botState.SetPropertyValueAsync(turnContext, name, value!, cancellationToken).ConfigureAwait(false);
        }
    }
}
