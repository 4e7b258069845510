using LibraryBot.Data;
using LibraryBot.Data.State;
using Microsoft.Bot.Builder;
using Microsoft.EntityFrameworkCore;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace LibraryBot.State;

/// <summary>
/// Conversation and user state in the library's own database. All changes of one write are one transaction. An <see cref="IStoreItem"/> with
/// an ETag is written only over the version it was read at; one with <c>*</c> or none, and anything that is no store item, overwrites.
/// </summary>
internal sealed class DatabaseStorage(IDbContextFactory<LibraryContext> database, TimeProvider time) : IStorage
{
    private const int Attempts = 5;

    // Only what this class wrote is read back, so the type names in it are its own.
    private static readonly JsonSerializer Serializer = new() { TypeNameHandling = TypeNameHandling.All, MaxDepth = null };

    /// <inheritdoc/>
    public async Task<IDictionary<string, object>> ReadAsync(string[] keys, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(keys);
        await using var context = await database.CreateDbContextAsync(cancellationToken);
        var stored = await context.StateItems.AsNoTracking().Where(item => keys.Contains(item.Key)).ToListAsync(cancellationToken);
        return stored.ToDictionary(item => item.Key, Read, StringComparer.Ordinal);
    }

    /// <inheritdoc/>
    /// <exception cref="StateConflictException">Somebody else wrote an item since it was read. Nothing was written.</exception>
    public async Task WriteAsync(IDictionary<string, object> changes, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(changes);
        for (var attempt = 1; changes.Count > 0; attempt++)
        {
            try
            {
                await using var context = await database.CreateDbContextAsync(cancellationToken);
                await WriteAsync(context, changes, cancellationToken);
                return;
            }
            // Another writer came between reading and writing: what may overwrite does so on the next attempt, the rest is a conflict then.
            catch (DbUpdateException) when (attempt < Attempts)
            {
            }
        }
    }

    /// <inheritdoc/>
    public async Task DeleteAsync(string[] keys, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(keys);
        await using var context = await database.CreateDbContextAsync(cancellationToken);
        await context.StateItems.Where(item => keys.Contains(item.Key)).ExecuteDeleteAsync(cancellationToken);
    }

    private async Task WriteAsync(LibraryContext context, IDictionary<string, object> changes, CancellationToken cancellationToken)
    {
        var keys = changes.Keys.ToArray();
        var stored = await context.StateItems.Where(item => keys.Contains(item.Key)).ToDictionaryAsync(item => item.Key, cancellationToken);
        foreach (var (key, value) in changes)
        {
            var expected = value is IStoreItem { ETag: { } etag } && etag != "*" ? etag : null;
            var existing = stored.GetValueOrDefault(key);
            if (expected is not null && existing?.ETag != expected)
            {
                throw new StateConflictException();
            }

            if (existing is null)
            {
                existing = new StateItem { Key = key, Json = string.Empty, ETag = string.Empty };
                context.StateItems.Add(existing);
            }

            existing.Json = JObject.FromObject(value, Serializer).ToString(Formatting.None);
            existing.ETag = Guid.NewGuid().ToString("N");
            existing.WrittenAt = time.GetUtcNow();
        }

        await context.SaveChangesAsync(cancellationToken);
    }

    private static object Read(StateItem item)
    {
        var value = JObject.Parse(item.Json).ToObject<object>(Serializer)!;
        if (value is IStoreItem store)
        {
            store.ETag = item.ETag;
        }

        return value;
    }
}
