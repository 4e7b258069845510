namespace LibraryBot.Data.Calendar.Said;

/// <summary>Puts what the readers find side by side together: a date, a time, a duration, how often and until when.</summary>
internal sealed class PhraseReader
{
    private readonly SaidText text;
    private readonly SaidMoment moment;
    private readonly DateReader dates;
    private readonly ClockReader clocks;
    private readonly PeriodReader periods;
    private readonly DurationReader durations;
    private readonly RecurrenceReader recurrences;

    public PhraseReader(SaidText text, SaidMoment moment)
    {
        this.text = text;
        this.moment = moment;
        dates = new DateReader(text, moment);
        clocks = new ClockReader(text, moment);
        periods = new PeriodReader(text, moment);
        durations = new DurationReader(text);
        recurrences = new RecurrenceReader(text, moment);
    }

    /// <summary>Every phrase of the sentence, in its order.</summary>
    public List<PhraseSaid> Read()
    {
        var phrases = new List<PhraseSaid>();
        for (var at = 0; at < text.Count;)
        {
            var phrase = new PhraseSaid { First = at, Next = at };
            var here = at;
            while (Item(here, phrase))
            {
                here = Connected(phrase.Next, phrase);
            }

            if (phrase.Next > at && phrase.IsAnything)
            {
                phrases.Add(phrase);
                at = phrase.Next;
            }
            else
            {
                at++;
            }
        }

        return phrases;
    }

    // Where the next item may begin: directly, or after the little words that join a date to its time.
    private int Connected(int at, PhraseSaid phrase)
    {
        for (var words = 0; words < 3 && at < text.Count; words++)
        {
            if (Begins(at, phrase))
            {
                return at;
            }

            if (!text.Is(SaidKind.On, at, out var next) || text.Plain(at) is "y")
            {
                break;
            }

            at = next;
        }

        return at;
    }

    private bool Begins(int at, PhraseSaid phrase) => Item(at, phrase.Copy());

    private bool Item(int at, PhraseSaid phrase)
    {
        if (at >= text.Count || !text.MayMean(at) && moment.Names?.MayBegin(text.Plain(at)) is not true && !NamedDateReader.MayBegin(text.Plain(at)) && text.Plain(at) is not ("last" or "early" or "year" or "week"))
        {
            return false;
        }

        if (phrase.Every is null && phrase.Dates.Count == 0 && recurrences.Read(at, out var next, out var rule))
        {
            phrase.Every = rule;
            phrase.Time ??= rule.Time;
            return phrase.Reach(next);
        }

        if (phrase is { Every: not null, Until: null } && text.Is(SaidKind.Until, at, out var end) && dates.One(text.Skip(SaidKind.The, end), out next, out var until))
        {
            phrase.Until = until;
            return phrase.Reach(next);
        }

        if (moment.School is not null && phrase is { Every: null, CycleDay: null } && phrase.Dates.Count == 0 && recurrences.CycleDay(at, out next, out var cycleDay))
        {
            phrase.CycleDay = cycleDay;
            return phrase.Reach(next);
        }

        // A period before a date: "friday 5th hour", "la primera hora".
        if (phrase.Time is null && periods.Read(at, out next, out var time))
        {
            phrase.Time = time;
            if (time is TimeSaid.Part && phrase is { Every: null, CycleDay: null } && phrase.Dates.Count == 0 && Today(at, next) is { } day)
            {
                phrase.Dates.Add(new DateSaid(day));
            }

            return phrase.Reach(next);
        }

        var asClock = 0;
        if (phrase.Time is null && clocks.Read(at, out next, out var spoken) && text.Number(at, out _, out _) && spoken is TimeSaid.Clock { OtherStart: null } or TimeSaid.Clock)
        {
            asClock = next;
        }

        // "In 20 minutes", "half an hour from now"
        if (phrase is { Time: null, Duration: null } && phrase.Dates.Count == 0 && Soon(at, out next, out var soon))
        {
            phrase.Time = soon;
            phrase.Dates.Add(new DateSaid(moment.Today));
            return phrase.Reach(next);
        }

        if (phrase.Duration is null && (moment.School is not null || phrase.Dates.Count == 0) && !(text.Is(SaidKind.In, at) && text.Plain(at) != "en") && durations.Read(at, out next, out var duration) && asClock < next && !Counts(next, duration, at))
        {
            phrase.Duration = duration;
            phrase.DurationIsBound = text.Is(SaidKind.For, at);
            return phrase.Reach(next);
        }

        // "Tomorrow from 9" has its hours before "the 9".
        if (phrase.Time is null or TimeSaid.Part && !IsDateRange(at) && (moment.School is not null || phrase.Dates.TrueForAll(date => date.IsDay)) && clocks.Read(at, out next, out var clock, phrase.Dates.Count > 0))
        {
            phrase.Time = phrase.Time is TimeSaid.Part part ? InPart(clock, part.Which) : clock;
            return phrase.Reach(next);
        }

        if (phrase.Dates.Count == 0 && phrase.CycleDay is null && (moment.School is not null || phrase.Duration is null || phrase.Time is not null || text.Is(SaidKind.From, at)))
        {
            var dated = phrase.Copy();
            if (Dates(at, dated, out next) && (moment.School is not null || phrase.Time is null || dated.Dates.TrueForAll(date => date.IsDay)))
            {
                phrase.Dates.AddRange(dated.Dates);
                phrase.Either = dated.Either;
                return phrase.Reach(next);
            }
        }

        // "First thing tomorrow morning": the bells say it better.
        if (phrase.Time is TimeSaid.Periods && text.Is(SaidKind.Part, at, out next, out var early) && early <= 2)
        {
            return phrase.Reach(next);
        }

        // "Friday afternoon at 2", "6pm tonight": a part of the day that only says what the clock says.
        if (phrase.Time is TimeSaid.Clock said && periods.Read(at, out next, out var more) && more is TimeSaid.Part half)
        {
            phrase.Time = InPart(said, half.Which);
            return phrase.Reach(next);
        }

        if (text.Is(SaidKind.Now, at, out next) && phrase.Time is null && phrase.Dates.Count == 0 && phrase.Next == phrase.First)
        {
            phrase.Time = new TimeSaid.RightNow();
            return phrase.Reach(next);
        }

        return false;
    }

    // "This afternoon", "tonight", "esta tarde" are today's; "last night" is yesterday's.
    private DateOnly? Today(int at, int next)
    {
        for (var word = at; word < next; word++)
        {
            if (text.Plain(word) is "this" or "esta" or "tonight" or "tonite")
            {
                return moment.Today;
            }

            if (text.Plain(word) is "last" && moment.Today > DateOnly.MinValue)
            {
                return moment.Today.AddDays(-1);
            }
        }

        return null;
    }

    private bool Soon(int at, out int next, out TimeSaid.Clock soon)
    {
        var isIn = text.Is(SaidKind.In, at, out var start);
        soon = new TimeSaid.Clock(0, null);
        if (durations.Read(isIn ? start : at, out next, out var duration) && duration is { Minutes: > 0 and < 1440, Periods: 0, Days: 0 })
        {
            var after = text.Is(SaidKind.Later, next, out var end);
            next = after ? end : next;
            var minutes = (int)moment.Now.TimeOfDay.TotalMinutes + duration.Minutes;
            soon = new TimeSaid.Clock(minutes, null);
            return (isIn && text.Plain(at) != "within" || after) && minutes < 1440;
        }

        return false;
    }

    // "two weeks ago", "3 school days from Tuesday" are dates, "two days" after "every Monday" is not.
    private bool Counts(int next, DurationReader.Duration duration, int at) =>
        duration.Days > 0 && dates.One(at, out var end, out _) && end >= next;

    private bool IsDateRange(int at) => dates.One(text.Skip(SaidKind.From, at), out var end, out var date) && (date.Month > 0 || date.Impossible) && end - at > 1 && !text.Mark(":", end);

    private static TimeSaid InPart(TimeSaid time, int part) => time is TimeSaid.Clock clock && part > 1 && clock.Start < 720 && clock.End is not >= 720
        ? clock with { Start = clock.Start + 720, End = clock.End is { } end && end <= clock.Start + 720 ? end + 720 : clock.End, OtherStart = null }
        : time is TimeSaid.Clock other && part == 1 && other.Start is >= 720 and < 18 * 60 ? other with { Start = other.Start % 720, End = other.End is > 720 and var last ? last % 720 > other.Start % 720 ? last % 720 : last : other.End, OtherStart = null }
        : time is TimeSaid.Clock morning ? morning with { OtherStart = null } : time;

    private bool Dates(int at, PhraseSaid phrase, out int next)
    {
        var since = text.Is(SaidKind.Since, at, out var start) || text.Is(SaidKind.After, at, out start) || text.Is(SaidKind.Starting, at, out start) && !text.Spanish;
        var after = !text.Is(SaidKind.Starting, at) && text.Is(SaidKind.After, at);
        var before = !since && (text.Is(SaidKind.Before, at, out start) || text.Is(SaidKind.Until, at, out start));
        var from = text.Is(SaidKind.From, at, out var afterFrom);
        var between = text.Is(SaidKind.Between, at, out var afterBetween);
        start = since || before ? start : from ? afterFrom : between ? afterBetween : at;
        if (Run(start, out next, out var run, from || between))
        {
            phrase.Dates.Add(run);
            return true;
        }

        if (!dates.One(start, out next, out var first) && !(start != at && dates.One(at, out next, out first)) && !dates.One(text.Skip(SaidKind.The, start), out next, out first))
        {
            next = at;
            return false;
        }

        if (!since && !before && first.IsDay && (text.Plain(next) is "or" or "and" or "o" or "y") && text.Plain(next + 1) is "later" or "after" or "despues")
        {
            next += 2;
            phrase.Dates.Add(first with { Since = true });
            return true;
        }

        if (since || before)
        {
            phrase.Dates.Add(since ? first with { Since = true, From = after && !first.IsDay && SaidMoment.Shift(first.To, 3, 1) is { } later ? later : first.From, IsDay = first.IsDay } : first with { Before = true });
            return true;
        }

        var joined = between ? text.Is(SaidKind.And, next, out var lastAt) || text.Is(SaidKind.To, next, out lastAt) : text.Is(SaidKind.To, next, out lastAt);
        if (joined && (Last(first, lastAt, out var end, out var last)))
        {
            next = end;
            phrase.Dates.Add(Between(first, last));
            return true;
        }

        phrase.Dates.Add(first);

        // "Monday and Wednesday", "11/20, 11/22 or 11/25", "Tuesday or Thursday"
        while (phrase.Dates.Count < 12)
        {
            var either = text.Is(SaidKind.Either, next, out var more);
            if (!either && !text.Is(SaidKind.And, next, out more) && !text.Mark(",", next) && !text.Mark("/", next))
            {
                break;
            }

            more = text.Mark(",", next) || text.Mark("/", next) ? next + 1 : more;
            if (text.Mark(",", next) && (text.Is(SaidKind.Either, more, out var oxford) || text.Is(SaidKind.And, more, out oxford)))
            {
                either = text.Is(SaidKind.Either, more);
                more = oxford;
            }

            more = text.Plain(more) is "on" ? more + 1 : more;
            if (moment.School is null || !dates.One(more, out var behind, out var another) && !dates.One(text.Skip(SaidKind.The, more), out behind, out another)
                || periods.Read(more, out var asTime, out _) && asTime >= behind)
            {
                break;
            }

            phrase.Either |= either;
            phrase.Dates.Add(another);
            next = behind;
        }

        return true;
    }

    // "March 3-5", "3-5 March", "del 3 al 5 de marzo", "between ninth and seventeenth of April"
    private bool Run(int at, out int next, out DateSaid run, bool bound)
    {
        run = new DateSaid(moment.Today);
        var start = text.Skip(SaidKind.The, at);
        if ((text.Ordinal(start, out var to, out var first) || text.Number(start, out to, out first)) && first is >= 1 and <= 31 && (text.Is(SaidKind.To, to, out var lastAt) || bound && text.Is(SaidKind.And, to, out lastAt)))
        {
            lastAt = text.Skip(SaidKind.The, lastAt);
            if (!text.Glued(to) || !text.Mark("/", to + 2))
            {
                if (dates.One(lastAt, out next, out var last) && last is { IsDay: true, Month: > 0, Impossible: false } && last.From.Day >= first && text.Plain(lastAt + 1) is not ("/" or ".") && SaidMoment.Make(last.From.Year, last.From.Month, first) is { } from)
                {
                    run = DateSaid.Days(from, last.From) with { BothSaid = true };
                    return true;
                }
            }
        }

        next = at;
        return false;
    }

    private bool Last(DateSaid first, int at, out int end, out DateSaid last)
    {
        at = text.Skip(SaidKind.The, at);
        if (dates.One(at, out end, out last) && !(text.Digits(at) > 0 && end == at + 1))
        {
            return true;
        }

        var day = 0;
        if (first is { IsDay: true } && (text.Ordinal(at, out end, out day) || first.Month > 0 && text.Digits(at) is > 0 and <= 31 && text.Number(at, out end, out day))
            && day is >= 1 and <= 31 && !text.Is(SaidKind.Period, end) && !(text.Mark(":", end) && text.Glued(end)) && !text.Is(SaidKind.Pm, end) && !text.Is(SaidKind.Am, end))
        {
            var yearAt = text.Mark(",", end) ? end + 1 : end;
            var year = text.Digits(yearAt) is >= 1900 and <= 2100 and var written ? written : 0;
            end = year > 0 ? yearAt + 1 : end;
            var month = new DateOnly(year > 0 ? year : first.From.Year, first.From.Month, 1);
            month = day < first.From.Day ? SaidMoment.Shift(month, 6, 1) ?? month : month;
            if (SaidMoment.Make(month.Year, month.Month, day) is { } found)
            {
                last = new DateSaid(found) { Month = month.Month, YearSaid = year > 0 };
                return true;
            }
        }

        last = first;
        return text.Is(SaidKind.Now, at, out end) && (last = new DateSaid(moment.Today)) is not null;
    }

    private DateSaid Between(DateSaid first, DateSaid last)
    {
        if (first.Impossible || last.Impossible)
        {
            return first with { Impossible = true };
        }

        // The year of the one is the other's; a month or weekday that comes before the first is the one after it.
        var from = first.From;
        var to = last.IsDay || moment.School is not null ? last.To : last.From.AddDays(-1);
        if (last.YearSaid && first is { Yearly: true, Month: > 0 } && SaidMoment.Make(last.From.Year, from.Month, from.Day) is { } sameYear)
        {
            from = sameYear > to ? SaidMoment.Make(last.From.Year - 1, from.Month, from.Day) ?? sameYear : sameYear;
        }

        if (last.Yearly && first.YearSaid && to < from && SaidMoment.Make(first.From.Year, last.From.Month, last.From.Day) is { } ofFirst)
        {
            to = ofFirst;
        }

        for (var tries = 0; to < from && tries < 2; tries++)
        {
            to = (last.Weekly ? SaidMoment.Shift(to, 3, 7) : last.Yearly ? SaidMoment.Shift(to, 7, 1) : null) ?? to;
        }

        // "From March to today" begins in the past.
        if (to < from && first.Yearly && SaidMoment.Shift(from, 7, -1) is { } lastYear)
        {
            from = lastYear;
        }

        return DateSaid.Days(from, to < from ? from : to) with { BothSaid = last.IsDay };
    }
}

/// <summary>One phrase of a sentence: tokens side by side that say when.</summary>
internal sealed class PhraseSaid
{
    public int First { get; init; }

    public int Next { get; set; }

    public List<DateSaid> Dates { get; private set; } = [];

    /// <summary>One of the dates, not all.</summary>
    public bool Either { get; set; }

    public string? CycleDay { get; set; }

    public TimeSaid? Time { get; set; }

    public DurationReader.Duration? Duration { get; set; }

    /// <summary>"For" was said: it is how long, not how much.</summary>
    public bool DurationIsBound { get; set; }

    public RecurrenceSaid? Every { get; set; }

    public DateSaid? Until { get; set; }

    public bool HasDate => Dates.Count > 0 || CycleDay is not null || Every is not null;

    public bool IsAnything => HasDate || Time is not null || Duration is not null;

    public bool Reach(int next)
    {
        Next = next;
        return true;
    }

    public PhraseSaid Copy()
    {
        var copy = (PhraseSaid)MemberwiseClone();
        copy.Dates = [.. Dates];
        return copy;
    }
}
