using LibraryBot.Dialogs.Conversation;
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

    /// <summary>Give one up.</summary>
    Cancel,

    /// <summary>Know where something is kept.</summary>
    Where,
}

/// <summary>
/// The conversation about equipment and spaces. It stays after its answer for what it asked back, and for the card that it replaces when that has done its work.
/// </summary>
internal sealed class EquipmentDialog(EquipmentAnswers answers, BookingAnswers bookings) : Dialog(nameof(Equipment)), IMayKnow, IMayClaim
{
    private const int LongestReply = 60;

    /// <inheritdoc/>
    public override async Task<DialogTurnResult> BeginDialogAsync(DialogContext dc, object? options, CancellationToken cancellationToken = default)
    {
        var request = (CapabilityRequest)options!;
        return await SendAsync(dc, await AnswerAsync(request, dc.Context, cancellationToken), request, cancellationToken);
    }

    /// <inheritdoc/>
    public override async Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default)
    {
        var request = dc.Context.TurnState.Get<CapabilityRequest>()!;
        if (request.Tap is not null)
        {
            return await SendAsync(dc, await AnswerAsync(request, dc.Context, cancellationToken), request, cancellationToken);
        }

        if (Pending.From(dc.ActiveDialog) is not { Missing: { } missing } pending || !await answers.SaysAsync(missing, request.Text, request.Language, cancellationToken))
        {
            return Unanswered.Result;
        }

        // Asked for once: what is then still missing is asked for anew, but nothing twice.
        var quantity = missing == Missing.Quantity ? EquipmentReader.OnlyNumber(request.Text) : null;
        var text = quantity is null ? $"{pending.Text} {request.Text}" : pending.Text;
        var topic = pending.AboutFree ? EquipmentTopic.Free : EquipmentTopic.Book;
        return await SendAsync(dc, await answers.AnswerAsync(text, request.Language, topic, quantity, dc.Context, cancellationToken), request, cancellationToken);
    }

    /// <inheritdoc/>
    public override Task<DialogTurnResult> ResumeDialogAsync(DialogContext dc, DialogReason reason, object? result = null, CancellationToken cancellationToken = default) =>
        Task.FromResult(EndOfTurn);

    /// <inheritdoc/>
    public Task<bool> KnowsAsync(CapabilityRequest request, CancellationToken cancellationToken) => answers.KnowsAsync(request.Text, request.Language, cancellationToken);

    /// <inheritdoc/>
    public bool Claims(CapabilityRequest request, DialogInstance dialog) =>
        Pending.From(dialog) is { Missing: Missing.Time } && request.Text.Length <= LongestReply && !request.Text.Contains('?', StringComparison.Ordinal)
        && answers.SaysTime(request.Text, request.Language);

    private Task<EquipmentAnswer> AnswerAsync(CapabilityRequest request, ITurnContext turn, CancellationToken cancellationToken) => request.Tap is { } tap
        ? bookings.TapAsync(tap, turn, cancellationToken)
        : answers.AnswerAsync(request.Text, request.Language, Enum.TryParse<EquipmentTopic>(request.Intent, out var topic) ? topic : EquipmentTopic.Book, null, turn, cancellationToken);

    private static async Task<DialogTurnResult> SendAsync(DialogContext dc, EquipmentAnswer answer, CapabilityRequest request, CancellationToken cancellationToken)
    {
        var before = Pending.From(dc.ActiveDialog)?.CardId;
        var sent = await dc.Context.SendActivityAsync(answer.Message, cancellationToken);
        if (answer.InPlace is { } inPlace && request.Tap is not null)
        {
            // The card says itself that a button of it was pressed where the channel tells; else it was the last one.
            var pressed = dc.Context.Activity.ReplyToId;
            await LiveCard.ReplaceAsync(dc.Context, string.IsNullOrEmpty(pressed) ? before : pressed, inPlace, cancellationToken);
        }

        var card = answer.Message.Attachments is { Count: > 0 } ? sent?.Id : null;
        (answer.Pending ?? new Pending(string.Empty, null)).Kept(card).Keep(dc.ActiveDialog!);
        return EndOfTurn;
    }
}
