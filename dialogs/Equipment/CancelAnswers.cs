using LibraryBot.Data.Equipment;
using LibraryBot.Dialogs.Conversation;
using Microsoft.Bot.Builder;

namespace LibraryBot.Dialogs.Equipment;

/// <summary>Gives up bookings by a tap. Where others read along they learn only that it is done.</summary>
internal sealed class CancelAnswers(BookingChanges changes, EquipmentWords words)
{
    /// <summary>The most bookings one button gives up.</summary>
    public const int MostAtOnce = 100;

    /// <summary>Gives up one.</summary>
    public async Task<EquipmentAnswer> OneAsync(EquipmentList list, int bookingId, int person, ITurnContext turn, CancellationToken cancellationToken) =>
        Answer(await changes.CancelAsync(bookingId, person, cancellationToken), list, turn);

    /// <summary>Gives up one of a series and all after it.</summary>
    public async Task<EquipmentAnswer> RestAsync(int bookingId, int person, ITurnContext turn, CancellationToken cancellationToken) =>
        Answer(await changes.CancelRestAsync(bookingId, person, cancellationToken), null, turn);

    /// <summary>Gives up those that a card listed, and none that were booked since.</summary>
    public async Task<EquipmentAnswer> AllAsync(IReadOnlyList<int> bookingIds, int person, ITurnContext turn, CancellationToken cancellationToken) =>
        Answer(await changes.CancelEachAsync(bookingIds, person, cancellationToken), null, turn);

    private EquipmentAnswer Answer(CancelBookingOutcome outcome, EquipmentList? list, ITurnContext turn)
    {
        switch (outcome)
        {
            case CancelBookingOutcome.Cancelled cancelled:
                var said = turn.IsGroup() ? EquipmentStrings.GroupCancelled
                    : list is null || cancelled.Bookings.Count > 1 ? Words.Of(cancelled.Bookings.Count == 1 ? EquipmentStrings.CancelledOne : EquipmentStrings.CancelledMany, cancelled.Bookings.Count)
                    : Words.Of(EquipmentStrings.Cancelled, EquipmentWords.What(list, EquipmentCards.Items(cancelled.Bookings[0])), words.When(cancelled.Bookings[0].Start, cancelled.Bookings[0].End));
                return new EquipmentAnswer(GeneralAnswers.Text(said), null, CardParts.Message(null, EquipmentCards.Done(said)));
            case CancelBookingOutcome.NotNow { Booking.Status: BookingStatus.Cancelled }:
                return new EquipmentAnswer(GeneralAnswers.Text(EquipmentStrings.AlreadyCancelled));
            default:
                return new EquipmentAnswer(GeneralAnswers.Text(EquipmentStrings.NoSuchBooking));
        }
    }
}
