using System.Globalization;
using LibraryBot.Data.Equipment;
using LibraryBot.Dialogs.Conversation;
using Microsoft.Bot.Schema;

namespace LibraryBot.Dialogs.Equipment.Desk;

/// <summary>Answers what a librarian says.</summary>
internal sealed class DeskAnswers(
    DeskReader reader, DeskScans scans, DeskWeek week, DeskWords desk, EquipmentWords words, FreeEquipment equipment, PullList pullList, Approvals approvals, Closures closures, BookingRules rules)
{
    private const int MostListed = 15;

    /// <summary>Answers a sentence.</summary>
    public async Task<Activity> AnswerAsync(CapabilityRequest request, DeskTopic topic, int byId, CancellationToken cancellationToken)
    {
        var barcodes = DeskReader.Barcodes(request.Text);
        var list = await equipment.ListAsync(cancellationToken);
        var things = EquipmentReader.Read(request.Text, list).Things;
        return topic switch
        {
            DeskTopic.Approve or DeskTopic.Decline => await DecideAsync(request.Text, topic == DeskTopic.Decline, cancellationToken),
            DeskTopic.CheckOut when barcodes.Count > 0 => await scans.OutAsync(barcodes, byId, null, cancellationToken),
            DeskTopic.CheckOut => await PullAsync(request, Only(things), DeskStrings.AskBarcodeOut, cancellationToken),
            DeskTopic.CheckIn when barcodes.Count > 0 => await scans.InAsync(
                barcodes, byId, DeskReader.Condition(request.Text), DeskReader.Condition(request.Text) is null ? null : DeskReader.Note(request.Text, barcodes[^1]), cancellationToken),
            DeskTopic.CheckIn when things.Count == 0 => GeneralAnswers.Text(DeskStrings.AskBarcodeIn),
            DeskTopic.CheckIn or DeskTopic.Out => await OutAsync(Only(things), cancellationToken),
            DeskTopic.Report when barcodes.Count > 0 => await scans.ReportAsync(
                barcodes, byId, DeskReader.Condition(request.Text) ?? UnitCondition.Damaged, DeskReader.Note(request.Text, barcodes[^1]), cancellationToken),
            // What there is one of is out of use while it is broken.
            DeskTopic.Report when Only(things) is [{ Kind: not ResourceKind.Units }] && DeskReader.Condition(request.Text) is UnitCondition.Damaged => Close(request, things, list),
            DeskTopic.Report => GeneralAnswers.Text(DeskStrings.AskBarcodeReport),
            DeskTopic.Close => Close(request, things, list),
            DeskTopic.Reopen => await ReopenAsync(Only(things), list, cancellationToken),
            DeskTopic.Use => await week.UseAsync(Only(things) is [var only] ? only : null, reader.Period(request.Text), cancellationToken),
            DeskTopic.Week when Only(things) is [var thing] => await week.OfAsync(thing, reader.Week(request.Text, request.Language), cancellationToken),
            DeskTopic.Week => Which(Only(things), list),
            _ => await PullAsync(request, Only(things), null, cancellationToken),
        };
    }

    private async Task<Activity> PullAsync(CapabilityRequest request, IReadOnlyList<Resource> only, string? instead, CancellationToken cancellationToken)
    {
        var day = reader.Day(request.Text, request.Language);
        var calendar = rules.CalendarOf(null);
        var all = await pullList.OfAsync(calendar.Beginning(day, TimeOnly.MinValue), calendar.Beginning(day.AddDays(1), TimeOnly.MinValue), cancellationToken);
        var shown = all.Where(entry => only.Count == 0 || entry.Lines.Any(line => only.Any(resource => resource.Id == line.Resource.Id))).Take(MostListed).ToList();
        if (shown.Count == 0 || (instead is not null && only.Count == 0))
        {
            return GeneralAnswers.Text(instead ?? Words.Of(DeskStrings.NothingToPull, Words.Day(day)));
        }

        var entries = shown.ConvertAll(entry => new DeskEntry(
            Words.List(entry.Lines.Select(line => EquipmentWords.Counted(line.Resource, line.Quantity))),
            [
                Words.Of(DeskStrings.ReadyBy, words.DayOf(entry.ReadyBy) == day ? words.Clock(entry.ReadyBy) : words.Moment(entry.ReadyBy)),
                Words.Of(DeskStrings.ForWhom, entry.PersonName, words.When(entry.Booking.Start, entry.Booking.End, day)),
                Words.Of(DeskStrings.TakeFrom, Words.List(entry.Lines.SelectMany(line => line.Places).Select(Place))),
            ],
            DeskButtons.About(
                entry.Booking.Id, DeskButtons.Out, DeskStrings.HandOut,
                Words.Of(DeskStrings.HandOutLabel, Words.List(entry.Lines.Select(line => EquipmentWords.Counted(line.Resource, line.Quantity))), entry.PersonName, words.Moment(entry.Booking.Start)))));
        return CardParts.Message(null, DeskCards.List(Words.Of(DeskStrings.PullHeading, Words.Day(day)), entries));
    }

    private async Task<Activity> DecideAsync(string text, bool isDecline, CancellationToken cancellationToken)
    {
        var waiting = await approvals.WaitingAsync(MostListed, cancellationToken);
        if (waiting.Count == 0)
        {
            return GeneralAnswers.Text(DeskStrings.NothingToApprove);
        }

        var reason = isDecline ? DeskReader.Reason(text) : null;
        if (isDecline && waiting.Count == 1)
        {
            return CardParts.Message(null, DeskCards.Why(waiting[0].Id, await desk.SummaryAsync(waiting[0], cancellationToken), Short(reason)));
        }

        var entries = await desk.EntriesAsync(
            waiting,
            (booking, label) =>
            [
                DeskButtons.About(booking.Id, DeskButtons.Approve, DeskStrings.Approve, Words.Of(DeskStrings.ApproveLabel, label)),
                DeskButtons.About(booking.Id, DeskButtons.AskWhy, DeskStrings.DeclineAsk, Words.Of(DeskStrings.DeclineLabel, label), (DeskButtons.Reason, Short(reason))),
            ],
            cancellationToken);
        return CardParts.Message(null, DeskCards.List(DeskStrings.ApproveHeading, entries));
    }

    private async Task<Activity> OutAsync(IReadOnlyList<Resource> only, CancellationToken cancellationToken)
    {
        var isAll = only.Count == 0;
        var named = Words.List(only.Select(EquipmentWords.Name));
        var found = await pullList.OutAsync([.. only.Select(resource => resource.Id)], MostListed, cancellationToken);
        if (found.Count == 0)
        {
            return GeneralAnswers.Text(isAll ? DeskStrings.NothingOutAtAll : Words.Of(DeskStrings.NothingOutOf, named));
        }

        var entries = await desk.EntriesAsync(
            found, (booking, label) => [DeskButtons.About(booking.Id, DeskButtons.In, DeskStrings.TakeBack, Words.Of(DeskStrings.TakeBackLabel, label))], cancellationToken);
        return CardParts.Message(null, DeskCards.List(isAll ? DeskStrings.OutHeadingAll : Words.Of(DeskStrings.OutHeading, named), entries));
    }

    private Activity Close(CapabilityRequest request, IReadOnlyList<SaidThing> things, EquipmentList list)
    {
        if (Only(things) is not [var resource])
        {
            return Which(Only(things), list);
        }

        var time = reader.Closure(request.Text, request.Language);
        if (time.Unclear is { } unclear)
        {
            return GeneralAnswers.Text(Words.Of(DeskStrings.AskUntil, unclear.Length > 60 ? unclear[..60] : unclear));
        }

        // "For repair cart b" names no reason but repair.
        var reason = Short(DeskReader.Reason(request.Text)
            ?? (DeskReader.ClosingReason(request.Text) is { } said && EquipmentReader.Read(said, list).Things.Count == 0 ? said : DeskStrings.Repair))!;
        var quantity = resource.Kind == ResourceKind.Units ? things[0].Quantity : null;
        var what = quantity is { } number ? EquipmentWords.Counted(resource, number) : EquipmentWords.Name(resource);
        var from = time.From is { } begin ? desk.Edge(begin) : DeskStrings.Now;
        var question = time.Until is { } end
            ? Words.Of(DeskStrings.CloseUntil, what, from, desk.Edge(end), reason)
            : Words.Of(DeskStrings.CloseOpenEnded, what, from, reason);
        return CardParts.Message(null, DeskCards.ConfirmClosing(question, DeskButtons.ForClosing(resource.Id, time.From, time.Until, quantity, reason, DeskStrings.CloseIt)));
    }

    private async Task<Activity> ReopenAsync(IReadOnlyList<Resource> only, EquipmentList list, CancellationToken cancellationToken)
    {
        var open = (await closures.OpenAsync(null, cancellationToken)).Where(closure => only.Count == 0 || only.Any(resource => resource.Id == closure.ResourceId)).Take(MostListed).ToList();
        if (open.Count == 0)
        {
            return GeneralAnswers.Text(DeskStrings.NothingClosed);
        }

        var entries = open.ConvertAll(closure =>
        {
            var name = EquipmentWords.Name(list.Resources[closure.ResourceId]);
            var until = closure.Until is { } end ? desk.Edge(end) : DeskStrings.OpenEnd;
            return new DeskEntry(
                name, [Words.Of(DeskStrings.ClosedFromTo, desk.Edge(closure.From), until), closure.Reason],
                DeskButtons.About(closure.Id, DeskButtons.Open, DeskStrings.OpenAgain, Words.Of(DeskStrings.OpenLabel, name, desk.Edge(closure.From), closure.Id.ToString(CultureInfo.CurrentCulture))));
        });
        return CardParts.Message(null, DeskCards.List(DeskStrings.ClosedHeading, entries));
    }

    private static string Place((Resource Place, int Quantity) from)
    {
        var place = from.Place.LocationIn(SpokenLanguage.Current);
        var name = from.Place.IsContainer || from.Place.Kind != ResourceKind.Units ? EquipmentWords.Name(from.Place) : EquipmentWords.Counted(from.Place, from.Quantity);
        name = from.Place.IsContainer && from.Quantity > 1 ? Words.Of(DeskStrings.OutOf, from.Quantity, name) : name;
        return place is null ? name : Words.Of(EquipmentStrings.WhereItIs, name, place);
    }

    // One at a time: which of those that were named, or of all.
    private static Activity Which(IReadOnlyList<Resource> named, EquipmentList list) =>
        GeneralAnswers.Text(Words.Of(DeskStrings.WhichThing, Words.List((named.Count > 0 ? named : list.Bookable).Take(MostListed).Select(EquipmentWords.Name))));

    private static string? Short(string? reason) => reason?.Length > Approvals.LongestReason ? reason[..Approvals.LongestReason] : reason;

    private static IReadOnlyList<Resource> Only(IReadOnlyList<SaidThing> things) => [.. things.SelectMany(thing => thing.Resources)];
}
