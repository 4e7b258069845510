namespace Microsoft.Bot.Builder;

/// <summary>Storage with the type of what is stored.</summary>
public static class StorageExtensions
{
    /// <summary>Reads the keys; what is there but of another type is left out.</summary>
    public static async Task<IDictionary<string, TStoreItem>> ReadAsync<TStoreItem>(this IStorage storage, string[] keys, CancellationToken cancellationToken = default)
        where TStoreItem : class
    {
        ArgumentNullException.ThrowIfNull(storage);
        var items = await storage.ReadAsync(keys, cancellationToken).ConfigureAwait(false);
        var found = new Dictionary<string, TStoreItem>(items.Count);
        foreach (var (key, value) in items)
        {
            if (value is TStoreItem item)
            {
                found.Add(key, item);
            }
        }

        return found;
    }

    public static Task WriteAsync<TStoreItem>(this IStorage storage, IDictionary<string, TStoreItem> changes, CancellationToken cancellationToken = default)
        where TStoreItem : class
    {
        ArgumentNullException.ThrowIfNull(storage);
        ArgumentNullException.ThrowIfNull(changes);
        return storage.WriteAsync(changes.ToDictionary(change => change.Key, change => (object)change.Value), cancellationToken);
    }
}
