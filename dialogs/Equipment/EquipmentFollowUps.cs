using System.Collections.Frozen;
using LibraryBot.Data.Equipment;
using LibraryBot.Dialogs.Conversation;
using Microsoft.Bot.Builder;

namespace LibraryBot.Dialogs.Equipment;

/// <summary>Answers what is said about what was just shown or booked: "yes", "no", "make it 20", "cancel it".</summary>
internal sealed class EquipmentFollowUps(BookingAnswers bookings, SeriesAnswers series, ChangeAnswers changes, CancelAnswers cancels, BookingChangeReader reader, FreeEquipment equipment)
{
    private static readonly FrozenSet<string> s_yes = new[]
    {
        "yes", "yes please", "yep", "yeah", "yup", "sure", "ok", "okay", "do it", "confirm", "please do", "go ahead", "sounds good", "perfect", "that works",
        "si", "si por favor", "claro", "dale", "confirmo", "confirmar", "adelante", "hazlo", "perfecto", "esta bien", "de acuerdo",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> s_bookIt = new[] { "book it", "book", "yes book it", "change it", "reservalo", "reservala", "reserva", "si reservalo" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> s_cancelIt = new[]
    {
        "cancel", "cancel it", "cancel that", "cancel this", "cancel them", "cancel all", "cancel them all", "yes cancel it", "cancela", "cancelar", "cancelala", "cancelalas", "cancela eso", "si cancelala",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> s_no = new[] { "no", "nope", "nah", "no thanks", "no thank you", "not now", "dont", "no gracias", "ahora no", "mejor no" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a text is plainly about what was just shown, whatever else it might be.</summary>
    public static bool IsPlain(string text) => Phrases.Plain(text) is var plain && (s_yes.Contains(plain) || s_bookIt.Contains(plain) || s_no.Contains(plain) || ChangeAnswers.IsCancel(text) || BookingChangeReader.IsMore(text) || BookingChangeReader.IsPlainChange(text));

    /// <summary>Answers it; null where it is about something else.</summary>
    public async Task<EquipmentAnswer?> AnswerAsync(Pending pending, CapabilityRequest request, ITurnContext turn, CancellationToken cancellationToken)
    {
        var plain = Phrases.Plain(request.Text);
        if (pending.GivesUp is { } ids && turn.Speaker().PersonId is { } person && !turn.IsGroup())
        {
            return s_yes.Contains(plain) || s_cancelIt.Contains(plain)
                ? ids is [var only] ? await cancels.OneAsync(await equipment.ListAsync(cancellationToken), only, person, turn, cancellationToken) : await cancels.AllAsync(ids, person, turn, cancellationToken)
                : s_no.Contains(plain) || Commands.Read(request.Text) == Command.Cancel
                ? new EquipmentAnswer(GeneralAnswers.Text(EquipmentStrings.NothingCancelled), null, CardParts.Message(null, EquipmentCards.Done(EquipmentStrings.NothingCancelled)))
                : null;
        }

        // In a group what somebody else was shown is none of the speaker's.
        if (pending.Offer is not { } offer || offer.PersonId != turn.Speaker().PersonId)
        {
            return null;
        }

        var list = await equipment.ListAsync(cancellationToken);
        if (pending.Confirms && (s_yes.Contains(plain) || s_bookIt.Contains(plain)))
        {
            return offer.Series is null ? await bookings.BookAsync(list, offer, turn, cancellationToken) : await series.BookAsync(list, offer, leaveOut: false, turn, cancellationToken);
        }

        var isCancel = ChangeAnswers.IsCancel(request.Text) || Commands.Read(request.Text) == Command.Cancel;
        if ((pending.Confirms && s_no.Contains(plain)) || (isCancel && offer.BookingId is null && ChangeAnswers.IsBare(plain)))
        {
            return new EquipmentAnswer(
                GeneralAnswers.Text(offer.BookingId is null ? EquipmentStrings.NothingBooked : EquipmentStrings.NothingChanged), null,
                CardParts.Message(null, EquipmentCards.Done(offer.BookingId is null ? EquipmentStrings.NothingBooked : EquipmentStrings.NothingChanged)));
        }

        return isCancel ? await changes.CancelAsync(list, offer, request.Text, request.Language, turn, cancellationToken)
            : reader.IsChange(request.Text, request.Language, list) ? await changes.ChangeAsync(list, offer, request.Text, request.Language, turn, cancellationToken)
            : null;
    }
}
