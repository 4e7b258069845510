using AdaptiveCards;
using LibraryBot.Data.Calendar;
using LibraryBot.Data.Equipment;
using LibraryBot.Dialogs.Conversation;

namespace LibraryBot.Dialogs.Equipment;

/// <summary>The cards of this capability.</summary>
internal sealed class EquipmentCards(EquipmentWords words)
{
    private const int MostChoices = 4;

    /// <summary>What was understood, to be booked with one tap.</summary>
    public AdaptiveCard Confirm(EquipmentList list, Offer offer, string? who)
    {
        var card = Facts(EquipmentStrings.ConfirmHeading, list, offer.Items, offer.Start, offer.End, who);
        card.Actions.Add(EquipmentButtons.For(offer, EquipmentButtons.Book, EquipmentStrings.Book));
        return card;
    }

    /// <summary>What is booked.</summary>
    public AdaptiveCard Booked(EquipmentList list, Booking booking, string? who)
    {
        var items = Items(booking);
        var heading = booking.Status == BookingStatus.Requested ? EquipmentStrings.RequestedHeading : EquipmentStrings.BookedHeading;
        var card = Facts(heading, list, items, booking.Start, booking.End, who);
        card.Actions.Add(CancelButton(list, booking));
        return card;
    }

    /// <summary>What is taken, until when, and what could be had instead.</summary>
    public AdaptiveCard Taken(EquipmentList list, BookingOutcome.Taken taken, Offer offer)
    {
        var lines = taken.Shortages.Select(shortage => Words.Sentence(Words.Of(
            shortage.Free == 0 ? EquipmentStrings.TakenNone : EquipmentStrings.TakenSome, EquipmentWords.Name(shortage.Resource), shortage.Free, shortage.Asked))
            + " " + (shortage.Until is { } until ? Words.Of(EquipmentStrings.FreeFrom, words.Moment(until)) : EquipmentStrings.FreeUnknown)).ToList();
        var others = taken.Alternatives.Select(other => (Other: other, Text: other.Kind == AlternativeKind.OtherTime
            ? words.When(other.Start, other.End)
            : Words.Of(EquipmentStrings.SameTime, EquipmentWords.What(list, other.Items)))).ToList();
        lines.Add(others.Count == 0 ? EquipmentStrings.NoAlternative : EquipmentStrings.Instead);
        var card = CardParts.Card(
            Spoken([Words.Of(EquipmentStrings.TakenHeading, words.When(offer.Start, offer.End)), .. lines, .. others.Select(other => other.Text)]),
            [CardParts.Heading(Words.Of(EquipmentStrings.TakenHeading, words.When(offer.Start, offer.End))), .. lines.Select(line => CardParts.Line(line))]);
        card.Actions.AddRange(others.Select(other => EquipmentButtons.For(offer.With(other.Other), EquipmentButtons.Book, Words.Of(EquipmentStrings.BookThis, other.Text))));
        return card;
    }

    /// <summary>Several times of which one is meant.</summary>
    public AdaptiveCard WhichTime(string question, IEnumerable<SchoolInterval> times, Offer offer)
    {
        var choices = times.Take(MostChoices).Select(time => (Time: time, Text: words.When(time.Start, time.End))).ToList();
        var card = CardParts.Card(Spoken([question, Words.Sentence(Words.Choice(choices.Select(choice => choice.Text)))]), CardParts.Line(question));
        card.Actions.AddRange(choices.Select(choice => EquipmentButtons.For(offer with { Start = choice.Time.Start, End = choice.Time.End }, EquipmentButtons.Choose, choice.Text)));
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

    /// <summary>Somebody's own bookings, each to be cancelled with a tap.</summary>
    public AdaptiveCard Mine(EquipmentList list, IReadOnlyList<Booking> bookings, string heading)
    {
        var lines = bookings.Select(booking => (What: EquipmentWords.What(list, Items(booking)), When: words.When(booking.Start, booking.End))).ToList();
        return CardParts.Card(
            Spoken([heading, .. lines.Select(line => $"{line.What}: {line.When}")]),
            [
                CardParts.Heading(heading),
                .. bookings.Zip(lines, (booking, line) => new AdaptiveContainer
                {
                    Separator = true,
                    Items =
                    [
                        CardParts.Line(line.What),
                        CardParts.Line(line.When, subtle: true),
                        .. booking.Allows(BookingStep.Cancel) ? [new AdaptiveActionSet { Actions = [CancelButton(list, booking)] }] : Array.Empty<AdaptiveElement>(),
                    ],
                }),
            ]);
    }

    /// <summary>What came free for somebody who waited.</summary>
    public static AdaptiveCard CameFree(int entryId, string said)
    {
        var card = CardParts.Card(said, CardParts.Line(said));
        card.Actions.Add(EquipmentButtons.About(entryId, EquipmentButtons.Take, EquipmentStrings.Book, null));
        return card;
    }

    /// <summary>A card that has done its work: what it was about, and nothing to press.</summary>
    public static AdaptiveCard Done(string said) => CardParts.Card(said, CardParts.Line(said));

    /// <summary>What is booked, as it was asked for.</summary>
    public static IReadOnlyList<BookingItem> Items(Booking booking) => [.. booking.Lines.OrderBy(line => line.Id).Select(line => new BookingItem(line.ResourceId, line.Quantity))];

    // Who hears a card hears sentences.
    private static string Spoken(IEnumerable<string> parts) => string.Join(' ', parts.Select(part => part[^1] is '.' or '?' or '!' or ':' ? part : part + "."));

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
