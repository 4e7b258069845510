using LibraryBot.Dialogs.Conversation;
using LibraryBot.Dialogs.Equipment.Desk;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;

namespace LibraryBot.Dialogs.Equipment;

/// <summary>What somebody wants of equipment. The names are the sections of the utterances.</summary>
internal enum EquipmentTopic
{
    /// <summary>Book something.</summary>
    Book,

    /// <summary>Know what is free.</summary>
    Free,

    /// <summary>See one's own bookings.</summary>
    Mine,

    /// <summary>Have one differently.</summary>
    Change,

    /// <summary>Give one up.</summary>
    Cancel,

    /// <summary>Know where something is kept.</summary>
    Where,
}

/// <summary>
/// The conversation about equipment and spaces. It stays after its answer for what it asked back, for what is said about what it has just shown ("make it 20"), and for the
/// card that it replaces when that has done its work.
/// </summary>
internal sealed class EquipmentDialog(EquipmentAnswers answers, EquipmentTaps taps, EquipmentFollowUps followUps) : Dialog(nameof(Equipment)), IMayKnow, IMayClaim
{
    private const int LongestReply = 60;

    /// <inheritdoc/>
    public override async Task<DialogTurnResult> BeginDialogAsync(DialogContext dc, object? options, CancellationToken cancellationToken = default)
    {
        var request = (CapabilityRequest)options!;
        var topic = Enum.TryParse<EquipmentTopic>(request.Intent, out var said) ? said : EquipmentTopic.Book;
        return await SendAsync(
            dc,
            request.Tap is { } tap
                ? await taps.AnswerAsync(tap, dc.Context, cancellationToken)
                : await answers.AnswerAsync(request.Text, request.Language, topic, null, dc.Context, cancellationToken),
            request,
            cancellationToken);
    }

    /// <inheritdoc/>
    public override async Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default)
    {
        var request = dc.Context.TurnState.Get<CapabilityRequest>()!;
        if (request.Tap is { } tap)
        {
            return await SendAsync(dc, await taps.AnswerAsync(tap, dc.Context, cancellationToken), request, cancellationToken);
        }

        if (Pending.From(dc.ActiveDialog) is not { } pending)
        {
            return Unanswered.Result;
        }

        if (pending.Missing is { } missing && await answers.SaysAsync(missing, request.Text, request.Language, cancellationToken))
        {
            // Asked for once: what is then still missing is asked for anew, but nothing twice.
            var quantity = missing == Missing.Quantity ? EquipmentReader.OnlyNumber(request.Text) : null;
            var text = quantity is null ? $"{pending.Text} {request.Text}" : pending.Text;
            var topic = pending.AboutFree ? EquipmentTopic.Free : EquipmentTopic.Book;
            return await SendAsync(dc, await answers.AnswerAsync(text, request.Language, topic, quantity, dc.Context, cancellationToken), request, cancellationToken);
        }

        return await followUps.AnswerAsync(pending, request, dc.Context, cancellationToken) is { } answer
            ? await SendAsync(dc, answer, request, cancellationToken)
            : Unanswered.Result;
    }

    /// <inheritdoc/>
    public override Task<DialogTurnResult> ResumeDialogAsync(DialogContext dc, DialogReason reason, object? result = null, CancellationToken cancellationToken = default) =>
        Task.FromResult(EndOfTurn);

    /// <inheritdoc/>
    public Task<bool> KnowsAsync(CapabilityRequest request, CancellationToken cancellationToken) => answers.KnowsAsync(request.Text, request.Language, cancellationToken);

    /// <inheritdoc/>
    public bool Claims(CapabilityRequest request, DialogInstance dialog) =>
        // What is plainly meant for the desk is no answer to a question about a booking, though it names a time.
        Pending.From(dialog) is { } pending && request.Text.Length <= LongestReply
        && ((pending.Missing == Missing.Time && request.Meant != DeskDialog.Name && !request.Text.Contains('?', StringComparison.Ordinal) && answers.SaysTime(request.Text, request.Language)) || ((pending.Offer is not null || pending.GivesUp is not null) && EquipmentFollowUps.IsPlain(request.Text)));

    /// <inheritdoc/>
    public bool ClaimsCancel(DialogInstance dialog) => Pending.From(dialog) is { Offer: not null } or { GivesUp: not null };

    private static async Task<DialogTurnResult> SendAsync(DialogContext dc, EquipmentAnswer answer, CapabilityRequest request, CancellationToken cancellationToken)
    {
        var before = Pending.From(dc.ActiveDialog);
        var sent = await dc.Context.SendActivityAsync(answer.Message, cancellationToken);
        var pending = answer.Pending ?? new Pending(string.Empty, null);
        if (pending.Offer?.BookingId is { } booking && before?.Offer?.BookingId == booking)
        {
            pending = pending with { BookingCardId = before.BookingCardId };
        }

        if (answer.InPlace is { } inPlace)
        {
            // The card says itself that a button of it was pressed where the channel tells; else it was the last one.
            var pressed = request.Tap is null ? null : dc.Context.Activity.ReplyToId;
            var replaced = string.IsNullOrEmpty(pressed) ? before?.CardId : pressed;
            await LiveCard.ReplaceAsync(dc.Context, replaced, inPlace, cancellationToken);
            if (answer.ShowsBooking)
            {
                if (pending.BookingCardId is { } outdated && outdated != replaced)
                {
                    await LiveCard.ReplaceAsync(dc.Context, outdated, CardParts.Message(null, EquipmentCards.Done(EquipmentStrings.ChangedBelow)), cancellationToken);
                }

                pending = pending with { BookingCardId = replaced };
            }
        }

        pending.Kept(answer.Message.Attachments is { Count: > 0 } ? sent?.Id : null).Keep(dc.ActiveDialog!);
        return EndOfTurn;
    }
}
