using LibraryBot.Dialogs.Conversation;
using LibraryBot.Dialogs.Recommendations;
using Microsoft.Bot.Builder.Dialogs;

namespace LibraryBot.Dialogs.Loans;

/// <summary>
/// Answers in one turn what the speaker borrows and waits for, and gives the word back. It only ever looks for what is the speaker's own; where others read along, the
/// answer goes to the speaker alone.
/// </summary>
internal sealed class LoansDialog(LoanAnswers loans, HoldLineAnswers holds, GeneralAnswers general) : Dialog(nameof(Loans)), IMayOwn
{
    /// <inheritdoc/>
    public override async Task<DialogTurnResult> BeginDialogAsync(DialogContext dc, object? options, CancellationToken cancellationToken = default)
    {
        var request = (CapabilityRequest)options!;
        var reply = request.Tap is { } tap ? await TapAsync(dc, tap, cancellationToken) : await AnswerAsync(dc, request, cancellationToken);
        await dc.Context.SendReplyAsync(reply.Message, reply.IsPrivate, reply.InPlace, cancellationToken);
        return await dc.EndDialogAsync(cancellationToken: cancellationToken);
    }

    /// <inheritdoc/>
    public bool Owns(CapabilityRequest request) => LoanTopics.Plainly(request.Text) is not null;

    private async Task<LoanReply> AnswerAsync(DialogContext dc, CapabilityRequest request, CancellationToken cancellationToken)
    {
        var topic = LoanTopics.Of(request);
        if (topic == LoanTopic.Others)
        {
            return LoanAnswers.Others(dc.Context.Speaker().Role);
        }

        if (dc.Context.Speaker().PersonId is not { } person)
        {
            return topic == LoanTopic.Lost ? await loans.LostAsync(null, cancellationToken) : Stranger();
        }

        return topic switch
        {
            LoanTopic.Overdue => await loans.OverdueAsync(person, cancellationToken),
            LoanTopic.Renew => await loans.RenewAsync(person, request, cancellationToken),
            LoanTopic.Holds => await holds.HoldsAsync(person, request, cancellationToken),
            LoanTopic.CancelHold => await holds.CancelHoldAsync(person, request, cancellationToken),
            LoanTopic.Notify => await holds.NotifyAsync(person, request, PointedTitles.ShownIn(dc), Reader.Of(dc.Context), cancellationToken),
            LoanTopic.StopNotify => await holds.StopNotifyAsync(person, request, cancellationToken),
            LoanTopic.Lost => await loans.LostAsync(person, cancellationToken),
            LoanTopic.Limits => await loans.LimitsAsync(person, cancellationToken),
            _ => await loans.MineAsync(person, request, cancellationToken),
        };
    }

    private async Task<LoanReply> TapAsync(DialogContext dc, CardTap tap, CancellationToken cancellationToken)
    {
        if (dc.Context.Speaker().PersonId is not { } person)
        {
            return Stranger();
        }

        var reply = tap.Verb switch
        {
            LoanButtons.Renew when tap.Id(LoanButtons.LoanId) is { } loan => await loans.RenewAsync(person, [loan], cancellationToken),
            LoanButtons.RenewAll => await loans.RenewAsync(person, loanIds: null, cancellationToken),
            _ when tap.Id(LoanButtons.TitleId) is { } title => await holds.TapAsync(person, tap.Verb, title, Reader.Of(dc.Context), cancellationToken),
            _ => null,
        };
        return reply ?? new LoanReply(GeneralAnswers.StaleButton(), IsPrivate: false);
    }

    private LoanReply Stranger() => new(GeneralAnswers.Text(Words.Of(LoanStrings.Visitor, general.Contact)), IsPrivate: false);
}
