using AdaptiveCards;
using LibraryBot.Data.Calendar;
using LibraryBot.Data.Equipment;
using LibraryBot.Dialogs.Conversation;

namespace LibraryBot.Dialogs.Equipment;

/// <summary>The cards of this capability.</summary>
internal sealed class EquipmentCards(EquipmentWords words, CalendarLinks links)
{
    private const int MostChoices = 4;
    private const int MostListed = 10;

    /// <summary>What was understood, to be booked with one tap.</summary>
    public AdaptiveCard Confirm(EquipmentList list, Offer offer, string? who)
    {
        var changes = offer.BookingId is not null;
        var card = Facts(changes ? EquipmentStrings.ChangeHeading : EquipmentStrings.ConfirmHeading, list, offer.Items, offer.Start, offer.End, who);
        card.Actions.Add(EquipmentButtons.For(offer, EquipmentButtons.Book, changes ? EquipmentStrings.ChangeIt : EquipmentStrings.Book));
        return card;
    }

    /// <summary>What is booked.</summary>
    public AdaptiveCard Booked(EquipmentList list, Booking booking, string? who)
    {
        var items = Items(booking);
        var heading = booking.Status == BookingStatus.Requested ? EquipmentStrings.RequestedHeading : EquipmentStrings.BookedHeading;
        var card = Facts(heading, list, items, booking.Start, booking.End, who);
        if (links.Of(booking.Token, SpokenLanguage.Current) is { } link)
        {
            card.Actions.Add(new AdaptiveOpenUrlAction { Title = EquipmentStrings.AddToCalendar, Url = link });
        }

        card.Actions.Add(CancelButton(list, booking));
        return card;
    }

    /// <summary>What is taken, until when, and what could be had instead.</summary>
    public AdaptiveCard Taken(EquipmentList list, BookingOutcome.Taken taken, Offer offer)
    {
        var lines = taken.Shortages.Select(shortage => Words.Sentence(Words.Of(
            shortage.Free == 0 ? EquipmentStrings.TakenNone : EquipmentStrings.TakenSome, EquipmentWords.Name(shortage.Resource), shortage.Free, shortage.Asked))
            + " " + (shortage.Until is { } until ? Words.Of(EquipmentStrings.FreeFrom, words.Moment(until)) : EquipmentStrings.FreeUnknown)).ToList();
        var card = Instead(list, Words.Of(EquipmentStrings.TakenHeading, words.When(offer.Start, offer.End)), lines, taken.Alternatives, offer);
        if (offer is { Items: [{ } one], BookingId: null, ForId: null, Series: null } && taken.Shortages.Count > 0)
        {
            card.Actions.Add(EquipmentButtons.For(offer, EquipmentButtons.Wait, EquipmentStrings.Wait, Words.Of(EquipmentStrings.WaitLabel, EquipmentWords.What(list, [one]))));
        }

        return card;
    }

    /// <summary>That what was booked cannot be had after all, and what could be had instead.</summary>
    public AdaptiveCard Closed(EquipmentList list, BookingOutcome.Taken taken, Offer offer, string said) => Instead(list, said, [], taken.Alternatives, offer);

    private AdaptiveCard Instead(EquipmentList list, string heading, List<string> lines, IReadOnlyList<Alternative> alternatives, Offer offer)
    {
        var others = alternatives.Select(other => (Other: other, Text: other.Kind == AlternativeKind.OtherTime
            ? words.When(other.Start, other.End, words.DayOf(offer.Start))
            : Words.Of(EquipmentStrings.SameTime, EquipmentWords.What(list, other.Items)))).ToList();
        lines = [.. lines, others.Count == 0 ? EquipmentStrings.NoAlternative : EquipmentStrings.Instead];
        var card = CardParts.Card(Spoken([heading, .. lines, .. others.Select(other => Words.Sentence(other.Text))]), [CardParts.Heading(heading), .. lines.Select(line => CardParts.Line(line))]);
        card.Actions.AddRange(others.Select(other => EquipmentButtons.For(
            offer.With(other.Other), EquipmentButtons.Book, Words.Of(offer.BookingId is null ? EquipmentStrings.BookThis : EquipmentStrings.ChangeTo, other.Text))));
        return card;
    }

    /// <summary>Several times of which one is meant.</summary>
    public AdaptiveCard WhichTime(string question, IEnumerable<Offer> offers)
    {
        var choices = offers.Take(MostChoices).Select(offer => (Offer: offer, Text: words.When(offer.Start, offer.End))).ToList();
        var card = CardParts.Card(Spoken([question, Words.Sentence(Words.Choice(choices.Select(choice => choice.Text)))]), CardParts.Line(question));
        card.Actions.AddRange(choices.Select(choice => EquipmentButtons.For(choice.Offer, EquipmentButtons.Choose, choice.Text)));
        return card;
    }

    /// <summary>Several people of whom one is meant.</summary>
    public static AdaptiveCard WhichPerson(IEnumerable<(string Name, Offer Offer)> choices)
    {
        var all = choices.Take(MostChoices).ToList();
        var card = CardParts.Card(Spoken([EquipmentStrings.WhichPerson, Words.Sentence(Words.Choice(all.Select(choice => choice.Name)))]), CardParts.Line(EquipmentStrings.WhichPerson));
        card.Actions.AddRange(all.Select(choice => EquipmentButtons.For(choice.Offer, EquipmentButtons.Choose, choice.Name)));
        return card;
    }

    /// <summary>Several bookings of which one is to be changed as was said.</summary>
    public AdaptiveCard WhichToChange(EquipmentList list, IReadOnlyList<Booking> bookings, string said)
    {
        var choices = bookings.Take(MostChoices).Select(booking => (booking.Id, Text: $"{EquipmentWords.What(list, Items(booking))}: {words.When(booking.Start, booking.End)}")).ToList();
        var card = CardParts.Card(Spoken([EquipmentStrings.WhichToChange, Words.Sentence(Words.Choice(choices.Select(choice => choice.Text)))]), CardParts.Line(EquipmentStrings.WhichToChange));
        card.Actions.AddRange(choices.Select(choice => EquipmentButtons.ForChange(choice.Id, said, choice.Text)));
        return card;
    }

    /// <summary>Several things of which one is meant, at a time that is clear.</summary>
    public static AdaptiveCard WhichThing(IEnumerable<(Resource Resource, Offer Offer)> choices)
    {
        var all = choices.Take(MostChoices).ToList();
        var card = CardParts.Card(Spoken([EquipmentStrings.WhichThing, Words.Sentence(Words.Choice(all.Select(choice => EquipmentWords.Name(choice.Resource))))]), CardParts.Line(EquipmentStrings.WhichThing));
        card.Actions.AddRange(all.Select(choice => EquipmentButtons.For(choice.Offer, EquipmentButtons.Choose, EquipmentWords.Name(choice.Resource))));
        return card;
    }

    /// <summary>What is free at a time.</summary>
    public AdaptiveCard Free(IReadOnlyList<FreeResource> free, DateTimeOffset start, DateTimeOffset end)
    {
        var heading = Words.Of(EquipmentStrings.FreeHeading, words.When(start, end));
        var lines = free.Select(each => each.Resource.Kind == ResourceKind.Units
            ? Words.Of(EquipmentStrings.FreeUnits, EquipmentWords.Name(each.Resource), each.Free, each.Total)
            : Words.Of(each.Free > 0 ? EquipmentStrings.FreeOne : EquipmentStrings.NotFreeOne, EquipmentWords.Name(each.Resource))).ToList();
        return CardParts.Card(Spoken([heading, .. lines]), [CardParts.Heading(heading), .. lines.Select(line => CardParts.Line(line))]);
    }

    /// <summary>Somebody's own bookings and places on waiting lists, each to be given up with a tap. Of a series the next one stands for all.</summary>
    public AdaptiveCard Mine(EquipmentList list, IReadOnlyList<Booking> bookings, IReadOnlyList<WaitingEntry> waits, string heading)
    {
        var blocks = bookings.GroupBy(booking => booking.SeriesId ?? -booking.Id).Take(MostListed).Select(series => OfSeries(list, [.. series]))
            .Concat(waits.Take(MostListed).Select(entry => OfWait(list, entry))).ToList();
        return CardParts.Card(
            Spoken([heading, .. blocks.SelectMany(block => block.Lines)]),
            [
                CardParts.Heading(heading),
                .. blocks.Select(block => new AdaptiveContainer
                {
                    Separator = true,
                    Items =
                    [
                        .. block.Lines.Select((line, at) => CardParts.Line(line, subtle: at > 0)),
                        .. block.Actions.Count > 0 ? [new AdaptiveActionSet { Actions = block.Actions }] : Array.Empty<AdaptiveElement>(),
                    ],
                }),
            ]);
    }

    /// <summary>Bookings to be given up all together; with the button go those that are listed, and no others.</summary>
    public AdaptiveCard CancelAll(EquipmentList list, IReadOnlyList<Booking> bookings)
    {
        var all = bookings.Take(CancelAnswers.MostAtOnce).ToList();
        var lines = all.Take(MostListed).Select(booking => $"{EquipmentWords.What(list, Items(booking))}: {words.When(booking.Start, booking.End)}").ToList();
        if (all.Count > MostListed)
        {
            lines.Add(Words.Of(EquipmentStrings.MoreTimes, all.Count - MostListed, words.When(all[^1].Start, all[^1].End)));
        }

        var heading = Words.Of(EquipmentStrings.CancelAllHeading, all.Count);
        var card = CardParts.Card(Spoken([heading, .. lines]), [CardParts.Heading(heading), .. lines.Select(line => CardParts.Line(line))]);
        card.Actions.Add(EquipmentButtons.ForAll(all.Select(booking => booking.Id), Words.Of(EquipmentStrings.CancelAllButton, all.Count)));
        return card;
    }

    /// <summary>What came free for somebody who waited.</summary>
    public static AdaptiveCard CameFree(int entryId, string said)
    {
        var card = CardParts.Card(said, CardParts.Line(said));
        card.Actions.Add(EquipmentButtons.About(entryId, EquipmentButtons.Take, EquipmentStrings.Book, null));
        card.Actions.Add(EquipmentButtons.About(entryId, EquipmentButtons.Leave, EquipmentStrings.LeaveOffer, null));
        return card;
    }

    /// <summary>Somebody's place on a waiting list.</summary>
    public static AdaptiveCard Waits(int entryId, string said)
    {
        var card = CardParts.Card(said, CardParts.Line(said));
        card.Actions.Add(EquipmentButtons.About(entryId, EquipmentButtons.Leave, EquipmentStrings.Leave, null));
        return card;
    }

    /// <summary>A card that has done its work: what it was about, and nothing to press.</summary>
    public static AdaptiveCard Done(string said) => CardParts.Card(said, CardParts.Line(said));

    /// <summary>What is booked, as it was asked for.</summary>
    public static IReadOnlyList<BookingItem> Items(Booking booking) => [.. booking.Lines.OrderBy(line => line.Id).Select(line => new BookingItem(line.ResourceId, line.Quantity))];

    /// <summary>Lines as sentences, for who hears a card.</summary>
    public static string Spoken(IEnumerable<string> parts) => string.Join(' ', parts.Select(part => part[^1] is '.' or '?' or '!' or ':' ? part : part + "."));

    private (List<string> Lines, List<AdaptiveAction> Actions) OfSeries(EquipmentList list, List<Booking> series)
    {
        List<string> lines = [EquipmentWords.What(list, Items(series[0])), words.When(series[0].Start, series[0].End)];
        List<AdaptiveAction> actions = series[0].Allows(BookingStep.Cancel) ? [CancelButton(list, series[0])] : [];
        if (series[0].Status == BookingStatus.Requested)
        {
            lines.Add(EquipmentStrings.RequestedHeading);
        }

        if (series.Count > 1)
        {
            lines.Add(Words.Of(EquipmentStrings.MoreTimes, series.Count - 1, words.When(series[^1].Start, series[^1].End)));
            actions.Add(EquipmentButtons.About(series[0].Id, EquipmentButtons.CancelRest, Words.Of(EquipmentStrings.CancelRest, series.Count), null));
        }

        return (lines, actions);
    }

    private (List<string> Lines, List<AdaptiveAction> Actions) OfWait(EquipmentList list, WaitingEntry entry)
    {
        var what = EquipmentWords.What(list, [new BookingItem(entry.ResourceId, entry.Quantity)]);
        var when = words.When(entry.Start, entry.End);
        return entry.OfferedUntil is { } until
            ? ([Words.Of(EquipmentStrings.CameFree, what, when, words.Moment(until))], [EquipmentButtons.About(entry.Id, EquipmentButtons.Take, EquipmentStrings.Book, Words.Of(EquipmentStrings.BookThis, $"{what}, {when}"))])
            : ([Words.Of(EquipmentStrings.WaitsFor, what), when], [EquipmentButtons.About(entry.Id, EquipmentButtons.Leave, EquipmentStrings.Leave, Words.Of(EquipmentStrings.LeaveLabel, what, when))]);
    }

    private AdaptiveSubmitAction CancelButton(EquipmentList list, Booking booking) => EquipmentButtons.About(
        booking.Id, EquipmentButtons.Cancel, EquipmentStrings.CancelIt, Words.Of(EquipmentStrings.CancelLabel, EquipmentWords.What(list, Items(booking)), words.When(booking.Start, booking.End)));

    private AdaptiveCard Facts(string heading, EquipmentList list, IReadOnlyList<BookingItem> items, DateTimeOffset start, DateTimeOffset end, string? who)
    {
        (string Name, string? Value)[] facts =
        [
            (EquipmentStrings.FactWhat, EquipmentWords.What(list, items)),
            (EquipmentStrings.FactWhen, words.When(start, end)),
            (EquipmentStrings.FactWhere, string.Join(" · ", words.Where(list, items))),
            (EquipmentStrings.FactWho, who),
        ];
        var given = facts.Where(fact => !string.IsNullOrEmpty(fact.Value)).ToList();
        return CardParts.Card(
            Spoken([heading, .. given.Select(fact => $"{fact.Name}: {fact.Value}")]),
            CardParts.Heading(heading),
            new AdaptiveFactSet { Facts = [.. given.Select(fact => new AdaptiveFact(fact.Name, CardParts.Literal(fact.Value!)))] });
    }
}
