using System.Text.RegularExpressions;
using LibraryBot.Data.Calendar;
using LibraryBot.Data.Equipment;
using LibraryBot.Dialogs.Conversation;
using Microsoft.Bot.Builder;

namespace LibraryBot.Dialogs.Equipment;

/// <summary>Changes and gives up, in conversation, what is booked or about to be booked. One's bookings are told to oneself alone.</summary>
internal sealed partial class ChangeAnswers(
    BookingChangeReader reader, SchoolTimeParser parser, BookingsOfPerson mine, BookingAnswers bookings, SeriesAnswers series, EquipmentWords words, EquipmentCards cards, TimeProvider time)
{
    private const int MostRead = 300;

    /// <summary>Whether a text is about giving something up.</summary>
    public static bool IsCancel(string text) => Cancel().IsMatch(Phrases.Plain(text));

    /// <summary>Whether it says no more than that: "cancel it", "never mind".</summary>
    public static bool IsBare(string plain) => plain.Count(character => character == ' ') <= 2;

    /// <summary>Changes what was just talked about.</summary>
    public async Task<EquipmentAnswer> ChangeAsync(EquipmentList list, Offer current, string text, string language, ITurnContext turn, CancellationToken cancellationToken)
    {
        if (current.BookingId is not null && turn.IsGroup())
        {
            return Say(ConversationStrings.GroupAsk);
        }

        switch (reader.Read(current, text, language, list))
        {
            case SaidChange.To { Offers: [var only] }:
                return only.Series is null
                    ? await bookings.ConfirmAsync(list, only, turn, only.BookingId is null ? EquipmentStrings.ChangedBelow : null, cancellationToken)
                    : await series.ConfirmAsync(list, only, turn, cancellationToken);
            case SaidChange.To several:
                return new EquipmentAnswer(
                    CardParts.Message(null, cards.WhichTime(EquipmentStrings.WhichTime, several.Offers)), new Pending(string.Empty, null) { Offer = current });
            case SaidChange.Unclear unclear:
                return new EquipmentAnswer(GeneralAnswers.Text(unclear.Question), new Pending(string.Empty, null) { Offer = current });
            case SaidChange.Hindered hindered:
                return new EquipmentAnswer(GeneralAnswers.Text(words.Hindrance(hindered.Reading.Time)!), new Pending(string.Empty, null) { Offer = current });
            default:
                return Say(EquipmentStrings.AskChange);
        }
    }

    /// <summary>Finds the booking somebody wants to change, and changes it.</summary>
    public async Task<EquipmentAnswer> FindAsync(EquipmentList list, string text, string language, ITurnContext turn, CancellationToken cancellationToken)
    {
        if (turn.Speaker().PersonId is not { } person)
        {
            return Say(words.Refusal(new BookingOutcome.NotAllowed(null)));
        }

        if (turn.IsGroup())
        {
            return Say(ConversationStrings.GroupAsk);
        }

        var open = (await mine.OpenAsync(person, MostRead, cancellationToken)).Where(booking => booking.Allows(BookingStep.Extend)).ToList();
        var (which, _) = reader.Parts(text, language);
        var meant = Meant(open, which, language, list, timesToo: which != text);
        return meant switch
        {
            [] when open.Count == 0 => Say(EquipmentStrings.MineNone),
            [] => new EquipmentAnswer(CardParts.Message(null, cards.WhichToChange(list, Next(open), text))),
            [var only] => await ChangeAsync(list, Offer.Of(only, person), text, language, turn, cancellationToken),
            _ => new EquipmentAnswer(CardParts.Message(null, cards.WhichToChange(list, Next(meant), text))),
        };
    }

    /// <summary>Changes the booking that was chosen with a button, as was said before.</summary>
    public async Task<EquipmentAnswer> ChosenAsync(EquipmentList list, int bookingId, string text, string language, ITurnContext turn, CancellationToken cancellationToken) =>
        turn.Speaker().PersonId is { } person && await mine.FindAsync(bookingId, person, cancellationToken) is { } booking && booking.Allows(BookingStep.Extend)
            ? await ChangeAsync(list, Offer.Of(booking, person), text, language, turn, cancellationToken)
            : Say(EquipmentStrings.NoSuchBooking);

    /// <summary>Shows what may be given up, each to be cancelled with a tap: one, the rest of a series, or all that is shown.</summary>
    /// <param name="list">All there is.</param>
    /// <param name="current">What was just talked about; null where nothing was.</param>
    /// <param name="text">What was said.</param>
    /// <param name="language">Its language.</param>
    /// <param name="turn">The turn.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<EquipmentAnswer> CancelAsync(EquipmentList list, Offer? current, string text, string language, ITurnContext turn, CancellationToken cancellationToken)
    {
        if (turn.Speaker().PersonId is not { } person)
        {
            return Say(words.Refusal(new BookingOutcome.NotAllowed(null)));
        }

        var plain = Phrases.Plain(text);
        var open = (await mine.OpenAsync(person, MostRead, cancellationToken)).Where(booking => booking.Allows(BookingStep.Cancel)).ToList();
        var talkedOf = open.Find(booking => booking.Id == current?.BookingId);
        var named = EquipmentReader.Read(parser.Read(text, time.GetUtcNow(), language).WithoutTimes(text), list).Things.Count > 0 || parser.Read(text, time.GetUtcNow(), language).Time is not SchoolTime.None;
        var (all, rest) = (All().IsMatch(plain), Rest().IsMatch(plain));
        List<Booking> meant = talkedOf is null || named || (all && !rest) ? Meant(open, text, language, list, timesToo: true)
            : rest && talkedOf.SeriesId is { } seriesId ? open.FindAll(booking => booking.SeriesId == seriesId && booking.Start >= talkedOf.Start)
            : [talkedOf];
        if (meant.Count == 0)
        {
            return open.Count == 0 || turn.IsGroup()
                ? await BookingAnswers.TellOwnAsync(GeneralAnswers.Text(open.Count == 0 ? EquipmentStrings.MineNone : EquipmentStrings.NoneLikeThat), turn, cancellationToken)
                : new EquipmentAnswer(CardParts.Message(null, cards.Mine(list, open, [], EquipmentStrings.CancelNoneLikeThat)));
        }

        var isClear = meant.Count == 1 || (all && meant.Count <= CancelAnswers.MostAtOnce);
        var card = all && meant.Count > 1 ? cards.CancelAll(list, meant) : cards.Mine(list, meant, [], isClear ? EquipmentStrings.CancelOneHeading : EquipmentStrings.CancelHeading);
        var answer = await BookingAnswers.TellOwnAsync(CardParts.Message(null, card), turn, cancellationToken);
        return isClear && !turn.IsGroup() ? answer with { Pending = new Pending(string.Empty, null) { GivesUp = meant.ConvertAll(booking => booking.Id) } } : answer;
    }

    // Those with the things that were named, at the time that was named; all of them where nothing was.
    private List<Booking> Meant(List<Booking> open, string which, string language, EquipmentList list, bool timesToo)
    {
        var reading = parser.Read(which, time.GetUtcNow(), language);
        var things = EquipmentReader.Read(reading.WithoutTimes(which), list).Things;
        var meant = open.FindAll(booking => things.All(thing => booking.Lines.Exists(line => thing.Resources.Any(resource => resource.Id == line.ResourceId))));
        if (meant.Count == 0 && things.Count > 0 && !timesToo)
        {
            // "Make it 20 iPads" says what it is to be.
            meant = open;
        }

        return timesToo && reading.Time is SchoolTime.Found found ? meant.FindAll(booking => found.Intervals.Any(interval => booking.Start < interval.End && booking.End > interval.Start)) : meant;
    }

    // Of a series the next one stands for all.
    private static IReadOnlyList<Booking> Next(IEnumerable<Booking> open) => [.. open.GroupBy(booking => booking.SeriesId ?? -booking.Id).Select(series => series.First())];

    private static EquipmentAnswer Say(string text) => new(GeneralAnswers.Text(text));

    [GeneratedRegex(@"^(?:(?:no|ok|please|actually|can|could|you|i|we|want|need|to|just|por favor|puedes|podrias|quiero|necesito|y|and|now|ahora|oh) )*(?:cancel|delete|drop|give up|call off|undo|dont need|do not need|no longer need|cancela\w*|anula\w*|borra\w*|elimina\w*|ya no)\b")]
    private static partial Regex Cancel();

    [GeneratedRegex(@"\b(?:all|every|everything|both|tod[oa]s?|ambas)\b")]
    private static partial Regex All();

    [GeneratedRegex(@"\b(?:rest|remaining|series|following|later ones|resto|serie|restantes|siguientes|demas)\b")]
    private static partial Regex Rest();
}
