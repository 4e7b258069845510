using LibraryBot.Data.Equipment;
using LibraryBot.Dialogs.Conversation;
using Microsoft.Bot.Schema;

namespace LibraryBot.Dialogs.Equipment.Desk;

/// <summary>Hands out and takes back by barcode.</summary>
internal sealed class DeskScans(CheckOuts checkOuts, CheckIns checkIns, DeskWords desk, EquipmentWords words)
{
    /// <summary>Hands out what has these barcodes; one for which several wait is asked about.</summary>
    public async Task<Activity> OutAsync(IReadOnlyList<string> barcodes, int byId, int? bookingId, CancellationToken cancellationToken)
    {
        var said = new List<string>();
        foreach (var barcode in barcodes)
        {
            var outcome = await checkOuts.CheckOutAsync(barcode, byId, bookingId, cancellationToken);
            if (outcome is CheckOutOutcome.Which which)
            {
                var question = Words.Of(DeskStrings.WhichBooking, barcode);
                var entries = await desk.EntriesAsync(
                    which.Bookings, (booking, label) => [DeskButtons.About(booking.Id, DeskButtons.Out, DeskStrings.ForThis, label, (DeskButtons.Barcode, barcode))], cancellationToken);
                return CardParts.Message(said.Count == 0 ? null : string.Join("\n\n", said), DeskCards.List(question, entries));
            }

            said.Add(await TextAsync(outcome, barcode, cancellationToken));
        }

        return GeneralAnswers.Text(string.Join("\n\n", said));
    }

    /// <summary>Hands out a whole booking.</summary>
    public async Task<string> OutAllAsync(int bookingId, int byId, CancellationToken cancellationToken) =>
        await TextAsync(await checkOuts.CheckOutAllAsync(bookingId, byId, cancellationToken), string.Empty, cancellationToken);

    /// <summary>Takes back what has these barcodes.</summary>
    public async Task<Activity> InAsync(IReadOnlyList<string> barcodes, int byId, UnitCondition? condition, string? note, CancellationToken cancellationToken)
    {
        var said = new List<string>();
        foreach (var barcode in barcodes)
        {
            said.Add(await TextAsync(await checkIns.CheckInAsync(barcode, byId, condition, note, cancellationToken), barcode, cancellationToken));
        }

        return GeneralAnswers.Text(string.Join("\n\n", said));
    }

    /// <summary>Takes back a whole booking.</summary>
    public async Task<string> InAllAsync(int bookingId, int byId, CancellationToken cancellationToken) =>
        await TextAsync(await checkIns.CheckInAllAsync(bookingId, byId, cancellationToken), string.Empty, cancellationToken);

    /// <summary>Notes the state of what has these barcodes.</summary>
    public async Task<Activity> ReportAsync(IReadOnlyList<string> barcodes, int byId, UnitCondition condition, string? note, CancellationToken cancellationToken)
    {
        var said = new List<string>();
        foreach (var barcode in barcodes)
        {
            said.Add(await checkIns.ReportAsync(barcode, byId, condition, note, cancellationToken) is ConditionOutcome.Noted noted
                ? Words.Of(condition switch { UnitCondition.Damaged => DeskStrings.NotedDamaged, UnitCondition.Lost => DeskStrings.NotedLost, _ => DeskStrings.NotedGood }, noted.Unit.Barcode, EquipmentWords.Name(noted.Resource))
                : Words.Of(DeskStrings.UnknownBarcode, barcode));
        }

        return GeneralAnswers.Text(string.Join("\n\n", said));
    }

    private async Task<string> TextAsync(CheckOutOutcome outcome, string barcode, CancellationToken cancellationToken) => outcome switch
    {
        CheckOutOutcome.CheckedOut { Unit: { } unit } done => With(unit, Words.Of(DeskStrings.UnitOut, unit.Barcode, await desk.SummaryAsync(done.Booking, cancellationToken))),
        CheckOutOutcome.CheckedOut done => Words.Of(DeskStrings.AllOut, await desk.SummaryAsync(done.Booking, cancellationToken)),
        CheckOutOutcome.UnknownBarcode => Words.Of(DeskStrings.UnknownBarcode, barcode),
        CheckOutOutcome.AlreadyOut already => Words.Of(DeskStrings.AlreadyOut, already.Unit.Barcode, await desk.SummaryAsync(already.Booking, cancellationToken)),
        CheckOutOutcome.NotBooked { Next: { } next } none => Words.Of(DeskStrings.NotBookedNext, none.Unit.Barcode, EquipmentWords.Name(none.Resource), await desk.SummaryAsync(next, cancellationToken)),
        CheckOutOutcome.NotBooked none => Words.Of(DeskStrings.NotBooked, none.Unit.Barcode, EquipmentWords.Name(none.Resource)),
        CheckOutOutcome.Unfit unfit => Words.Of(unfit.Unit.Condition == UnitCondition.Lost ? DeskStrings.UnfitLost : DeskStrings.UnfitDamaged, unfit.Unit.Barcode, EquipmentWords.Name(unfit.Resource), unfit.Unit.ConditionNote)
            .TrimEnd(),
        CheckOutOutcome.TooEarly early => Words.Of(DeskStrings.TooEarly, words.Moment(early.From)),
        CheckOutOutcome.NotNow { Booking.Status: BookingStatus.PickedUp } => DeskStrings.AllOutAlready,
        CheckOutOutcome.NotNow { Booking.Status: BookingStatus.Requested } => DeskStrings.NotApproved,
        _ => DeskStrings.NoLonger,
    };

    private async Task<string> TextAsync(CheckInOutcome outcome, string barcode, CancellationToken cancellationToken) => outcome switch
    {
        CheckInOutcome.CheckedIn { Booking.Status: BookingStatus.Returned } done => With(done.Unit, Words.Of(
            done.Late is null ? DeskStrings.AllBack : DeskStrings.AllBackLate, await desk.SummaryAsync(done.Booking, cancellationToken))),
        CheckInOutcome.CheckedIn done => With(done.Unit, Words.Of(
            DeskStrings.SomeBack, done.Unit?.Barcode ?? await desk.WhatAsync(done.Booking, cancellationToken), await desk.SummaryAsync(done.Booking, cancellationToken))),
        CheckInOutcome.UnknownBarcode => Words.Of(DeskStrings.UnknownBarcode, barcode),
        CheckInOutcome.NotOut there => Words.Of(DeskStrings.NotOut, there.Unit.Barcode, EquipmentWords.Name(there.Resource)),
        CheckInOutcome.NothingOut => DeskStrings.NothingOut,
        _ => DeskStrings.NoLonger,
    };

    // What has to be there too, when it goes and when it comes.
    private static string With(Unit? unit, string said) => unit is { Accessories.Count: > 0 } ? $"{said} {Words.Of(DeskStrings.WithIt, Words.List(unit.Accessories))}" : said;
}
