using System.Globalization;
using LibraryBot.Data;
using LibraryBot.Data.State;
using Microsoft.Bot.Builder;
using Microsoft.EntityFrameworkCore;
using Newtonsoft.Json;

namespace LibraryBot.State;

/// <summary>
/// Conversation and user state in the library's own database. All changes of one write are one transaction. An <see cref="IStoreItem"/> with
/// an ETag is written only over the version it was read at; one with <c>*</c> or none, and anything that is no store item, overwrites.
/// </summary>
internal sealed class DatabaseStorage(IDbContextFactory<LibraryContext> database, TimeProvider time) : IStorage
{
    // Only what this class wrote is read back, so the type names in it are its own.
    private static readonly JsonSerializer Serializer = new() { TypeNameHandling = TypeNameHandling.All, MaxDepth = null };

    /// <inheritdoc/>
    public async Task<IDictionary<string, object>> ReadAsync(string[] keys, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(keys);
        await using var context = await database.CreateDbContextAsync(cancellationToken);
        var stored = await context.StateItemsAsync(keys, cancellationToken);
        return stored.ToDictionary(item => item.Key, Read, StringComparer.Ordinal);
    }

    /// <inheritdoc/>
    /// <exception cref="StateConflictException">Somebody else wrote an item since it was read. Nothing was written.</exception>
    public async Task WriteAsync(IDictionary<string, object> changes, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(changes);
        if (changes.Count == 0)
        {
            return;
        }

        await using var context = await database.CreateDbContextAsync(cancellationToken);
        await using var transaction = changes.Count > 1 ? await context.Database.BeginTransactionAsync(cancellationToken) : null;

        // In one order everywhere, so that two writers wait for each other instead of locking each other out.
        foreach (var (key, value) in changes.OrderBy(change => change.Key, StringComparer.Ordinal))
        {
            var item = new StateItem { Key = key, Json = Write(value), ETag = Guid.NewGuid().ToString("N"), WrittenAt = time.GetUtcNow() };
            if (!await context.WriteStateAsync(item, value is IStoreItem { ETag: { } etag } && etag != "*" ? etag : null, cancellationToken))
            {
                throw new StateConflictException();
            }
        }

        if (transaction is not null)
        {
            await transaction.CommitAsync(cancellationToken);
        }
    }

    /// <inheritdoc/>
    public async Task DeleteAsync(string[] keys, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(keys);
        await using var context = await database.CreateDbContextAsync(cancellationToken);
        await context.StateItems.Where(item => keys.Contains(item.Key)).ExecuteDeleteAsync(cancellationToken);
    }

    private static string Write(object value)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using var json = new JsonTextWriter(text);
        Serializer.Serialize(json, value, typeof(object));
        return text.ToString();
    }

    private static object Read(StateItem item)
    {
        using var json = new JsonTextReader(new StringReader(item.Json));
        var value = Serializer.Deserialize<object>(json)!;
        if (value is IStoreItem store)
        {
            store.ETag = item.ETag;
        }

        return value;
    }
}
