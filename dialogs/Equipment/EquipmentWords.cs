using LibraryBot.Data.Calendar;
using LibraryBot.Data.Equipment;
using LibraryBot.Dialogs.Conversation;

namespace LibraryBot.Dialogs.Equipment;

/// <summary>Bookings in words, in the current culture and on the school's clock.</summary>
internal sealed class EquipmentWords(BookingRules rules, GeneralAnswers general)
{
    private readonly SchoolCalendar _school = rules.CalendarOf(null);

    /// <summary>"15 Chromebooks and Makerspace".</summary>
    public static string What(EquipmentList list, IEnumerable<BookingItem> items) => Words.List(items.Select(item => (Item: item, Resource: list.Resources.GetValueOrDefault(item.ResourceId)))
        .Where(each => each.Resource is not null).Select(each => Counted(each.Resource!, each.Item.Quantity)));

    /// <summary>"15 Chromebooks", "Makerspace".</summary>
    public static string Counted(Resource resource, int quantity) => resource.Kind == ResourceKind.Units || quantity != 1
        ? Words.Of(EquipmentStrings.Counted, quantity, Name(resource))
        : Name(resource);

    /// <summary>Its name.</summary>
    public static string Name(Resource resource) => resource.NameIn(SpokenLanguage.Current);

    /// <summary>Where to collect things, "Chromebooks: Library workroom", a line for each place.</summary>
    public IReadOnlyList<string> Where(EquipmentList list, IEnumerable<BookingItem> items) =>
    [
        .. items.Select(item => list.Resources.GetValueOrDefault(item.ResourceId)).OfType<Resource>()
            .GroupBy(resource => resource.LocationIn(SpokenLanguage.Current) ?? Words.Of(EquipmentStrings.AskWhere, general.Contact))
            .Select(place => Words.Of(EquipmentStrings.WhereItIs, Words.List(place.Select(Name)), place.Key)),
    ];

    /// <summary>"Wednesday, March 4, 3rd period (10:05 AM to 10:55 AM)".</summary>
    /// <param name="start">When it begins.</param>
    /// <param name="end">When it ends.</param>
    /// <param name="heard">A day that was just named and need not be again: "3rd period (10:05 AM to 10:55 AM)"; or null.</param>
    public string When(DateTimeOffset start, DateTimeOffset end, DateOnly? heard = null)
    {
        var (first, last) = (_school.DateAt(start), _school.DateAt(end.AddTicks(-1)));
        var clock = first == last
            ? Words.Of(EquipmentStrings.Clock, Clock(start), Clock(end))
            : Words.Of(EquipmentStrings.ClockDays, Clock(start), Words.Day(last), Clock(end));
        var periods = Periods(first, start, end);
        return first == last && first == heard
            ? periods is null ? clock : Words.Of(EquipmentStrings.PeriodsAlone, periods, clock)
            : periods is not null
            ? Words.Of(EquipmentStrings.WhenPeriods, Words.Day(first), periods, clock)
            : Words.Of(EquipmentStrings.When, Words.Day(first), clock);
    }

    /// <summary>The day of a moment at the school.</summary>
    public DateOnly DayOf(DateTimeOffset at) => _school.DateAt(at);

    /// <summary>A moment: its day and clock time.</summary>
    public string Moment(DateTimeOffset at) => Words.Of(EquipmentStrings.When, Words.Day(_school.DateAt(at)), Clock(at));

    /// <summary>Why something cannot be booked; the words for what is taken stand on its card.</summary>
    public string Refusal(BookingOutcome outcome) => Words.Sentence(outcome switch
    {
        BookingOutcome.NotAllowed { Resource: { } resource } => Words.Of(EquipmentStrings.NotAllowed, Name(resource), general.Contact),
        BookingOutcome.NotAllowed => Words.Of(EquipmentStrings.NotOnRoster, general.Contact),
        BookingOutcome.NoSuchResource or BookingOutcome.NothingToBook => EquipmentStrings.Gone,
        BookingOutcome.NotThatMany { Asked: < 1 } few => Words.Of(EquipmentStrings.AtLeastOne, Name(few.Resource), few.Total),
        BookingOutcome.NotThatMany many => Words.Of(EquipmentStrings.NotThatMany, Counted(many.Resource, many.Total)),
        BookingOutcome.TooMany { Has: 0 } many => Words.Of(EquipmentStrings.TooManyFirst, Name(many.Resource), many.Most),
        BookingOutcome.TooMany many => Words.Of(EquipmentStrings.TooMany, Name(many.Resource), many.Most, many.Has),
        BookingOutcome.InPast => EquipmentStrings.IsPast,
        BookingOutcome.TooShort shorter => Words.Of(EquipmentStrings.TooShort, (int)shorter.Shortest.TotalMinutes),
        BookingOutcome.TooLong { Resource: { } resource } longer => Words.Of(EquipmentStrings.TooLong, Name(resource), (int)longer.Longest.TotalMinutes),
        BookingOutcome.TooLong longer => Words.Of(EquipmentStrings.TooLongDays, (int)longer.Longest.TotalDays),
        BookingOutcome.TooSoon soon => Words.Of(EquipmentStrings.TooSoon, Name(soon.Resource), Moment(soon.EarliestStart)),
        BookingOutcome.TooFarAhead far => Words.Of(EquipmentStrings.TooFarAhead, Moment(far.LatestStart)),
        BookingOutcome.Closed closed => Closed(closed.Day, closed.NextSchoolDay),
        BookingOutcome.OutsideHours hours => Words.Of(EquipmentStrings.OutsideHours, Words.Time(hours.Earliest), Words.Time(hours.Latest)),
        BookingOutcome.NoSuchBooking or BookingOutcome.NotNow => EquipmentStrings.NoSuchBooking,
        _ => EquipmentStrings.Gone,
    });

    /// <summary>What there is to say about a time that cannot be booked; null where it can.</summary>
    public string? Hindrance(SchoolTime said) => said switch
    {
        SchoolTime.Past { Next: { } next } => Words.Of(EquipmentStrings.PastNext, When(next.Start, next.End)),
        SchoolTime.Past => EquipmentStrings.Past,
        SchoolTime.Closed closed => Closed(closed.Day, closed.NextSchoolDay),
        SchoolTime.Invalid { Why: InvalidTime.Period } invalid => Words.Of(EquipmentStrings.NoSuchPeriod, invalid.Said),
        SchoolTime.Invalid invalid => Words.Of(EquipmentStrings.NoSuchTime, invalid.Said),
        _ => null,
    };

    /// <summary>That there is no school, with why and the next day that has.</summary>
    public static string Closed(SchoolDay.Closed day, DateOnly? next)
    {
        var said = day.Closure?.Reason.Here() is { Length: > 0 } reason
            ? Words.Of(EquipmentStrings.ClosedBecause, Words.Day(day.Date), reason)
            : Words.Of(EquipmentStrings.Closed, Words.Day(day.Date));
        return next is { } open ? $"{said} {Words.Of(EquipmentStrings.NextDay, Words.Day(open))}" : said;
    }

    /// <summary>That there is no school.</summary>
    public static string Closed(SchoolDay.Closed day) => Closed(day, null);

    /// <summary>The clock time of a moment at the school.</summary>
    public string Clock(DateTimeOffset at) => Words.Time(TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, _school.Zone).DateTime));

    private string? Periods(DateOnly date, DateTimeOffset start, DateTimeOffset end)
    {
        var periods = _school.PeriodsOn(date).Where(period => period.Start >= start && period.End <= end).ToList();
        if (periods.Count == 0 || periods[0].Start != start || periods[^1].End != end)
        {
            return null;
        }

        var (first, last) = (PeriodName(periods[0].Period), PeriodName(periods[^1].Period));
        return periods.Count == 1 ? first : Words.Of(EquipmentStrings.PeriodsFromTo, first, last);
    }

    private static string PeriodName(BellPeriod period) => BellSchedule.NumberOf(period) is { } number ? Words.Of(EquipmentStrings.Period, number) : period.Name;
}
