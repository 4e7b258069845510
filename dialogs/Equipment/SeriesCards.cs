using AdaptiveCards;
using LibraryBot.Data.Calendar;
using LibraryBot.Data.Equipment;
using LibraryBot.Dialogs.Conversation;

namespace LibraryBot.Dialogs.Equipment;

/// <summary>The cards of series.</summary>
internal sealed class SeriesCards(SchoolTimeParser parser, EquipmentWords words)
{
    private const int MostLines = 8;

    /// <summary>The times of a series, read from the words as they were said; none where they say none.</summary>
    public IReadOnlyList<BookingTime> Times(Offer offer) => Said(offer) is { } found ? [.. found.Intervals.Select(interval => new BookingTime(interval.Start, interval.End)).Distinct()] : [];

    /// <summary>What was understood, to be booked with one tap; null where it is too many times.</summary>
    public AdaptiveCard? Confirm(EquipmentList list, Offer offer, string? who)
    {
        var times = Times(offer);
        if (times.Count is 0 or > SeriesRequest.MostTimes)
        {
            return null;
        }

        var closed = Said(offer)!.LeftOut.Take(MostLines).Select(EquipmentWords.Closed);
        var card = Card(list, Words.Of(EquipmentStrings.ConfirmSeries, times.Count), offer.Items, who, [.. Lines(times), .. closed]);
        card.Actions.Add(EquipmentButtons.For(offer, EquipmentButtons.Book, EquipmentStrings.Book));
        return card;
    }

    /// <summary>What is booked and what is not, to be given up with a tap.</summary>
    public AdaptiveCard Booked(EquipmentList list, BookingSeries series, IReadOnlyList<LeftOutTime> leftOut)
    {
        var times = series.Bookings.Where(booking => booking.IsActive).OrderBy(booking => booking.Start).ToList();
        var card = Card(
            list, Words.Of(EquipmentStrings.SeriesBooked, times.Count), EquipmentCards.Items(series.Bookings[0]), null,
            [.. Lines([.. times.Select(booking => new BookingTime(booking.Start, booking.End))]), .. Missed(leftOut)]);
        if (times.Count > 0)
        {
            card.Actions.Add(EquipmentButtons.About(times[0].Id, EquipmentButtons.CancelRest, Words.Of(EquipmentStrings.CancelRest, times.Count), null));
        }

        return card;
    }

    /// <summary>At what times it cannot be booked, and whether to book the others.</summary>
    public AdaptiveCard SomeImpossible(EquipmentList list, Offer offer, SeriesOutcome.SomeImpossible impossible)
    {
        var card = Card(list, impossible.Possible == 0 ? EquipmentStrings.SeriesImpossible : EquipmentStrings.SeriesSomeImpossible, offer.Items, null, Missed(impossible.LeftOut));
        if (impossible.Possible > 0)
        {
            card.Actions.Add(EquipmentButtons.For(offer, EquipmentButtons.Book, Words.Of(EquipmentStrings.BookOthers, impossible.Possible), leaveOut: true));
        }

        return card;
    }

    private SchoolTime.Found? Said(Offer offer) => offer.Series is { } said ? parser.Read(said.Text, said.At, said.Language).Time as SchoolTime.Found : null;

    private List<string> Lines(IReadOnlyList<BookingTime> times) =>
    [
        .. times.Take(MostLines).Select(time => words.When(time.Start, time.End)),
        .. times.Count > MostLines ? [Words.Of(EquipmentStrings.MoreTimes, times.Count - MostLines, words.When(times[^1].Start, times[^1].End))] : Array.Empty<string>(),
    ];

    private IReadOnlyList<string> Missed(IReadOnlyList<LeftOutTime> leftOut) =>
    [
        .. leftOut.Take(MostLines).Select(time => Words.Of(EquipmentStrings.LeftOut, words.When(time.Time.Start, time.Time.End), time.Why is BookingOutcome.Taken ? EquipmentStrings.TakenThen : words.Refusal(time.Why))),
        .. leftOut.Count > MostLines ? [Words.Of(EquipmentStrings.MoreLeftOut, leftOut.Count - MostLines)] : Array.Empty<string>(),
    ];

    private static AdaptiveCard Card(EquipmentList list, string heading, IReadOnlyList<BookingItem> items, string? who, IReadOnlyList<string> lines)
    {
        var what = EquipmentWords.What(list, items) + (who is null ? string.Empty : $" · {who}");
        return CardParts.Card(EquipmentCards.Spoken([heading, what, .. lines]), [CardParts.Heading(heading), CardParts.Line(what), .. lines.Select(line => CardParts.Line(line, subtle: true))]);
    }
}
