using LibraryBot.Data.Equipment;
using LibraryBot.Dialogs.Conversation;
using Microsoft.Bot.Schema;

namespace LibraryBot.Dialogs.Equipment.Desk;

/// <summary>Does what a librarian's button says; one that makes no sense, or comes late, gets an honest answer.</summary>
internal sealed class DeskTaps(
    DeskScans scans, DeskWords desk, FreeEquipment equipment, Approvals approvals, Closures closures, TimeProvider time)
{
    /// <summary>Answers a button.</summary>
    /// <returns>What to say, and what stands in the place of the card; null leaves it.</returns>
    public async Task<(Activity Message, Activity? InPlace)> AnswerAsync(CardTap tap, int byId, CancellationToken cancellationToken)
    {
        switch (tap.Verb, tap.Id(DeskButtons.Number))
        {
            case (DeskButtons.Out, { } id) when tap.Text(DeskButtons.Barcode, 60) is { } barcode:
                return (await scans.OutAsync([barcode], byId, id, cancellationToken), null);
            case (DeskButtons.Out, { } id):
                return Say(await scans.OutAllAsync(id, byId, cancellationToken));
            case (DeskButtons.In, { } id):
                return Say(await scans.InAllAsync(id, byId, cancellationToken));
            case (DeskButtons.Approve, { } id):
                return Say(await TextAsync(await approvals.ApproveAsync(id, byId, cancellationToken), cancellationToken));
            case (DeskButtons.AskWhy, { } id):
                return await approvals.FindAsync(id, cancellationToken) is { } booking
                    ? (CardParts.Message(null, DeskCards.Why(id, await desk.SummaryAsync(booking, cancellationToken), tap.Text(DeskButtons.Reason, Approvals.LongestReason))), null)
                    : Say(DeskStrings.NoLonger);
            case (DeskButtons.Decline, { } id):
                var outcome = await approvals.DeclineAsync(id, byId, tap.Text(DeskButtons.Reason, 10_000) ?? string.Empty, cancellationToken);
                return outcome is DecisionOutcome.NoReason ? Say(DeskStrings.WhyNeeded) : Done(await TextAsync(outcome, cancellationToken));
            case (DeskButtons.Close, _) when DeskButtons.ReadClosing(tap, byId, time.GetUtcNow()) is { } request:
                return await CloseAsync(request, cancellationToken);
            case (DeskButtons.Open, { } id):
                return Say(await closures.ReopenAsync(id, byId, cancellationToken) is ReopenOutcome.Reopened reopened
                    ? Words.Of(DeskStrings.Reopened, EquipmentWords.Name((await equipment.ListAsync(cancellationToken)).Resources[reopened.Closure.ResourceId]))
                    : DeskStrings.NotClosed);
            default:
                return (GeneralAnswers.StaleButton(), null);
        }
    }

    private async Task<(Activity, Activity?)> CloseAsync(ClosureRequest request, CancellationToken cancellationToken)
    {
        // The same button pressed twice would close twice.
        var open = await closures.OpenAsync(request.ResourceId, cancellationToken);
        var list = await equipment.ListAsync(cancellationToken);
        if (open.Any(closure => closure.Until == request.Until && closure.Reason == request.Reason && closure.ClosedById == request.ById && Quantity(list, closure) == request.Quantity))
        {
            return Done(DeskStrings.ClosedAlready);
        }

        return await closures.CloseAsync(request, cancellationToken) switch
        {
            ClosureOutcome.Closed closed => Done(ClosedText(list, closed)),
            ClosureOutcome.NotThatMany many => Say(Words.Of(DeskStrings.NotThatMany, EquipmentWords.Name(many.Resource), many.Total)),
            ClosureOutcome.BadTime => Say(DeskStrings.BadTime),
            _ => (GeneralAnswers.StaleButton(), null),
        };
    }

    // Null where all of it is closed, as in a request.
    private static int? Quantity(EquipmentList list, Closure closure)
    {
        var quantity = closure.Claims.Sum(claim => claim.Quantity);
        return list.Resources.TryGetValue(closure.ResourceId, out var resource) && (resource.IsContainer || quantity == list.Total(resource.Id)) ? null : quantity;
    }

    private string ClosedText(EquipmentList list, ClosureOutcome.Closed closed)
    {
        var name = EquipmentWords.Name(list.Resources[closed.Closure.ResourceId]);
        var said = closed.Closure.Until is { } until ? Words.Of(DeskStrings.ClosedNow, name, desk.Edge(until)) : Words.Of(DeskStrings.ClosedNowOpenEnded, name);
        return closed.Affected.Count switch
        {
            0 => $"{said} {DeskStrings.NobodyAffected}",
            1 => $"{said} {DeskStrings.OneAffected}",
            var many => $"{said} {Words.Of(DeskStrings.ManyAffected, many)}",
        };
    }

    private async Task<string> TextAsync(DecisionOutcome outcome, CancellationToken cancellationToken) => outcome switch
    {
        DecisionOutcome.Decided { Booking.Status: BookingStatus.Approved } decided => Words.Of(DeskStrings.Approved, await desk.SummaryAsync(decided.Booking, cancellationToken)),
        DecisionOutcome.Decided decided => Words.Of(DeskStrings.Declined, await desk.SummaryAsync(decided.Booking, cancellationToken)),
        DecisionOutcome.NotNow { Booking.Status: BookingStatus.Approved } => DeskStrings.ApprovedAlready,
        DecisionOutcome.NotNow { Booking.Status: BookingStatus.Declined } => DeskStrings.DeclinedAlready,
        DecisionOutcome.NotNow { Booking.Status: BookingStatus.Cancelled } => DeskStrings.CancelledMeanwhile,
        _ => DeskStrings.NoLonger,
    };

    private static (Activity, Activity?) Say(string text) => (GeneralAnswers.Text(text), null);

    private static (Activity, Activity?) Done(string text) => (GeneralAnswers.Text(text), CardParts.Message(null, EquipmentCards.Done(text)));
}
