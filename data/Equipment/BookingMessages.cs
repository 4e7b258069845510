using System.Globalization;
using LibraryBot.Data.Outbox;

namespace LibraryBot.Data.Equipment;

/// <summary>What a message about a booking is made from; the booking itself is read when it is sent.</summary>
/// <param name="BookingId">The booking.</param>
public sealed record BookingMessage(int BookingId);

/// <summary>What the message is made from that something a booking needs was closed.</summary>
/// <param name="BookingId">The booking; ask <see cref="FreeEquipment.InsteadOfAsync"/> what could be had instead.</param>
/// <param name="ClosureId">The closure, which has the reason.</param>
public sealed record BookingClosedMessage(int BookingId, int ClosureId);

/// <summary>What the message is made from that something came free for the first of a waiting list.</summary>
/// <param name="WaitingEntryId">The place on the list, which has until when it is kept; taken with <see cref="WaitingList.TakeAsync"/>.</param>
public sealed record WaitingFreeMessage(int WaitingEntryId);

/// <summary>
/// The messages about bookings. Each is written, and taken back, in the transaction of its cause; who puts them into words looks whether they are still true.
/// </summary>
/// <param name="outbox">Writes them.</param>
/// <param name="settings">Which are sent, and when.</param>
public sealed class BookingMessages(OutboxWriter outbox, EquipmentSettings settings)
{
    /// <summary>A booking begins soon; <see cref="BookingMessage"/>. True while the booking waits to be picked up.</summary>
    public static OutboxKind PickUp { get; } = new("booking-pick-up", MayRepeat: true);

    /// <summary>A booking ends soon; <see cref="BookingMessage"/>. True while the booking is active.</summary>
    public static OutboxKind Return { get; } = new("booking-return", MayRepeat: true);

    /// <summary>A booking has ended and is still out; <see cref="BookingMessage"/>. True while it is picked up.</summary>
    public static OutboxKind Overdue { get; } = new("booking-overdue", MayRepeat: true);

    /// <summary>A librarian approved a booking; <see cref="BookingMessage"/>.</summary>
    public static OutboxKind Approved { get; } = new("booking-approved", MayRepeat: true);

    /// <summary>A librarian declined a booking; <see cref="BookingMessage"/>, and the booking has the reason.</summary>
    public static OutboxKind Declined { get; } = new("booking-declined", MayRepeat: true);

    /// <summary>Something a booking needs was closed; <see cref="BookingClosedMessage"/>.</summary>
    public static OutboxKind Closed { get; } = new("booking-closed", MayRepeat: true);

    /// <summary>Something came free for the first of a waiting list; <see cref="WaitingFreeMessage"/>. True while it is offered.</summary>
    public static OutboxKind WaitingFree { get; } = new("waiting-free", MayRepeat: true);

    /// <summary>Reminds of firm bookings before they begin and end.</summary>
    internal Task RemindAsync(EquipmentWrite write, params IEnumerable<Booking> bookings) =>
        outbox.EnqueueAsync(write.Context, bookings.Where(booking => booking.IsFirm).SelectMany(booking => Reminders(booking, write.Now)), write.Cancellation);

    /// <summary>Reminds of what is out before it is due back, and tells when it is overdue.</summary>
    internal Task RemindOfReturnAsync(EquipmentWrite write, Booking booking)
    {
        var messages = Reminders(booking, write.Now).Where(request => request.Kind == Return).ToList();
        if (settings.TellOverdueAfter > TimeSpan.Zero)
        {
            var due = Later(booking.End + settings.TellOverdueAfter, write.Now);
            messages.Add(Request(Overdue, booking, Key(booking, "overdue", booking.End), due) with { ExpiresAt = due.AddDays(7) });
        }

        return outbox.EnqueueAsync(write.Context, messages, write.Cancellation);
    }

    /// <summary>Takes back what still waits to be said about when a booking is.</summary>
    internal async Task ForgetAsync(EquipmentWrite write, Booking booking) => await outbox.CancelAllAsync(write.Context, Prefix(booking) + "remind:", write.Cancellation);

    internal async Task TellDecisionAsync(EquipmentWrite write, Booking booking, OutboxKind kind)
    {
        if (settings.TellDecisions)
        {
            await outbox.EnqueueAsync(write.Context, Request(kind, booking, Decision(booking, kind, write.Now), write.Now) with { ExpiresAt = Later(booking.End, write.Now.AddMinutes(1)) }, write.Cancellation);
        }
    }

    internal async Task TellClosureAsync(EquipmentWrite write, Closure closure, IEnumerable<Booking> bookings)
    {
        if (settings.TellClosures)
        {
            var requests = bookings.Select(booking => new OutboxRequest(
                Closed, Prefix(closure) + string.Create(CultureInfo.InvariantCulture, $"booking:{booking.Id}"), new OutboxRecipient.ToPerson(booking.PersonId), write.Now,
                new BookingClosedMessage(booking.Id, closure.Id))
            { ExpiresAt = Later(booking.End, write.Now.AddMinutes(1)) });
            await outbox.EnqueueAsync(write.Context, requests, write.Cancellation);
        }
    }

    /// <summary>Takes back what still waits to be said about a closure.</summary>
    internal Task ForgetAsync(EquipmentWrite write, Closure closure) => outbox.CancelAllAsync(write.Context, Prefix(closure), write.Cancellation);

    internal Task TellWaitingAsync(EquipmentWrite write, IEnumerable<WaitingEntry> offered) => outbox.EnqueueAsync(
        write.Context,
        offered.Select(entry => new OutboxRequest(
            WaitingFree, string.Create(CultureInfo.InvariantCulture, $"waiting:{entry.Id}:free"), new OutboxRecipient.ToPerson(entry.PersonId), write.Now,
            new WaitingFreeMessage(entry.Id))
        { ExpiresAt = entry.OfferedUntil }),
        write.Cancellation);

    private IEnumerable<OutboxRequest> Reminders(Booking booking, DateTimeOffset now)
    {
        // Who books for the next minutes needs no reminder of it.
        var pickUp = booking.Start - settings.RemindBeforePickUp;
        if (settings.RemindBeforePickUp > TimeSpan.Zero && pickUp > now)
        {
            yield return Request(PickUp, booking, Key(booking, "pick-up", booking.Start), pickUp) with { ExpiresAt = booking.Start };
        }

        var bringBack = booking.End - settings.RemindBeforeReturn;
        if (settings.RemindBeforeReturn > TimeSpan.Zero && bringBack > now && bringBack > booking.Start)
        {
            yield return Request(Return, booking, Key(booking, "return", booking.End), bringBack) with { ExpiresAt = booking.End };
        }
    }

    private static OutboxRequest Request(OutboxKind kind, Booking booking, string key, DateTimeOffset due) =>
        new(kind, key, new OutboxRecipient.ToPerson(booking.PersonId), due, new BookingMessage(booking.Id));

    // With the time in it, so that a booking that was moved is reminded of anew.
    private static string Key(Booking booking, string what, DateTimeOffset at) =>
        Prefix(booking) + string.Create(CultureInfo.InvariantCulture, $"remind:{what}:{at.UtcDateTime:yyyyMMddHHmm}");

    // With the time in it: what was approved and then changed may be approved again.
    private static string Decision(Booking booking, OutboxKind kind, DateTimeOffset at) =>
        Prefix(booking) + string.Create(CultureInfo.InvariantCulture, $"{kind.Name}:{at.UtcDateTime:yyyyMMddHHmmssffffff}");

    private static string Prefix(Closure closure) => string.Create(CultureInfo.InvariantCulture, $"closure:{closure.Id}:");

    private static string Prefix(Booking booking) => string.Create(CultureInfo.InvariantCulture, $"booking:{booking.Id}:");

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
