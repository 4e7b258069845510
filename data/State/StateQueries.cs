using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace LibraryBot.Data.State;

/// <summary>What of the state is read and written in every turn, each in one statement.</summary>
public static class StateQueries
{
    /// <summary>The items with these keys, as far as there are any.</summary>
    public static Task<List<StateItem>> StateItemsAsync(this LibraryContext context, IReadOnlyCollection<string> keys, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var item = RowReader<StateItem, StateItem>.Of(context);
        return context.Database.IsSqlite()
            ? context.ReadAsync(
                $"""SELECT {item.Columns} FROM "StateItems" t WHERE t."Key" IN (SELECT value FROM json_each(@keys))""",
                item.Read, cancellationToken, ("@keys", JsonSerializer.Serialize(keys)))
            : context.ReadAsync(
                $"""SELECT {item.Columns} FROM "StateItems" t WHERE t."Key" = ANY (@keys)""", item.Read, cancellationToken, ("@keys", keys.ToArray()));
    }

    /// <summary>Writes an item, in the transaction of the context where there is one.</summary>
    /// <param name="context">The database.</param>
    /// <param name="item">What is to be there afterwards, with its new ETag.</param>
    /// <param name="expected">The ETag it is written over; null writes over whatever is there.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>False where another ETag was expected; nothing was written then.</returns>
    public static async Task<bool> WriteStateAsync(this LibraryContext context, StateItem item, string? expected, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(item);
        (string, object?)[] values = [("@key", item.Key), ("@json", item.Json), ("@etag", item.ETag), ("@at", item.WrittenAt.UtcDateTime)];
        return await (expected is null
            ? context.ExecuteAsync(
                """
                INSERT INTO "StateItems" ("Key", "Json", "ETag", "WrittenAt") VALUES (@key, @json, @etag, @at)
                ON CONFLICT ("Key") DO UPDATE SET "Json" = excluded."Json", "ETag" = excluded."ETag", "WrittenAt" = excluded."WrittenAt"
                """,
                cancellationToken, values)
            : context.ExecuteAsync(
                """UPDATE "StateItems" SET "Json" = @json, "ETag" = @etag, "WrittenAt" = @at WHERE "Key" = @key AND "ETag" = @expected""",
                cancellationToken, [.. values, ("@expected", expected)])) > 0;
    }

    /// <summary>Whether an activity was taken before.</summary>
    /// <param name="context">The database.</param>
    /// <param name="key">Its <see cref="HandledActivity.Key"/>.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<bool> WasHandledAsync(this LibraryContext context, string key, CancellationToken cancellationToken) =>
        (await context.ReadAsync("""SELECT 1 FROM "HandledActivities" WHERE "Key" = @key""", row => row.GetInt32(0), cancellationToken, ("@key", key))).Count > 0;

    /// <summary>Notes that an activity was taken; once more does nothing.</summary>
    public static Task NoteHandledAsync(this LibraryContext context, HandledActivity activity, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(activity);
        return context.ExecuteAsync(
            """INSERT INTO "HandledActivities" ("Key", "HandledAt") VALUES (@key, @at) ON CONFLICT DO NOTHING""",
            cancellationToken, ("@key", activity.Key), ("@at", activity.HandledAt.UtcDateTime));
    }
}
