using LibraryBot.Data.Outbox;
using Microsoft.EntityFrameworkCore;

namespace LibraryBot.Data.Catalog;

/// <summary>What the message that a held title came in is made from.</summary>
/// <param name="HoldId">The hold.</param>
public sealed record HoldReady(int HoldId)
{
    /// <summary>After a week a copy that nobody fetched is somebody else's.</summary>
    public static readonly TimeSpan Expires = TimeSpan.FromDays(7);

    /// <summary>Its kind. To hear twice that a book is in is better than never.</summary>
    public static OutboxKind Kind { get; } = new("hold-ready", MayRepeat: true);

    /// <summary>The key of the message about a hold.</summary>
    public static string KeyOf(int holdId) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"hold:{holdId}:ready");

    /// <summary>
    /// Writes the messages for copies that came in, one for each copy to those who wait longest and were not told, in the transaction the context is in.
    /// </summary>
    /// <param name="context">The context.</param>
    /// <param name="outbox">Writes them.</param>
    /// <param name="cameIn">How many copies came in, by the number of their title.</param>
    /// <param name="now">The time, in UTC.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>How many were written.</returns>
    public static async Task<int> TellAsync(
        LibraryContext context, OutboxWriter outbox, IReadOnlyDictionary<int, int> cameIn, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (cameIn.Count == 0)
        {
            return 0;
        }

        // There are far fewer holds than copies in an import.
#pragma warning disable CA1305 // It becomes SQL, which knows no culture.
        var untold = await context.Holds
            .Where(hold => hold.Status == HoldStatus.Waiting
                && !context.OutboxMessages.Any(message => message.Key == "hold:" + hold.Id.ToString() + ":ready" && message.State != OutboxState.Cancelled))
            .OrderBy(hold => hold.PlacedAt).ThenBy(hold => hold.Id)
            .Select(hold => new { hold.Id, hold.TitleId, hold.PersonId })
            .ToListAsync(cancellationToken);
#pragma warning restore CA1305
        var requests = untold.GroupBy(hold => hold.TitleId)
            .SelectMany(waiting => waiting.Take(cameIn.GetValueOrDefault(waiting.Key)))
            .Select(hold => new OutboxRequest(Kind, KeyOf(hold.Id), new OutboxRecipient.ToPerson(hold.PersonId), now, new HoldReady(hold.Id)) { ExpiresAt = now + Expires });
        return await outbox.EnqueueAsync(context, requests, cancellationToken);
    }
}
