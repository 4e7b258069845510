using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Microsoft.Bot.Builder;

/// <summary>Storage that lasts as long as the process. Objects are kept as JSON, so that what is read is never what was written.</summary>
public class MemoryStorage : IStorage
{
    private static readonly JsonSerializer DefaultSerializer = TypeNames.CreateSerializer();

    private readonly Dictionary<string, JObject> _store;
    private readonly JsonSerializer _serializer;
    private readonly Lock _lock = new();
    private long _version;

    public MemoryStorage(Dictionary<string, JObject>? dictionary = null)
        : this(null, dictionary)
    {
    }

    public MemoryStorage(JsonSerializer? jsonSerializer, Dictionary<string, JObject>? dictionary = null)
    {
        _serializer = jsonSerializer ?? DefaultSerializer;
        _store = dictionary ?? [];
    }

    public Task<IDictionary<string, object>> ReadAsync(string[] keys, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(keys);
        var items = new Dictionary<string, object>(keys.Length);
        lock (_lock)
        {
            foreach (var key in keys)
            {
                if (_store.TryGetValue(key, out var stored) && stored?.ToObject<object>(_serializer) is { } item)
                {
                    items[key] = item;
                }
            }
        }

        return Task.FromResult<IDictionary<string, object>>(items);
    }

    /// <exception cref="ArgumentException">An <see cref="IStoreItem"/> is not the version that is stored.</exception>
    public Task WriteAsync(IDictionary<string, object> changes, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(changes);
        lock (_lock)
        {
            foreach (var (key, value) in changes)
            {
                CheckVersion(key, value);
            }

            foreach (var (key, value) in changes)
            {
                _store[key] = Write(value);
            }
        }

        return Task.CompletedTask;
    }

    public Task DeleteAsync(string[] keys, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(keys);
        lock (_lock)
        {
            foreach (var key in keys)
            {
                _store.Remove(key);
            }
        }

        return Task.CompletedTask;
    }

    private static JProperty? VersionOf(JObject? item) => item?.Property(nameof(IStoreItem.ETag), StringComparison.OrdinalIgnoreCase);

    private void CheckVersion(string key, object value)
    {
        if (value is IStoreItem { ETag: not "*" } item
            && _store.TryGetValue(key, out var stored)
            && VersionOf(stored)?.Value.Value<string>() is { } current
            && !string.Equals(current, item.ETag, StringComparison.Ordinal))
        {
            throw new ArgumentException($"Etag conflict.\r\n\r\nOriginal: {item.ETag}\r\nCurrent: {current}");
        }
    }

    private JObject Write(object value)
    {
        if (value is null)
        {
            return null!;
        }

        var json = JObject.FromObject(value, _serializer);
        if (value is IStoreItem)
        {
            var version = (_version++).ToString(CultureInfo.InvariantCulture);
            if (VersionOf(json) is { } property)
            {
                property.Value = version;
            }
            else
            {
                json[nameof(IStoreItem.ETag)] = version;
            }
        }

        return json;
    }
}
