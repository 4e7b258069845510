using LibraryBot.Data.Calendar;
using LibraryBot.Data.Equipment;
using LibraryBot.Dialogs.Conversation;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace LibraryBot.Dialogs.Equipment;

/// <summary>What to send.</summary>
/// <param name="Message">The message.</param>
/// <param name="Pending">What is waited for then; null where nothing is.</param>
/// <param name="InPlace">What stands in the place of the card that was pressed; null leaves it.</param>
internal sealed record EquipmentAnswer(Activity Message, Pending? Pending = null, Activity? InPlace = null);

/// <summary>Reads sentences about equipment: what, when, and what to do with it.</summary>
internal sealed class EquipmentAnswers(
    SchoolTimeParser parser, FreeEquipment equipment, BookingAnswers bookings, EquipmentWords words, EquipmentCards cards, GeneralAnswers general, TimeProvider time)
{
    private const int MostAskedThings = 12;

    /// <summary>Whether a sentence names something that can be booked.</summary>
    public async Task<bool> KnowsAsync(string text, string language, CancellationToken cancellationToken) =>
        EquipmentReader.Read(Read(text, language).WithoutTimes(text), await equipment.ListAsync(cancellationToken)).Things.Count > 0;

    /// <summary>Whether a reply says what was asked for.</summary>
    public async Task<bool> SaysAsync(Missing missing, string text, string language, CancellationToken cancellationToken) => missing switch
    {
        Missing.Time => SaysTime(text, language),
        Missing.Quantity => EquipmentReader.OnlyNumber(text) is not null,
        _ => await KnowsAsync(text, language, cancellationToken),
    };

    /// <summary>Whether a reply says when.</summary>
    public bool SaysTime(string text, string language) => Read(text, language).Time is not SchoolTime.None;

    /// <summary>Answers a sentence.</summary>
    public async Task<EquipmentAnswer> AnswerAsync(string text, string language, EquipmentTopic topic, int? quantity, ITurnContext turn, CancellationToken cancellationToken)
    {
        var list = await equipment.ListAsync(cancellationToken);
        var reading = Read(text, language);
        var said = EquipmentReader.Read(reading.WithoutTimes(text), list);
        return topic switch
        {
            EquipmentTopic.Mine => await bookings.MineAsync(list, [], EquipmentStrings.MineHeading, turn, cancellationToken),
            EquipmentTopic.Cancel => await bookings.MineAsync(list, [.. said.Things.SelectMany(thing => thing.Resources)], EquipmentStrings.CancelHeading, turn, cancellationToken),
            EquipmentTopic.Free => await FreeAsync(text, reading, said, cancellationToken),
            EquipmentTopic.Where when said.Things.Count > 0 =>
                Say(string.Join("\n\n", words.Where(list, said.Things.SelectMany(thing => thing.Resources).Select(resource => new BookingItem(resource.Id))))),
            _ => await BookAsync(text, reading, said, list, quantity, turn, cancellationToken),
        };
    }

    private async Task<EquipmentAnswer> BookAsync(
        string text, SchoolTimeReading reading, SaidEquipment said, EquipmentList list, int? quantity, ITurnContext turn, CancellationToken cancellationToken)
    {
        if (turn.Speaker().PersonId is not { } person)
        {
            return Say(words.Refusal(new BookingOutcome.NotAllowed(null)));
        }

        var names = Words.List(list.Bookable.Take(MostAskedThings).Select(EquipmentWords.Name));
        if (list.Resources.Count == 0)
        {
            return Say(Words.Of(EquipmentStrings.NothingHere, general.Contact));
        }

        if (said.Unknown is { } unknown)
        {
            return Say(Words.Of(EquipmentStrings.Unknown, unknown.Length > 60 ? unknown[..60] : unknown, names));
        }

        if (said.Things.Count == 0)
        {
            return Ask(Words.Of(EquipmentStrings.AskThing, names), text, Missing.Thing);
        }

        // Who may not have it is not asked anything first.
        if (said.Things.SelectMany(thing => thing.Resources).FirstOrDefault(resource => !BookingRules.MayBook(turn.Speaker().Role, resource)) is { } forbidden)
        {
            return Say(words.Refusal(new BookingOutcome.NotAllowed(forbidden)));
        }

        if (Hindrance(text, reading) is { } hindrance)
        {
            return hindrance;
        }

        if (said.Things.FirstOrDefault(thing => thing.Quantity is null && quantity is null && thing.Resources[0].Kind == ResourceKind.Units) is { } uncounted)
        {
            return Ask(Words.Of(EquipmentStrings.AskQuantity, EquipmentWords.Name(uncounted.Resources[0])), text, Missing.Quantity);
        }

        var clear = said.Things.Where(thing => IsClear(thing)).SelectMany(thing => thing.Resources.Select(resource => new BookingItem(
            resource.Id, thing.Resources.Count > 1 ? 1 : thing.Quantity ?? (resource.Kind == ResourceKind.Units ? quantity ?? 1 : 1)))).ToList();
        var times = Times(reading.Time);
        var offer = new Offer(clear, times[0].Start, times[0].End, person, Guid.NewGuid().ToString("N"));
        if (said.Things.FirstOrDefault(thing => !IsClear(thing)) is { } unclear)
        {
            return Show(EquipmentCards.WhichThing(unclear.Resources.Select(resource => (resource, offer with { Items = [.. clear, new BookingItem(resource.Id, unclear.Quantity ?? 1)] }))));
        }

        return times.Count > 1
            ? Show(cards.WhichTime(reading.Time is SchoolTime.Ambiguous ? EquipmentStrings.WhichTime : EquipmentStrings.OneAtATime, times, offer))
            : await bookings.ConfirmAsync(list, offer, turn, null, cancellationToken);
    }

    private async Task<EquipmentAnswer> FreeAsync(string text, SchoolTimeReading reading, SaidEquipment said, CancellationToken cancellationToken)
    {
        if (Hindrance(text, reading) is { } hindrance)
        {
            return hindrance with { Pending = hindrance.Pending! with { AboutFree = true } };
        }

        var meant = Times(reading.Time)[0];
        var wanted = said.Things.SelectMany(thing => thing.Resources).Select(resource => resource.Id).ToHashSet();
        var free = await equipment.AtAsync(meant.Start, meant.End, cancellationToken);
        return Show(cards.Free([.. free.Where(each => wanted.Count == 0 || wanted.Contains(each.Resource.Id))], meant.Start, meant.End));
    }

    // What there is to say or ask about when, before anything else.
    private EquipmentAnswer? Hindrance(string text, SchoolTimeReading reading)
    {
        var rest = reading.WithoutTimes(text);
        return reading.Time switch
        {
            SchoolTime.None => Ask(EquipmentStrings.AskTime, text, Missing.Time),
            SchoolTime.Found { TimeSaid: false } found => Ask(Words.Of(EquipmentStrings.AskTimeOfDay, Words.Day(found.Intervals[0].Date)), text, Missing.Time),
            SchoolTime.Past { Next: { } next } => Ask(Words.Of(EquipmentStrings.PastNext, words.When(next.Start, next.End)), rest, Missing.Time),
            SchoolTime.Past => Ask(EquipmentStrings.Past, rest, Missing.Time),
            SchoolTime.Closed closed => Ask(EquipmentWords.Closed(closed.Day, closed.NextSchoolDay), rest, Missing.Time),
            SchoolTime.Invalid { Why: InvalidTime.Period } invalid => Ask(Words.Of(EquipmentStrings.NoSuchPeriod, invalid.Said), rest, Missing.Time),
            SchoolTime.Invalid invalid => Ask(Words.Of(EquipmentStrings.NoSuchTime, invalid.Said), rest, Missing.Time),
            _ => null,
        };
    }

    private SchoolTimeReading Read(string text, string language) => parser.Read(text, time.GetUtcNow(), language);

    private static bool IsClear(SaidThing thing) => thing.Resources.Count == 1 || thing.Quantity == thing.Resources.Count;

    private static List<SchoolInterval> Times(SchoolTime said) => said switch
    {
        SchoolTime.Found found => [.. found.Intervals],
        SchoolTime.Ambiguous ambiguous => [.. ambiguous.Readings.Select(reading => reading.Intervals[0]).Distinct()],
        _ => throw new InvalidOperationException("What hinders was answered before."),
    };

    private static EquipmentAnswer Say(string text) => new(GeneralAnswers.Text(text));

    private static EquipmentAnswer Show(AdaptiveCards.AdaptiveCard card) => new(CardParts.Message(null, card));

    private static EquipmentAnswer Ask(string question, string text, Missing missing) => new(GeneralAnswers.Text(question), new Pending(text, missing));
}
