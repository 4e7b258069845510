using System.Globalization;
using LibraryBot.Data.Outbox;
using Microsoft.EntityFrameworkCore;

namespace LibraryBot.Data.Catalog.Circulation;

/// <summary>What the message that a title is in is made from, for somebody who asked to be told and has no hold.</summary>
/// <param name="AlertId">The <see cref="AvailabilityAlert"/>.</param>
public sealed record TitleIn(int AlertId)
{
    private static readonly TimeSpan s_expires = TimeSpan.FromDays(7);

    /// <summary>Its kind. To hear twice that a book is in is better than never.</summary>
    public static OutboxKind Kind { get; } = new("title-in", MayRepeat: true);

    /// <summary>The key of the message about an alert.</summary>
    public static string KeyOf(int alertId) => string.Create(CultureInfo.InvariantCulture, $"alert:{alertId}:in");

    /// <summary>
    /// Writes the messages for titles of which more copies are in than people with holds wait for, in the transaction the context is in. Each alert is told once.
    /// </summary>
    /// <returns>How many were written.</returns>
    internal static async Task<int> TellAsync(LibraryContext context, OutboxWriter outbox, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var due = await context.AvailabilityAlerts
            .Where(alert => alert.Status == AlertStatus.Waiting
                && context.Titles.Any(title => title.Id == alert.TitleId && title.WithdrawnAt == null)
                && context.Copies.Count(copy => copy.TitleId == alert.TitleId && copy.Status == CopyStatus.Available)
                    > context.Holds.Count(hold => hold.TitleId == alert.TitleId && hold.Status == HoldStatus.Waiting))
            .ToListAsync(cancellationToken);
        if (due.Count == 0)
        {
            return 0;
        }

        due.ForEach(alert => alert.Status = AlertStatus.Told);
        await context.SaveChangesAsync(cancellationToken);
        return await outbox.EnqueueAsync(
            context,
            due.Select(alert => new OutboxRequest(Kind, KeyOf(alert.Id), new OutboxRecipient.ToPerson(alert.PersonId), now, new TitleIn(alert.Id)) { ExpiresAt = now + s_expires }),
            cancellationToken);
    }
}
