using LibraryBot.Data.Equipment;
using LibraryBot.Dialogs.Conversation;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace LibraryBot.Dialogs.Equipment;

/// <summary>Confirms, books, changes and lists. What is booked is nobody's business but theirs who have it.</summary>
internal sealed class BookingAnswers(
    BookingDesk desk, BookingChanges changes, BookingsOfPerson mine, WaitingList waiting, FreeEquipment equipment, PeopleByName people, EquipmentWords words, EquipmentCards cards)
{
    private const int MostRead = 300;

    /// <summary>Shows what was understood, to be booked with a tap; or says why it cannot be.</summary>
    /// <param name="list">All there is.</param>
    /// <param name="offer">What was understood.</param>
    /// <param name="turn">The turn.</param>
    /// <param name="inPlace">What stands in the place of the card before; null leaves it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<EquipmentAnswer> ConfirmAsync(EquipmentList list, Offer offer, ITurnContext turn, string? inPlace, CancellationToken cancellationToken)
    {
        var refusal = await equipment.RefusalAsync(offer.Request, offer.BookingId, cancellationToken);
        return refusal is null
            ? new EquipmentAnswer(CardParts.Message(null, cards.Confirm(list, offer, await WhoAsync(offer.ForId, turn, cancellationToken))), new Pending(string.Empty, null) { Offer = offer, Confirms = true }, Done(inPlace))
            : (await AnswerAsync(list, refusal, offer, turn, cancellationToken)) with { InPlace = null };
    }

    /// <summary>Books what a button or a "yes" says, or changes the booking it is about.</summary>
    public async Task<EquipmentAnswer> BookAsync(EquipmentList list, Offer offer, ITurnContext turn, CancellationToken cancellationToken)
    {
        // Another attempt after a refusal is another request.
        var next = offer with { Key = Offer.NewKey() };
        if (offer.BookingId is not { } id)
        {
            return await AnswerAsync(list, await desk.BookAsync(offer.Request, cancellationToken), next, turn, cancellationToken);
        }

        if (await mine.FindAsync(id, offer.PersonId, cancellationToken) is not { } booking)
        {
            return Say(EquipmentStrings.NoSuchBooking);
        }

        // What is out keeps its very units, and only its end is another.
        var outcome = booking.Start == offer.Start && EquipmentCards.Items(booking).ToHashSet().SetEquals(offer.Items)
            ? await changes.ExtendAsync(id, offer.PersonId, offer.End, cancellationToken)
            : await changes.ChangeAsync(id, offer.PersonId, offer.Items, new BookingTime(offer.Start, offer.End), cancellationToken);
        return await AnswerAsync(list, outcome, next, turn, cancellationToken);
    }

    /// <summary>Takes what was kept for who waited.</summary>
    public async Task<EquipmentAnswer> TakeAsync(EquipmentList list, int entryId, int person, ITurnContext turn, CancellationToken cancellationToken) =>
        await waiting.TakeAsync(entryId, person, cancellationToken) is BookingOutcome.Booked booked
            ? await AnswerAsync(list, booked, null, turn, cancellationToken)
            : Say(EquipmentStrings.OfferOver);

    /// <summary>Somebody's own bookings and places on waiting lists; where others read along, told to them alone.</summary>
    public async Task<EquipmentAnswer> MineAsync(EquipmentList list, ITurnContext turn, CancellationToken cancellationToken)
    {
        if (turn.Speaker().PersonId is not { } person)
        {
            return Say(words.Refusal(new BookingOutcome.NotAllowed(null)));
        }

        var open = await mine.OpenAsync(person, MostRead, cancellationToken);
        var waits = await waiting.OfAsync(person, cancellationToken);
        return await TellOwnAsync(
            open.Count + waits.Count == 0 ? GeneralAnswers.Text(EquipmentStrings.MineNone) : CardParts.Message(null, cards.Mine(list, open, waits, EquipmentStrings.MineHeading)), turn, cancellationToken);
    }

    /// <summary>Tells somebody what is their own business: alone, where others read along.</summary>
    public static async Task<EquipmentAnswer> TellOwnAsync(Activity message, ITurnContext turn, CancellationToken cancellationToken) =>
        new(await turn.AloneAsync(message, cancellationToken));

    /// <summary>Who is to have it, and who booked it where that is somebody else; null where others read along, whose business no name is.</summary>
    public async Task<string?> WhoAsync(int? forId, ITurnContext turn, CancellationToken cancellationToken) => turn.IsGroup() ? null
        : forId is { } id && await people.NameOfAsync(id, cancellationToken) is { } name ? Words.Of(EquipmentStrings.ForSomebody, name, turn.Speaker().DisplayName)
        : turn.Speaker().DisplayName;

    private async Task<EquipmentAnswer> AnswerAsync(EquipmentList list, BookingOutcome outcome, Offer? offer, ITurnContext turn, CancellationToken cancellationToken)
    {
        switch (outcome)
        {
            case BookingOutcome.Booked { Booking.IsActive: false }:
                return Say(EquipmentStrings.AlreadyCancelled);
            case BookingOutcome.Booked booked:
                return await BookedAsync(list, booked, offer?.BookingId is not null, turn, cancellationToken);
            case BookingOutcome.Taken taken when offer is not null:
                return new EquipmentAnswer(
                    CardParts.Message(null, cards.Taken(list, taken, offer)), new Pending(string.Empty, null) { Offer = offer }, Done(EquipmentStrings.TakenMeanwhile));
            case BookingOutcome.TooMany many when turn.IsGroup():
                return Say(Words.Of(EquipmentStrings.GroupTooMany, EquipmentWords.Name(many.Resource), many.Most));
            default:
                return Say(words.Refusal(outcome)) with { Pending = offer is null ? null : new Pending(string.Empty, null) { Offer = offer } };
        }
    }

    // Where others read along they learn that it is done, and who booked is told the rest alone.
    private async Task<EquipmentAnswer> BookedAsync(EquipmentList list, BookingOutcome.Booked outcome, bool changed, ITurnContext turn, CancellationToken cancellationToken)
    {
        var booking = outcome.Booking;
        var said = outcome.Again ? EquipmentStrings.AlreadyBooked
            : booking.Status == BookingStatus.Requested ? EquipmentStrings.RequestedHeading
            : changed ? EquipmentStrings.ChangedSaid : EquipmentStrings.BookedSaid;
        int? forId = booking.PersonId == turn.Speaker().PersonId ? null : booking.PersonId;
        var who = forId is { } other ? await people.NameOfAsync(other, cancellationToken) : turn.Speaker().DisplayName;
        var card = CardParts.Message(null, cards.Booked(list, booking, forId is null ? who : Words.Of(EquipmentStrings.ForSomebody, who, turn.Speaker().DisplayName)));
        if (turn.IsGroup())
        {
            var told = await turn.TellPrivatelyAsync(card, cancellationToken);
            return new EquipmentAnswer(GeneralAnswers.Text($"{said} {(told ? EquipmentStrings.GroupBookedTold : EquipmentStrings.GroupBooked)}"), null, Done(said));
        }

        return new EquipmentAnswer(
            GeneralAnswers.Text($"{said} {Words.Sentence(EquipmentWords.What(list, EquipmentCards.Items(booking)))}: {words.When(booking.Start, booking.End)}."),
            new Pending(string.Empty, null) { Offer = Offer.Of(booking, turn.Speaker().PersonId ?? booking.PersonId) },
            card)
        { ShowsBooking = true };
    }

    private static Activity? Done(string? said) => said is null ? null : CardParts.Message(null, EquipmentCards.Done(said));

    private static EquipmentAnswer Say(string text) => new(GeneralAnswers.Text(text));
}
