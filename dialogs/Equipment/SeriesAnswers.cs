using LibraryBot.Data.Equipment;
using LibraryBot.Dialogs.Conversation;
using Microsoft.Bot.Builder;

namespace LibraryBot.Dialogs.Equipment;

/// <summary>Books the same at several times. What cannot be booked is listed before anything is, and left out only when somebody says so.</summary>
internal sealed class SeriesAnswers(BookingDesk desk, BookingAnswers bookings, SeriesCards cards, EquipmentWords words)
{
    /// <summary>Shows a series, to be booked with a tap.</summary>
    public async Task<EquipmentAnswer> ConfirmAsync(EquipmentList list, Offer offer, ITurnContext turn, CancellationToken cancellationToken) =>
        cards.Confirm(list, offer, await bookings.WhoAsync(offer.ForId, turn, cancellationToken)) is { } card
        ? new EquipmentAnswer(CardParts.Message(null, card), new Pending(string.Empty, null) { Offer = offer, Confirms = true })
        : Say(Words.Of(EquipmentStrings.TooManyTimes, SeriesRequest.MostTimes));

    /// <summary>Books a series.</summary>
    /// <param name="list">All there is.</param>
    /// <param name="offer">What, and when.</param>
    /// <param name="leaveOut">Whether the times at which it cannot be booked are left out.</param>
    /// <param name="turn">The turn.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<EquipmentAnswer> BookAsync(EquipmentList list, Offer offer, bool leaveOut, ITurnContext turn, CancellationToken cancellationToken)
    {
        var times = cards.Times(offer);
        if (times.Count == 0)
        {
            return new EquipmentAnswer(GeneralAnswers.StaleButton());
        }

        var request = new SeriesRequest(offer.ForId ?? offer.PersonId, offer.Items, times, leaveOut) { BookedById = offer.ForId is null ? null : offer.PersonId, RequestKey = offer.Key };
        switch (await desk.BookSeriesAsync(request, cancellationToken))
        {
            case SeriesOutcome.Booked booked:
                var said = booked.Again ? EquipmentStrings.AlreadyBooked
                    : Words.Of(booked.Series.Bookings.Exists(booking => booking.Status == BookingStatus.Requested) ? EquipmentStrings.SeriesRequested : EquipmentStrings.SeriesBooked, booked.Series.Bookings.Count);
                var card = CardParts.Message(null, cards.Booked(list, booked.Series, booked.LeftOut));
                return turn.IsGroup()
                    ? new EquipmentAnswer(
                        GeneralAnswers.Text($"{said} {(await turn.TellPrivatelyAsync(card, cancellationToken) ? EquipmentStrings.GroupBookedTold : EquipmentStrings.GroupBooked)}"), null, CardParts.Message(null, EquipmentCards.Done(said)))
                    : new EquipmentAnswer(GeneralAnswers.Text(said), new Pending(string.Empty, null) { Offer = Offer.Of(booked.Series.Bookings[0], offer.PersonId) }, card);
            case SeriesOutcome.SomeImpossible impossible:
                return new EquipmentAnswer(CardParts.Message(null, cards.SomeImpossible(list, offer, impossible)), new Pending(string.Empty, null) { Offer = offer });
            case SeriesOutcome.Refused refused:
                return Say(words.Refusal(refused.Why));
            default:
                return Say(Words.Of(EquipmentStrings.TooManyTimes, SeriesRequest.MostTimes));
        }
    }

    private static EquipmentAnswer Say(string text) => new(GeneralAnswers.Text(text));
}
