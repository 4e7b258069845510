using LibraryBot.Data;
using LibraryBot.Data.Equipment;
using LibraryBot.Data.Outbox;
using LibraryBot.Dialogs.Conversation;
using LibraryBot.Dialogs.Conversation.Outbox;
using Microsoft.EntityFrameworkCore;

namespace LibraryBot.Dialogs.Equipment;

/// <summary>Says something about one of the recipient's bookings, where it is still so.</summary>
internal abstract class BookingReminder(OutboxKind kind, EquipmentWords words, FreeEquipment equipment) : IOutboxMessage
{
    /// <inheritdoc/>
    public OutboxKind Kind => kind;

    /// <inheritdoc/>
    public async Task<OutboxRendering> RenderAsync(OutboxMessage message, LibraryContext library, CancellationToken cancellationToken)
    {
        var id = message.Read<BookingMessage>().BookingId;
        // Only a booking of the recipient's own is ever told about, whatever the message holds.
        var booking = await library.Bookings.AsNoTracking().Include(each => each.Lines)
            .SingleOrDefaultAsync(each => each.Id == id && each.PersonId == message.PersonId, cancellationToken);
        if (booking is null || !IsTrue(booking))
        {
            return new OutboxRendering.NoLongerTrue();
        }

        var list = await equipment.ListAsync(cancellationToken);
        var items = EquipmentCards.Items(booking);
        return new OutboxRendering.Say(GeneralAnswers.Text(Words.Of(
            Sentence, EquipmentWords.What(list, items), words.When(booking.Start, booking.End), string.Join(" · ", words.Where(list, items)), booking.DeclineReason)));
    }

    /// <summary>The words: {0} what, {1} when, {2} where it is kept, {3} why it was declined.</summary>
    protected abstract string Sentence { get; }

    /// <summary>Whether there is still reason to say it.</summary>
    protected abstract bool IsTrue(Booking booking);
}

/// <summary>A booking begins soon.</summary>
internal sealed class PickUpMessage(EquipmentWords words, FreeEquipment equipment) : BookingReminder(BookingMessages.PickUp, words, equipment)
{
    /// <inheritdoc/>
    protected override string Sentence => EquipmentStrings.RemindPickUp;

    /// <inheritdoc/>
    protected override bool IsTrue(Booking booking) => booking.IsFirm;
}

/// <summary>A booking ends soon.</summary>
internal sealed class ReturnMessage(EquipmentWords words, FreeEquipment equipment) : BookingReminder(BookingMessages.Return, words, equipment)
{
    /// <inheritdoc/>
    protected override string Sentence => EquipmentStrings.RemindReturn;

    /// <inheritdoc/>
    protected override bool IsTrue(Booking booking) => booking.IsActive;
}

/// <summary>A booking has ended and is still out.</summary>
internal sealed class OverdueMessage(EquipmentWords words, FreeEquipment equipment) : BookingReminder(BookingMessages.Overdue, words, equipment)
{
    /// <inheritdoc/>
    protected override string Sentence => EquipmentStrings.TellOverdue;

    /// <inheritdoc/>
    protected override bool IsTrue(Booking booking) => booking.Status == BookingStatus.PickedUp;
}

/// <summary>A librarian approved a booking.</summary>
internal sealed class ApprovedMessage(EquipmentWords words, FreeEquipment equipment) : BookingReminder(BookingMessages.Approved, words, equipment)
{
    /// <inheritdoc/>
    protected override string Sentence => EquipmentStrings.TellApproved;

    /// <inheritdoc/>
    protected override bool IsTrue(Booking booking) => booking.Status == BookingStatus.Approved;
}

/// <summary>A librarian declined a booking, and said why.</summary>
internal sealed class DeclinedMessage(EquipmentWords words, FreeEquipment equipment) : BookingReminder(BookingMessages.Declined, words, equipment)
{
    /// <inheritdoc/>
    protected override string Sentence => EquipmentStrings.TellDeclined;

    /// <inheritdoc/>
    protected override bool IsTrue(Booking booking) => booking.Status == BookingStatus.Declined;
}

/// <summary>What somebody waited for came free, and is taken with a tap.</summary>
internal sealed class WaitingFreeWords(EquipmentWords words, FreeEquipment equipment) : IOutboxMessage
{
    /// <inheritdoc/>
    public OutboxKind Kind => BookingMessages.WaitingFree;

    /// <inheritdoc/>
    public async Task<OutboxRendering> RenderAsync(OutboxMessage message, LibraryContext library, CancellationToken cancellationToken)
    {
        var id = message.Read<WaitingFreeMessage>().WaitingEntryId;
        var entry = await library.WaitingEntries.AsNoTracking()
            .SingleOrDefaultAsync(each => each.Id == id && each.PersonId == message.PersonId && each.Status == WaitingStatus.Offered, cancellationToken);
        if (entry?.OfferedUntil is not { } until)
        {
            return new OutboxRendering.NoLongerTrue();
        }

        var list = await equipment.ListAsync(cancellationToken);
        var said = Words.Of(EquipmentStrings.CameFree, EquipmentWords.What(list, [new BookingItem(entry.ResourceId, entry.Quantity)]), words.When(entry.Start, entry.End), words.Moment(until));
        return new OutboxRendering.Say(CardParts.Message(null, EquipmentCards.CameFree(entry.Id, said)));
    }
}
