using LibraryBot.Data;
using LibraryBot.Data.Equipment;
using LibraryBot.Data.Outbox;
using LibraryBot.Dialogs.Conversation;
using LibraryBot.Dialogs.Conversation.Outbox;
using Microsoft.EntityFrameworkCore;

namespace LibraryBot.Dialogs.Equipment.Desk;

/// <summary>A librarian approved a booking.</summary>
internal sealed class ApprovedMessage(EquipmentWords words, FreeEquipment equipment) : BookingReminder(BookingMessages.Approved, words, equipment)
{
    /// <inheritdoc/>
    protected override string Sentence => DeskStrings.TellApproved;

    /// <inheritdoc/>
    protected override bool IsTrue(Booking booking) => booking.Status == BookingStatus.Approved;
}

/// <summary>A librarian declined a booking, and says why.</summary>
internal sealed class DeclinedMessage(EquipmentWords words, FreeEquipment equipment) : IOutboxMessage
{
    /// <inheritdoc/>
    public OutboxKind Kind => BookingMessages.Declined;

    /// <inheritdoc/>
    public async Task<OutboxRendering> RenderAsync(OutboxMessage message, LibraryContext library, CancellationToken cancellationToken)
    {
        var id = message.Read<BookingMessage>().BookingId;
        var booking = await library.Bookings.AsNoTracking().Include(each => each.Lines)
            .SingleOrDefaultAsync(each => each.Id == id && each.PersonId == message.PersonId && each.Status == BookingStatus.Declined, cancellationToken);
        if (booking is null)
        {
            return new OutboxRendering.NoLongerTrue();
        }

        var list = await equipment.ListAsync(cancellationToken);
        return new OutboxRendering.Say(GeneralAnswers.Text(Words.Of(
            DeskStrings.TellDeclined, EquipmentWords.What(list, EquipmentCards.Items(booking)), words.When(booking.Start, booking.End), booking.DeclineReason)));
    }
}

/// <summary>Something a booking needs was closed: why, and what could be had instead, each to be booked with a tap.</summary>
internal sealed class ClosedMessage(EquipmentWords words, EquipmentCards cards, FreeEquipment equipment, TimeProvider time) : IOutboxMessage
{
    /// <inheritdoc/>
    public OutboxKind Kind => BookingMessages.Closed;

    /// <inheritdoc/>
    public async Task<OutboxRendering> RenderAsync(OutboxMessage message, LibraryContext library, CancellationToken cancellationToken)
    {
        var (bookingId, closureId) = message.Read<BookingClosedMessage>();
        var now = time.GetUtcNow();
        var booking = await library.Bookings.AsNoTracking().Include(each => each.Lines).SingleOrDefaultAsync(each => each.Id == bookingId && each.PersonId == message.PersonId, cancellationToken);
        var closure = await library.Closures.AsNoTracking().SingleOrDefaultAsync(each => each.Id == closureId && (each.Until == null || each.Until > now), cancellationToken);
        if (booking is null || closure is null || !booking.Allows(BookingStep.Cancel) || booking.End <= now)
        {
            return new OutboxRendering.NoLongerTrue();
        }

        var list = await equipment.ListAsync(cancellationToken);
        var items = EquipmentCards.Items(booking);
        var said = Words.Of(
            DeskStrings.TellClosed, EquipmentWords.What(list, items), words.When(booking.Start, booking.End), EquipmentWords.Name(list.Resources[closure.ResourceId]), closure.Reason);
        var instead = await equipment.InsteadOfAsync(booking.Id, cancellationToken);
        return new OutboxRendering.Say(instead.Alternatives.Count == 0
            ? GeneralAnswers.Text(said)
            : CardParts.Message(said, cards.Taken(list, instead, new Offer(items, booking.Start, booking.End, booking.PersonId, $"closure-{closure.Id}-{booking.Id}"))));
    }
}
