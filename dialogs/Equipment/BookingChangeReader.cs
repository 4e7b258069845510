using System.Text.RegularExpressions;
using LibraryBot.Data.Calendar;
using LibraryBot.Data.Equipment;
using LibraryBot.Dialogs.Conversation;

namespace LibraryBot.Dialogs.Equipment;

/// <summary>What somebody wants to be different.</summary>
internal abstract record SaidChange
{
    private SaidChange()
    {
    }

    /// <summary>It is clear.</summary>
    /// <param name="Offers">What it is to be; several where a time may mean one of several things.</param>
    public sealed record To(IReadOnlyList<Offer> Offers) : SaidChange;

    /// <summary>Something about it is to be asked.</summary>
    /// <param name="Question">The question.</param>
    public sealed record Unclear(string Question) : SaidChange;

    /// <summary>When was said, but is past, closed or no time at all.</summary>
    /// <param name="Reading">What was said.</param>
    /// <param name="Text">The words it was said in.</param>
    public sealed record Hindered(SchoolTimeReading Reading, string Text) : SaidChange;
}

/// <summary>
/// Reads what is to be different about a booking, or about what is about to be booked: "make it 20", "muévela al jueves", "extend it to period 4". What is not said stays
/// as it is: of a new day the time, of a new period the day.
/// </summary>
internal sealed partial class BookingChangeReader(SchoolTimeParser parser, BookingRules rules, TimeProvider time)
{
    private readonly SchoolCalendar _school = rules.CalendarOf(null);

    /// <summary>Whether a text asks for a change, by its first words or since it says nothing but a time or a number.</summary>
    public bool IsChange(string text, string language, EquipmentList list)
    {
        text = HowAbout().Replace(text, string.Empty);
        var plain = Phrases.Plain(text);
        if (plain.Length is 0 or > 300)
        {
            return false;
        }

        return (IsPlainChange(text) && (Asking().IsMatch(plain) || SaysSomething(text, language, list))) || (IsMore(text) && EquipmentReader.Read(text, list).Things.Count > 0) || (text.Length <= 60 && !Asks().IsMatch(plain) && SaysOnlyAChange(text, language, list));
    }

    /// <summary>Whether a text asks for a change by its first words, whatever else it says.</summary>
    public static bool IsPlainChange(string text) => Phrases.Plain(text) is var plain && (BeginsAsChange().IsMatch(plain) || Instead().IsMatch(plain) || MoreOrFewer().IsMatch(plain) || HowAbout().IsMatch(text));

    /// <summary>Whether the words are for something more besides what there is: "and the makerspace", "agrega la cámara".</summary>
    public static bool IsMore(string text) => More().IsMatch(Phrases.Plain(text));

    /// <summary>Which part of a sentence says what is to be, and which says of what booking: "move my friday ipads to monday".</summary>
    public (string Which, string Target) Parts(string text, string language)
    {
        if (FromTo().Match(text) is { Success: true } fromTo && SaysTime(fromTo.Groups["from"].Value, language) && SaysTime(fromTo.Groups["to"].Value, language))
        {
            return (text[..fromTo.Groups["to"].Index], fromTo.Groups["to"].Value);
        }

        return To().Match(text) is { Success: true } to && !string.IsNullOrWhiteSpace(to.Groups["to"].Value)
            ? (text[..to.Groups["to"].Index], to.Groups["to"].Value)
            : (text, text);
    }

    /// <summary>Reads a change.</summary>
    /// <param name="current">What is booked, or is about to be.</param>
    /// <param name="text">What was said.</param>
    /// <param name="language">Its language.</param>
    /// <param name="list">All there is.</param>
    public SaidChange Read(Offer current, string text, string language, EquipmentList list)
    {
        var (which, target) = Parts(text, language);
        var reading = When(current, text, language);
        // Where two times were said, the one before "to" says which booking is meant.
        if (which != text && SaysTime(which, language) && SaysTime(target, language) && !FromHour().IsMatch(which))
        {
            reading = When(current, text = target, language);
        }

        var plain = Phrases.Plain(text);
        var changed = Longer().IsMatch(plain) && OtherEnd(current, text, target, plain, language) is var (end, question)
            ? question is not null ? null : current with { End = end!.Value }
            : current;
        if (changed is null)
        {
            return new SaidChange.Unclear(EquipmentStrings.AskUntil);
        }

        var times = new List<BookingTime>();
        if (changed == current)
        {
            switch (reading.Time)
            {
                case SchoolTime.None when Length(text, language) is { } length:
                    times.Add(new BookingTime(current.Start, current.Start + length));
                    break;
                case SchoolTime.None:
                    break;
                case SchoolTime.Found found:
                    times.AddRange(Times(current, found));
                    break;
                case SchoolTime.Ambiguous either:
                    times.AddRange(either.Readings.SelectMany(found => Times(current, found)));
                    break;
                default:
                    return new SaidChange.Hindered(reading, text);
            }
        }

        if ((times.Count > 0 || changed != current) && current.Series is not null)
        {
            return new SaidChange.Unclear(EquipmentStrings.SeriesAgain);
        }

        var rest = MorePeriods().Replace(WithoutLength(reading.WithoutTimes(text), language), " ");
        var (items, unclear) = ChangedItems.Of(current, EquipmentReader.Read(rest, list), rest, list);
        if (unclear is not null)
        {
            return new SaidChange.Unclear(unclear);
        }

        changed = changed with { Items = items };
        var offers = times.Distinct().Select(each => changed with { Start = each.Start, End = each.End }).DefaultIfEmpty(changed).ToList();
        return offers is [var only] && only.Start == current.Start && only.End == current.End && only.Items.SequenceEqual(current.Items)
            ? new SaidChange.Unclear(EquipmentStrings.AskChange)
            : new SaidChange.To(offers);
    }

    // A time without a day is one of the day it is on already.
    private SchoolTimeReading When(Offer current, string text, string language)
    {
        var now = time.GetUtcNow();
        var dayOf = _school.Beginning(_school.DateAt(current.Start), TimeOnly.MinValue);
        var saysDay = TimeMentions.Read(text, Wall(now), language)
            .Any(mention => mention.Kind is MentionKind.Date or MentionKind.Dates or MentionKind.Moment or MentionKind.Moments or MentionKind.Repetition or MentionKind.Impossible);
        return parser.Read(text, saysDay || dayOf < now ? now : dayOf, language);
    }

    private TimeSpan? Length(string text, string language) => Lengths(text, language).Select(mention => mention.Duration).FirstOrDefault(length => length > TimeSpan.Zero);

    // "30 minutes longer" is no 30 of anything.
    private string WithoutLength(string text, string language) => new SchoolTimeReading(new SchoolTime.None(), [.. Lengths(text, language).Select(mention => mention.Span)]).WithoutTimes(text);

    private IEnumerable<TimeMention> Lengths(string text, string language) =>
        TimeMentions.Read(text, Wall(time.GetUtcNow()), language).Where(mention => mention.Kind == MentionKind.Duration);

    private IEnumerable<BookingTime> Times(Offer current, SchoolTime.Found found) => found.Intervals.Select(interval =>
        !found.TimeSaid ? SameTimeOn(interval.Date, current)
        : interval.EndSaid ? new BookingTime(interval.Start, interval.End)
        : new BookingTime(interval.Start, interval.Start + (current.End - current.Start)));

    // The same periods where it was periods, for they begin at another time on a day of early release; else the same time on the clock.
    private BookingTime SameTimeOn(DateOnly date, Offer current)
    {
        var day = _school.DateAt(current.Start);
        var before = _school.PeriodsOn(day).Where(period => period.Start >= current.Start && period.End <= current.End).ToList();
        if (before.Count > 0 && before[0].Start == current.Start && before[^1].End == current.End)
        {
            var (first, last) = (Like(before[0]), Like(before[^1]));
            if (first is not null && last is not null)
            {
                return new BookingTime(first.Start, last.End);
            }
        }

        var days = date.DayNumber - day.DayNumber;
        return new BookingTime(
            _school.Beginning(date, TimeOnly.FromDateTime(Wall(current.Start))),
            _school.Ending(_school.DateAt(current.End).AddDays(days), TimeOnly.FromDateTime(Wall(current.End))));

        PeriodTime? Like(PeriodTime period) => _school.PeriodsOn(date).FirstOrDefault(other => BellSchedule.NumberOf(period.Period) is { } number
            ? BellSchedule.NumberOf(other.Period) == number
            : other.Period.Name == period.Period.Name);
    }

    private (DateTimeOffset? End, string? Question) OtherEnd(Offer current, string text, string target, string plain, string language)
    {
        var reading = When(current, target, language);
        var end = reading.Time switch
        {
            SchoolTime.Found { TimeSaid: true } found => found.Intervals[^1].EndSaid ? found.Intervals[^1].End : found.Intervals[^1].Start,
            SchoolTime.Found found => SameTimeOn(found.Intervals[^1].Date, current).End,
            _ when Length(text, language) is { } length => Shorter().IsMatch(plain) ? current.End - length : current.End + length,
            _ when Periods().IsMatch(plain) => PeriodsLater(current.End, EquipmentReader.Numbers(plain).DefaultIfEmpty(1).First()),
            _ => (DateTimeOffset?)null,
        };
        return end is null ? (null, EquipmentStrings.AskUntil) : (end, null);
    }

    private DateTimeOffset? PeriodsLater(DateTimeOffset end, int count) => count is < 1 or > 20 ? null
        : _school.PeriodsOn(_school.DateAt(end)).Where(period => period.End > end && BellSchedule.NumberOf(period.Period) is not null).Take(count).LastOrDefault()?.End;

    private DateTime Wall(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, _school.Zone).DateTime;

    private bool SaysTime(string text, string language) => parser.Read(text, time.GetUtcNow(), language).Time is not SchoolTime.None;

    // "Actually, do you have Hatchet?" begins like a change and is none.
    private bool SaysSomething(string text, string language, EquipmentList list) =>
        SaysTime(text, language) || Length(text, language) is not null || EquipmentReader.Numbers(text).Count > 0 || EquipmentReader.Read(text, list).Things.Count > 0;

    private bool SaysOnlyAChange(string text, string language, EquipmentList list)
    {
        var reading = parser.Read(text, time.GetUtcNow(), language);
        var rest = reading.WithoutTimes(text);
        return (reading.Time is not SchoolTime.None || EquipmentReader.Numbers(rest).Count == 1) && EquipmentReader.Read(rest, list) is { Things.Count: 0, Unknown: null };
    }

    private const string Politely =
        "^(?:(?:no|ok|okay|please|sorry|wait|oops|hmm|well|can|could|would|you|we|i|now|and|but|then|just|lets|por favor|perdon|puedes|podrias|podemos|oye|espera|y|pero|ahora|entonces|id like to|like|want|need|to|quiero|quisiera|necesito) )*";

    [GeneratedRegex(Politely + @"(?:make (?:it|that|this|them)|change|move|reschedule|switch|shift|push|extend|prolong|lengthen|shorten|actually|rather|add|also|plus|remove|drop|without|keep it|only|increase|decrease|reduce|"
        + @"que sean?|hazlos?|hazlas?|cambia\w*|mueve\w*|mover\w*|pasa(?:lo|la|los|las)?\b|pon(?:lo|la|los|las)\b|extiende\w*|extender\w*|alarga\w*|acorta\w*|prolonga\w*|reprograma\w*|mejor|agrega\w*|anade\w*|tambien|quita\w*|sin|solo|aumenta\w*|reduce\w*|modifica\w*)\b")]
    private static partial Regex BeginsAsChange();

    [GeneratedRegex(@"\b(?:change|move|reschedule|switch|shift|extend|prolong|lengthen|shorten|make (?:it|that|this|them)|cambia\w*|mueve\w*|mover\w*|extiende\w*|extender\w*|alarga\w*|acorta\w*|prolonga\w*|reprograma\w*|modifica\w*|longer|period)\b")]
    private static partial Regex Asking();

    [GeneratedRegex(@"^(?:just |solo )?(?:\d+|an?|one|two|three|five|ten|half|another|un[ao]?|dos|tres|cinco|diez|otr[oa]|media)(?: \w+){0,3} (?:more|longer|extra|mas|fewer|less|menos)\b|^(?:another|otr[oa]) (?:period|hour|hora|periodo)\b")]
    private static partial Regex MoreOrFewer();

    [GeneratedRegex(@"^\W*(?:how about|what about|qué tal|que tal|y si)\s+(?:fuera\s+)?", RegexOptions.IgnoreCase)]
    private static partial Regex HowAbout();

    [GeneratedRegex(@"^(?:what|whats|which|who|where|is|are|how|do|does|can|que|cual|cuales|cuant[oa]s|hay|esta|estan|donde)\b|\b(?:free|available|libres?|disponibles?)\b")]
    private static partial Regex Asks();

    [GeneratedRegex(@"\b(?:instead|en vez de|en lugar de)\b")]
    private static partial Regex Instead();

    [GeneratedRegex("^(?:no |ok |please |por favor )*(?:and|also|plus|add|too|y|e|tambien|agrega\\w*|anade\\w*)\\b|\\b(?:too|as well|tambien)$")]
    private static partial Regex More();

    [GeneratedRegex(@"\b(?:extend|longer|prolong|lengthen|shorten|until|till|til|keep|extiend\w*|extender\w*|alarga\w*|acorta\w*|prolonga\w*|hasta)\b|\b(?:another|one more|more) (?:period|hour)|\b(?:otra|una) hora mas\b")]
    private static partial Regex Longer();

    [GeneratedRegex(@"\b(?:shorte[nr]|less|fewer|acorta\w*|menos)\b")]
    private static partial Regex Shorter();

    [GeneratedRegex(@"\b\p{L}*\d*\s+(?:more\s+|más\s+|mas\s+)?(?:periods?|periodos?|períodos?|hours?|horas?)\b(?:\s+(?:more|más|mas|longer))?", RegexOptions.IgnoreCase)]
    private static partial Regex MorePeriods();

    [GeneratedRegex(@"\b(?:periods?|periodos?|hours?|horas?|block)\b")]
    private static partial Regex Periods();

    [GeneratedRegex(@"^(?:(?!\bto\b|\ba\b).)*?\b(?:from|del?|desde)\b (?<from>.+?) \b(?:to|al?|para|hasta)\b (?:el |la |las )?(?<to>.+)$", RegexOptions.IgnoreCase)]
    private static partial Regex FromTo();

    [GeneratedRegex(@"^.*?\b(?:to|until|till|til|hasta|al?|para)\b (?<to>.+)$", RegexOptions.IgnoreCase)]
    private static partial Regex To();

    [GeneratedRegex(@"\b(?:from|between|de|desde|entre)\b(?:(?!\bto\b).)*$|\d\s*(?:to)?\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex FromHour();
}
