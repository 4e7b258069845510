using LibraryBot.Data.Equipment;
using LibraryBot.Dialogs.Conversation;
using Microsoft.Bot.Builder;

namespace LibraryBot.Dialogs.Equipment;

/// <summary>Answers the buttons of this capability's cards; one that makes no sense, or is another's, gets an honest answer.</summary>
internal sealed class EquipmentTaps(
    BookingAnswers bookings, SeriesAnswers series, ChangeAnswers changes, CancelAnswers cancels, WaitingAnswers waiting, FreeEquipment equipment, EquipmentWords words)
{
    /// <summary>Answers a button.</summary>
    public async Task<EquipmentAnswer> AnswerAsync(CardTap tap, ITurnContext turn, CancellationToken cancellationToken)
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
            (EquipmentButtons.Book, _) when offer is { Series: not null } => await series.BookAsync(list, offer, leaveOut: tap.Id(EquipmentButtons.LeaveOut) is not null, turn, cancellationToken),
            (EquipmentButtons.Book, _) when offer is not null => await bookings.BookAsync(list, offer, turn, cancellationToken),
            (EquipmentButtons.Choose, _) when offer is { Series: not null } => await series.ConfirmAsync(list, offer, turn, cancellationToken),
            (EquipmentButtons.Choose, _) when offer is not null => await bookings.ConfirmAsync(list, offer, turn, EquipmentStrings.Chosen, cancellationToken),
            (EquipmentButtons.Wait, _) when offer is { Items.Count: 1 } => await waiting.JoinAsync(list, offer, turn, cancellationToken),
            (EquipmentButtons.Change, { } id) when tap.Text(EquipmentButtons.Said, SaidTimes.LongestText) is { } said =>
                await changes.ChosenAsync(list, id, said, SpokenLanguage.Current, turn, cancellationToken),
            (EquipmentButtons.Cancel, { } id) => await cancels.OneAsync(list, id, person, turn, cancellationToken),
            (EquipmentButtons.CancelRest, { } id) => await cancels.RestAsync(id, person, turn, cancellationToken),
            (EquipmentButtons.CancelAll, _) when tap.Ids(EquipmentButtons.Numbers, CancelAnswers.MostAtOnce) is { Count: > 0 } ids => await cancels.AllAsync(ids, person, turn, cancellationToken),
            (EquipmentButtons.Take, { } id) => await bookings.TakeAsync(list, id, person, turn, cancellationToken),
            (EquipmentButtons.Leave, { } id) => await waiting.LeaveAsync(id, person, cancellationToken),
            _ => new EquipmentAnswer(GeneralAnswers.StaleButton()),
        };
    }

    private static EquipmentAnswer Say(string text) => new(GeneralAnswers.Text(text));
}
