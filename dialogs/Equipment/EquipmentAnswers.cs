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
internal sealed record EquipmentAnswer(Activity Message, Pending? Pending = null, Activity? InPlace = null)
{
    /// <summary>Whether <see cref="InPlace"/> shows what is booked, and an earlier card that did is out of date.</summary>
    public bool ShowsBooking { get; init; }
}

/// <summary>Reads sentences about equipment: what, when, and what to do with it.</summary>
internal sealed class EquipmentAnswers(
    SchoolTimeParser parser, FreeEquipment equipment, BookingAnswers bookings, SeriesAnswers series, ChangeAnswers changes, PeopleByName people, EquipmentWords words, EquipmentCards cards, GeneralAnswers general, TimeProvider time)
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
        var rest = reading.WithoutTimes(text);
        var whose = topic == EquipmentTopic.Book ? await WhoseAsync(rest, turn, cancellationToken) : default;
        if (whose.Answer is { } answer)
        {
            return answer;
        }

        var said = EquipmentReader.Read(whose.Text ?? rest, list);
        if (said.Things.Count > 0 && !EquipmentCues.Fits(topic, text))
        {
            topic = EquipmentTopic.Book;
        }

        return topic switch
        {
            EquipmentTopic.Mine => await bookings.MineAsync(list, turn, cancellationToken),
            EquipmentTopic.Cancel => await changes.CancelAsync(list, null, text, language, turn, cancellationToken),
            EquipmentTopic.Change => await changes.FindAsync(list, text, language, turn, cancellationToken),
            EquipmentTopic.Free => await FreeAsync(text, reading, said, cancellationToken),
            EquipmentTopic.Where when said.Things.Count > 0 =>
                Say(string.Join("\n\n", words.Where(list, said.Things.SelectMany(thing => thing.Resources).Select(resource => new BookingItem(resource.Id))))),
            _ => await BookAsync(new Sentence(text, language, whose.People ?? []), reading, said, list, quantity, turn, cancellationToken),
        };
    }

    private async Task<EquipmentAnswer> BookAsync(
        Sentence sentence, SchoolTimeReading reading, SaidEquipment said, EquipmentList list, int? quantity, ITurnContext turn, CancellationToken cancellationToken)
    {
        var text = sentence.Text;
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
        var offer = new Offer(clear, times[0].Start, times[0].End, person, Offer.NewKey()) { ForId = sentence.For is [var only, ..] && only.Id != person ? only.Id : null };
        if (said.Things.FirstOrDefault(thing => !IsClear(thing)) is { } unclear)
        {
            return Show(EquipmentCards.WhichThing(unclear.Resources.Select(resource => (resource, offer with { Items = [.. clear, new BookingItem(resource.Id, unclear.Quantity ?? 1)] }))));
        }

        if (times.Count > 1 && reading.Time is SchoolTime.Found && text.Length <= SaidTimes.LongestText)
        {
            offer = offer with { Series = new SaidTimes(text, EquipmentButtons.Whole(time.GetUtcNow()), sentence.Language) };
        }

        if (sentence.For.Count > 1)
        {
            return Show(EquipmentCards.WhichPerson(sentence.For.Select(each => (each.Name, offer with { ForId = each.Id == person ? null : each.Id }))));
        }

        if (offer.Series is not null)
        {
            return await series.ConfirmAsync(list, offer, turn, cancellationToken);
        }

        return times.Count > 1
            ? Show(cards.WhichTime(reading.Time is SchoolTime.Ambiguous ? EquipmentStrings.WhichTime : EquipmentStrings.OneAtATime, times.Select(each => offer with { Start = each.Start, End = each.End })))
            : await bookings.ConfirmAsync(list, offer, turn, null, cancellationToken);
    }

    // For whom it is to be, where that is said: names are told, and taken, in a chat of two only.
    private async Task<(IReadOnlyList<(int Id, string Name)>? People, string? Text, EquipmentAnswer? Answer)> WhoseAsync(string text, ITurnContext turn, CancellationToken cancellationToken)
    {
        if (turn.Speaker().PersonId is null || PeopleByName.Said(text) is not { } said)
        {
            return default;
        }

        if (!BookingRules.MayBookForOthers(turn.Speaker().Role))
        {
            return said.HasTitle && !said.IsClass ? (null, null, Say(EquipmentStrings.NotForOthers)) : (null, said.HasTitle ? said.Rest : null, null);
        }

        var found = turn.IsGroup() ? [] : await people.FindAsync(said.Name, cancellationToken);
        return found.Count > 0 ? (found, said.Rest, null)
            : !said.HasTitle ? default
            : (null, null, Say(turn.IsGroup() ? EquipmentStrings.GroupForOthers : Words.Of(EquipmentStrings.NobodyCalled, said.Said)));
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
        return reading.Time switch
        {
            SchoolTime.None => Ask(EquipmentStrings.AskTime, text, Missing.Time),
            SchoolTime.Found { TimeSaid: false } found => Ask(Words.Of(EquipmentStrings.AskTimeOfDay, Words.Day(found.Intervals[0].Date)), text, Missing.Time),
            // What could not be is left out when another time is said.
            _ => words.Hindrance(reading.Time) is { } hindrance ? Ask(hindrance, reading.WithoutTimes(text), Missing.Time) : null,
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

    private sealed record Sentence(string Text, string Language, IReadOnlyList<(int Id, string Name)> For);

    private static EquipmentAnswer Say(string text) => new(GeneralAnswers.Text(text));

    private static EquipmentAnswer Show(AdaptiveCards.AdaptiveCard card) => new(CardParts.Message(null, card));

    private static EquipmentAnswer Ask(string question, string text, Missing missing) => new(GeneralAnswers.Text(question), new Pending(text, missing));
}
