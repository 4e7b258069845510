using LibraryBot.Data.Equipment;
using LibraryBot.Dialogs.Conversation;
using Microsoft.Bot.Builder;

namespace LibraryBot.Dialogs.Equipment;

/// <summary>Confirms, books, lists and cancels. What is booked is nobody's business but theirs who have it.</summary>
internal sealed class BookingAnswers(
    BookingDesk desk, BookingChanges changes, WaitingList waiting, BookingsOfPerson mine, FreeEquipment equipment, EquipmentWords words, EquipmentCards cards)
{
    private const int MostListed = 10;

    /// <summary>Answers a button; one that makes no sense gets an honest answer.</summary>
    public async Task<EquipmentAnswer> TapAsync(CardTap tap, ITurnContext turn, CancellationToken cancellationToken)
    {
        if (turn.Speaker().PersonId is not { } person)
        {
            return Say(words.Refusal(new BookingOutcome.NotAllowed(null)));
        }

        var offer = EquipmentButtons.Read(tap);
        if (offer is not null && offer.PersonId != person)
        {
            return Say(EquipmentStrings.NotYourCard);
        }

        var list = await equipment.ListAsync(cancellationToken);
        return (tap.Verb, tap.Id(EquipmentButtons.Number)) switch
        {
            (EquipmentButtons.Book, _) when offer is not null => await BookAsync(list, offer, turn, cancellationToken),
            (EquipmentButtons.Choose, _) when offer is not null => await ConfirmAsync(list, offer, turn, EquipmentStrings.Chosen, cancellationToken),
            (EquipmentButtons.Cancel, { } id) => await CancelAsync(list, id, person, turn, cancellationToken),
            (EquipmentButtons.Take, { } id) => await AnswerAsync(list, await waiting.TakeAsync(id, person, cancellationToken), null, turn, cancellationToken),
            _ => new EquipmentAnswer(GeneralAnswers.StaleButton()),
        };
    }

    /// <summary>Shows what was understood, to be booked with a tap; or says why it cannot be.</summary>
    public async Task<EquipmentAnswer> ConfirmAsync(EquipmentList list, Offer offer, ITurnContext turn, string? inPlace, CancellationToken cancellationToken)
    {
        var refusal = await equipment.RefusalAsync(new BookingRequest(offer.PersonId, offer.Items, offer.Start, offer.End), cancellationToken);
        return refusal is null
            ? new EquipmentAnswer(CardParts.Message(null, cards.Confirm(list, offer, Who(turn))), null, inPlace is null ? null : CardParts.Message(null, EquipmentCards.Done(inPlace)))
            : (await AnswerAsync(list, refusal, offer, turn, cancellationToken)) with { InPlace = null };
    }

    /// <summary>Somebody's own bookings; where others read along, told to them alone.</summary>
    /// <param name="list">All there is.</param>
    /// <param name="only">Of which things; empty for all.</param>
    /// <param name="heading">What the card says first.</param>
    /// <param name="turn">The turn, for who asks and who reads along.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<EquipmentAnswer> MineAsync(EquipmentList list, IReadOnlyList<Resource> only, string heading, ITurnContext turn, CancellationToken cancellationToken)
    {
        if (turn.Speaker().PersonId is not { } person)
        {
            return Say(words.Refusal(new BookingOutcome.NotAllowed(null)));
        }

        var all = await mine.OpenAsync(person, MostListed, cancellationToken);
        var meant = all.Where(booking => booking.Lines.Exists(line => only.Any(resource => resource.Id == line.ResourceId))).ToList();
        var shown = meant.Count > 0 ? meant : all;
        var message = shown.Count == 0 ? GeneralAnswers.Text(EquipmentStrings.MineNone) : CardParts.Message(null, cards.Mine(list, shown, heading));
        return !turn.IsGroup() ? new EquipmentAnswer(message)
            : Say(await turn.TellPrivatelyAsync(message, cancellationToken) ? EquipmentStrings.GroupTold : EquipmentStrings.GroupAsk);
    }

    private async Task<EquipmentAnswer> BookAsync(EquipmentList list, Offer offer, ITurnContext turn, CancellationToken cancellationToken) => await AnswerAsync(
        list,
        await desk.BookAsync(new BookingRequest(offer.PersonId, offer.Items, offer.Start, offer.End) { RequestKey = offer.Key }, cancellationToken),
        offer with { Key = Guid.NewGuid().ToString("N") },
        turn,
        cancellationToken);

    private async Task<EquipmentAnswer> CancelAsync(EquipmentList list, int bookingId, int person, ITurnContext turn, CancellationToken cancellationToken)
    {
        switch (await changes.CancelAsync(bookingId, person, cancellationToken))
        {
            case CancelBookingOutcome.Cancelled when turn.IsGroup():
                return new EquipmentAnswer(GeneralAnswers.Text(EquipmentStrings.GroupCancelled), null, CardParts.Message(null, EquipmentCards.Done(EquipmentStrings.GroupCancelled)));
            case CancelBookingOutcome.Cancelled cancelled:
                var booking = cancelled.Bookings[0];
                var said = Words.Of(EquipmentStrings.Cancelled, EquipmentWords.What(list, EquipmentCards.Items(booking)), words.When(booking.Start, booking.End));
                return new EquipmentAnswer(GeneralAnswers.Text(said), null, CardParts.Message(null, EquipmentCards.Done(said)));
            case CancelBookingOutcome.NotNow { Booking.Status: BookingStatus.Cancelled }:
                return Say(EquipmentStrings.AlreadyCancelled);
            default:
                return Say(EquipmentStrings.NoSuchBooking);
        }
    }

    private async Task<EquipmentAnswer> AnswerAsync(EquipmentList list, BookingOutcome outcome, Offer? offer, ITurnContext turn, CancellationToken cancellationToken)
    {
        switch (outcome)
        {
            case BookingOutcome.Booked { Booking.IsActive: false }:
                return Say(EquipmentStrings.AlreadyCancelled);
            case BookingOutcome.Booked booked:
                var said = booked.Again ? EquipmentStrings.AlreadyBooked : booked.Booking.Status == BookingStatus.Requested ? EquipmentStrings.RequestedHeading : EquipmentStrings.BookedSaid;
                return await BookedAsync(list, booked.Booking, said, turn, cancellationToken);
            case BookingOutcome.Taken taken when offer is not null:
                return new EquipmentAnswer(CardParts.Message(null, cards.Taken(list, taken, offer)), null, CardParts.Message(null, EquipmentCards.Done(EquipmentStrings.TakenMeanwhile)));
            case BookingOutcome.TooMany many when turn.IsGroup():
                return Say(Words.Of(EquipmentStrings.GroupTooMany, EquipmentWords.Name(many.Resource), many.Most));
            default:
                return Say(words.Refusal(outcome));
        }
    }

    // Where others read along they learn that it is done, and who booked is told the rest alone.
    private async Task<EquipmentAnswer> BookedAsync(EquipmentList list, Booking booking, string said, ITurnContext turn, CancellationToken cancellationToken)
    {
        var card = CardParts.Message(null, cards.Booked(list, booking, turn.Speaker().DisplayName));
        if (turn.IsGroup())
        {
            var told = await turn.TellPrivatelyAsync(card, cancellationToken);
            return new EquipmentAnswer(GeneralAnswers.Text($"{said} {(told ? EquipmentStrings.GroupBookedTold : EquipmentStrings.GroupBooked)}"), null, CardParts.Message(null, EquipmentCards.Done(said)));
        }

        return new EquipmentAnswer(
            GeneralAnswers.Text($"{said} {Words.Sentence(EquipmentWords.What(list, EquipmentCards.Items(booking)))}: {words.When(booking.Start, booking.End)}."), null, card);
    }

    // A name is nobody's business where others read along.
    private static string? Who(ITurnContext turn) => turn.IsGroup() ? null : turn.Speaker().DisplayName;

    private static EquipmentAnswer Say(string text) => new(GeneralAnswers.Text(text));
}
