namespace LibraryBot.Data.Calendar.Said;

/// <summary>Puts what the readers find side by side together: a date, a time, a duration, how often and until when.</summary>
internal sealed class PhraseReader
{
    private readonly SaidText text;
    private readonly SaidMoment moment;
    private readonly DateReader dates;
    private readonly JoinedDatesReader joined;
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
        joined = new JoinedDatesReader(text, moment, dates, periods);
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
            if (joined.Read(at, dated, out next) && (moment.School is not null || phrase.Time is null || dated.Dates.TrueForAll(date => date.IsDay)))
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
}
