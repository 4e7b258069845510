using LibraryBot.Data;
using LibraryBot.Data.Equipment;
using LibraryBot.Data.Outbox;
using LibraryBot.Dialogs.Conversation;
using LibraryBot.Dialogs.Conversation.Outbox;
using Microsoft.EntityFrameworkCore;

namespace LibraryBot.Dialogs.Equipment;

/// <summary>Something a booking needs was closed: why, and what could be had instead, to be changed to with a tap.</summary>
internal sealed class BookingClosedWords(EquipmentWords words, EquipmentCards cards, FreeEquipment equipment) : IOutboxMessage
{
    /// <inheritdoc/>
    public OutboxKind Kind => BookingMessages.Closed;

    /// <inheritdoc/>
    public async Task<OutboxRendering> RenderAsync(OutboxMessage message, LibraryContext library, CancellationToken cancellationToken)
    {
        var about = message.Read<BookingClosedMessage>();
        var booking = await library.Bookings.AsNoTracking().Include(each => each.Lines)
            .SingleOrDefaultAsync(each => each.Id == about.BookingId && each.PersonId == message.PersonId, cancellationToken);
        var reason = await library.Closures.Where(closure => closure.Id == about.ClosureId).Select(closure => closure.Reason).SingleOrDefaultAsync(cancellationToken);
        if (booking is null || !booking.IsActive || reason is null || await equipment.InsteadOfAsync(booking.Id, cancellationToken) is not { Shortages.Count: > 0 } instead)
        {
            return new OutboxRendering.NoLongerTrue();
        }

        var list = await equipment.ListAsync(cancellationToken);
        var said = Words.Of(EquipmentStrings.TellClosed, EquipmentWords.What(list, EquipmentCards.Items(booking)), words.When(booking.Start, booking.End), reason);
        return new OutboxRendering.Say(CardParts.Message(null, cards.Closed(list, instead, Offer.Of(booking, booking.PersonId), said)));
    }
}
