using LibraryBot.Data.Equipment;
using LibraryBot.Dialogs.Conversation;
using Microsoft.Bot.Builder;

namespace LibraryBot.Dialogs.Equipment;

/// <summary>Puts people on waiting lists and takes them off. Where in line somebody is they are told alone.</summary>
internal sealed class WaitingAnswers(WaitingList waiting, EquipmentWords words)
{
    /// <summary>Puts who asked on the list for what an offer has of one thing.</summary>
    public async Task<EquipmentAnswer> JoinAsync(EquipmentList list, Offer offer, ITurnContext turn, CancellationToken cancellationToken)
    {
        switch (await waiting.JoinAsync(offer.PersonId, offer.Items[0], offer.Start, offer.End, cancellationToken))
        {
            case WaitingOutcome.Joined { Entry: { Status: WaitingStatus.Offered, OfferedUntil: { } until } } free:
                var kept = CardParts.Message(null, EquipmentCards.CameFree(free.Entry.Id, Words.Of(EquipmentStrings.CameFree, What(list, free.Entry), words.When(free.Entry.Start, free.Entry.End), words.Moment(until))));
                return await BookingAnswers.TellOwnAsync(kept, turn, cancellationToken);
            case WaitingOutcome.Joined joined:
                var said = Words.Of(EquipmentStrings.Waits, joined.Position, What(list, joined.Entry), words.When(joined.Entry.Start, joined.Entry.End));
                var card = CardParts.Message(null, EquipmentCards.Waits(joined.Entry.Id, said));
                return turn.IsGroup()
                    ? new EquipmentAnswer(GeneralAnswers.Text(await turn.TellPrivatelyAsync(card, cancellationToken) ? EquipmentStrings.GroupWaitsTold : EquipmentStrings.GroupWaits))
                    : new EquipmentAnswer(GeneralAnswers.Text(said), null, card);
            case WaitingOutcome.Refused refused:
                return new EquipmentAnswer(GeneralAnswers.Text(words.Refusal(refused.Why)));
            default:
                return new EquipmentAnswer(GeneralAnswers.StaleButton());
        }
    }

    /// <summary>Gives up a place.</summary>
    public async Task<EquipmentAnswer> LeaveAsync(int entryId, int person, CancellationToken cancellationToken) => await waiting.LeaveAsync(entryId, person, cancellationToken)
        ? new EquipmentAnswer(GeneralAnswers.Text(EquipmentStrings.Left), null, CardParts.Message(null, EquipmentCards.Done(EquipmentStrings.Left)))
        : new EquipmentAnswer(GeneralAnswers.Text(EquipmentStrings.NotWaiting));

    private static string What(EquipmentList list, WaitingEntry entry) => EquipmentWords.What(list, [new BookingItem(entry.ResourceId, entry.Quantity)]);
}
