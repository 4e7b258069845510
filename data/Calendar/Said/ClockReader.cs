namespace LibraryBot.Data.Calendar.Said;

/// <summary>Reads times on the clock: "10:30 to 11:30", "half past nine", "a las 2 y media", "14:00", "at 2".</summary>
internal sealed class ClockReader(SaidText text, SaidMoment moment)
{
    /// <summary>The time or the range that is named here.</summary>
    /// <param name="at">Where to look.</param>
    /// <param name="next">Behind it.</param>
    /// <param name="time">What was said.</param>
    /// <param name="besideADate">A bare hour is taken for one where a date stands before it.</param>
    public bool Read(int at, out int next, out TimeSaid time, bool besideADate = false)
    {
        var from = text.Is(SaidKind.From, at, out var afterFrom);
        var between = text.Is(SaidKind.Between, at, out var afterBetween);
        var start = from ? afterFrom : between ? afterBetween : at;
        var preposition = text.Is(SaidKind.At, start, out var afterAt);
        start = text.Skip(SaidKind.The, preposition ? afterAt : start);
        if (!Point(start, out next, out var first))
        {
            time = new TimeSaid.Impossible();
            return Bound(at, out next, out time);
        }

        var to = between ? text.Is(SaidKind.And, next, out var second) || text.Is(SaidKind.To, next, out second) : text.Is(SaidKind.To, next, out second);
        if (to)
        {
            // "10:30 - tomorrow" is no range; "hasta las" has its own words, "a 11" has none.
            second = text.Skip(SaidKind.The, text.Is(SaidKind.At, second, out var past) ? past : second);
            if (Point(second, out var end, out var last) && (first.Strong || last.Strong || from || between || preposition || besideADate)
                && (first.Strong || last.Strong || !text.Is(SaidKind.NotTime, end) && !text.Is(SaidKind.NotTimeBefore, at - 1) && !text.Is(SaidKind.Unit, end) && !text.Is(SaidKind.Month, text.Skip(SaidKind.Of, end))))
            {
                next = end;
                time = Range(first, last);
                return true;
            }
        }

        next = to && !first.Strong && !preposition ? at : next;
        time = One(first);
        var noun = text.Is(SaidKind.NotTime, next) || text.Is(SaidKind.Unit, next, out _, out var unit) && unit != 2 || text.Mark("%", next);
        return first.Strong
            || preposition && !noun && !text.Is(SaidKind.Month, text.Skip(SaidKind.Of, next)) && first.Bare
            || besideADate && !noun && first.Bare && (next >= text.Count || text.Mark(".", next) || text.Mark("?", next) || text.Mark("!", next)) && text.Digits(start) >= 0;
    }

    private bool Bound(int at, out int next, out TimeSaid time)
    {
        time = new TimeSaid.Impossible();
        var after = text.Is(SaidKind.After, at, out var point) || text.Is(SaidKind.Since, at, out point);
        if ((after || text.Is(SaidKind.Before, at, out point) || text.Is(SaidKind.Until, at, out point))
            && Point(text.Skip(SaidKind.The, text.Is(SaidKind.At, point, out var past) ? past : point), out next, out var clock) && !text.Is(SaidKind.Month, next) && !text.Is(SaidKind.NotTime, next) && !text.Is(SaidKind.Unit, next)
            && (clock.Strong || !text.Mark("/", next)))
        {
            time = One(clock) is TimeSaid.Clock one ? one with { After = after, Before = !after } : One(clock);
            return true;
        }

        next = at;
        return false;
    }

    private bool Point(int at, out int next, out ClockPoint clock)
    {
        if (text.Is(SaidKind.Part, at, out next, out var special) && special is 6 or 7)
        {
            clock = new ClockPoint(special == 6 ? 12 : 24, 0) { Strong = true, Exact = true };
            return true;
        }

        if (!(Spoken(at, out next, out clock) || Written(at, out next, out clock)))
        {
            return false;
        }

        if (text.Is(SaidKind.OClock, next, out var sharp))
        {
            (next, clock) = (sharp, clock with { Strong = true });
        }

        if (HalfOfDay(next, out var end, out var afternoon))
        {
            next = end;
            clock = clock.Hour is < 1 or > 12 && !(clock.Hour == 0 && !afternoon) && clock.Hour < 13
                ? clock with { Strong = true, Wrong = true }
                : clock.Hour > 12 && !clock.Colon
                    ? clock with { Strong = true, Wrong = true }
                    : clock with { Hour = afternoon ? clock.Hour < 12 ? clock.Hour + 12 : clock.Hour : clock.Hour == 12 ? 0 : clock.Hour, Strong = true, Exact = true };
        }
        else if (DayPart(next, out end, out var part))
        {
            next = end;
            clock = clock with { Hour = part > 1 && clock.Hour < 12 ? clock.Hour + 12 : part is 4 or 5 && clock.Hour == 12 ? 24 : clock.Hour, Strong = true, Exact = true };
        }

        return true;
    }

    // "Half past nine", "quarter to 3", "20 min past eight", "las dos y media", "tres menos cuarto", "three thirty".
    private bool Spoken(int at, out int next, out ClockPoint clock)
    {
        clock = default;
        var minutes = text.Is(SaidKind.Half, at, out var relation) ? 30
            : text.Is(SaidKind.Quarter, at, out relation) ? 15
            : text.Number(at, out relation, out var said) && said is > 0 and < 60 ? said : -1;
        if (minutes > 0)
        {
            var past = text.Is(SaidKind.Past, relation, out var hourAt) && text.Plain(relation) is not ("y" or "after") || text.Plain(relation) == "after" && text.Is(SaidKind.Quarter, at) && text.Is(SaidKind.Past, relation, out hourAt);
            var less = !past && !text.Spanish && text.Is(SaidKind.Less, relation, out hourAt) && (text.Is(SaidKind.Quarter, at) || text.Plain(relation) is "minutes" or "min");
            if ((past || less) && text.Number(hourAt, out next, out var hour) && hour is >= 1 and <= 12)
            {
                var total = (hour * 60) + (past ? minutes : -minutes);
                clock = new ClockPoint(total / 60, total % 60) { Strong = true };
                return true;
            }
        }

        if (text.Number(at, out next, out var base12) && base12 is >= 1 and <= 12 && !text.Glued(next))
        {
            var add = text.Is(SaidKind.AndHalf, next, out var end) && text.Plain(next) == "y" ? 30
                : text.Is(SaidKind.AndQuarter, next, out end) ? 15
                : text.Is(SaidKind.LessQuarter, next, out end) ? -15
                : text.Spanish && text.Plain(next) == "y" && text.Number(next + 1, out end, out var ys) && ys is > 0 and < 60 && text.Plain(at - 1) is "las" or "la" && !text.Is(SaidKind.Period, end) ? ys
                : text.Is(SaidKind.Menos, next, out var afterLess) && text.Number(afterLess, out end, out var ms) && ms < 60 ? -ms
                : text.Digits(at) < 0 && text.Digits(next) < 0 && text.Number(next, out end, out var thirty) && thirty is >= 10 and < 60 && text.Plain(at) is not ("a" or "an" or "un" or "una")
                    && !text.Is(SaidKind.Unit, end, out _, out _) ? thirty : 0;
            if (add != 0)
            {
                var total = (base12 * 60) + add;
                next = end;
                clock = new ClockPoint(total / 60, total % 60) { Strong = true };
                return true;
            }
        }

        next = at;
        return false;
    }

    // "10:30", "10h30", "14h", "2.30pm", "0730", "8"
    private bool Written(int at, out int next, out ClockPoint clock)
    {
        clock = default;
        next = at;
        var hour = text.Digits(at);
        if (text.Is(SaidKind.NotTimeBefore, at - 1) || at > 0 && text.Glued(at) && text.Plain(at - 1) is "/" or "$" or "." or "+" or "#" && (text.Digits(at - 2) >= 0 || text.Plain(at - 1) is "$" or "#"))
        {
            return false;
        }

        if (hour >= 0)
        {
            var mark = text.Plain(at + 1);
            var glued = text.Glued(at + 1) && text.Glued(at + 2) && text.Digits(at + 2) >= 0 && text.Plain(at + 2).Length == 2;
            if (glued && mark is ":" or "h" || glued && mark == "." && (HalfOfDay(at + 3, out _, out _) || text.Plain(at + 3) == "h" || text.Plain(at - 1) == "las" && !text.Glued(at + 3)))
            {
                next = at + 3;
                var minute = text.Digits(at + 2);
                if (text.Mark(":", next) && text.Glued(next) && text.Digits(next + 1) is >= 0 and < 60)
                {
                    next += 2;
                }

                next = mark != "h" && text.Plain(next) is "h" or "hrs" && text.Digits(next) < 0 ? next + 1 : next;
                clock = new ClockPoint(hour, minute) { Strong = true, Colon = true, Wrong = hour > 24 || minute > 59 || hour == 24 && minute > 0, Exact = hour is 0 or > 12 || text.Plain(at) is ['0', _] };
                return text.Plain(at).Length <= 2 && !(text.Glued(next) && text.Plain(next) is "/" or ":" || text.Plain(at - 1) is "room" or "ratio");
            }

            if (text.Plain(at).Length <= 2 && text.Plain(at + 1) == "h" && (text.Glued(at + 1) || text.Spanish) && !text.Glued(at + 2) && (text.Spanish || hour > 12))
            {
                next = at + 2;
                clock = new ClockPoint(hour, 0) { Strong = true, Colon = true, Wrong = hour > 24, Exact = hour > 12 };
                return true;
            }

            if (text.Plain(at).Length == 4 && text.Plain(at)[0] is '0' or '1' && hour / 100 < 24 && hour % 100 < 60 && (text.Plain(at)[0] == '0' || text.Plain(at + 1) is "hours" or "hrs"))
            {
                next = at + (text.Plain(at + 1) is "hours" or "hrs" ? 2 : 1);
                clock = new ClockPoint(hour / 100, hour % 100) { Strong = true, Exact = true };
                return true;
            }

            next = at + 1;
            clock = new ClockPoint(hour, 0) { Bare = hour <= 24, Wrong = hour > 24 };
            return text.Plain(at).Length <= 2 && !(text.Glued(next) && text.Plain(next) is "/" or ":" or "." && text.Digits(next + 1) >= 0)
                && !(text.Glued(next) && text.Is(SaidKind.Suffix, next)) && !text.Mark("%", next);
        }

        if (text.Number(at, out next, out hour) && hour is >= 1 and <= 12 && text.Plain(at) is not ("a" or "an" or "un" or "uno" or "couple" or "few" or "several")
            && (text.Plain(at) is not ("one" or "una") || text.Is(SaidKind.At, at - 1) || text.Plain(at - 1) == "la" || text.Is(SaidKind.OClock, next) || DayPart(next, out _, out _) || HalfOfDay(next, out _, out _)))
        {
            clock = new ClockPoint(hour, 0) { Bare = true };
            return true;
        }

        next = at;
        return false;
    }

    private bool HalfOfDay(int at, out int next, out bool afternoon)
    {
        afternoon = text.Is(SaidKind.Pm, at, out next);
        if (afternoon || text.Is(SaidKind.Am, at, out next))
        {
            return true;
        }

        // "9a", "7p"
        next = at + 1;
        afternoon = text.Plain(at) == "p";
        return text.Glued(at) && text.Plain(at) is "a" or "p" && text.Digits(at - 1) >= 0 && !(text.Glued(at + 1) && text.Digits(at + 1) >= 0);
    }

    private bool DayPart(int at, out int next, out int part)
    {
        var in1 = text.Plain(at) is "in" or "at" or "this" ? at + 1 : text.Plain(at) == "early" ? at : at;
        in1 = text.Plain(in1) == "the" ? in1 + 1 : in1;
        var spanish = text.Is(SaidKind.Part, at, out next, out part) && text.Plain(at) is "de" or "por" or "en" && part is >= 1 and <= 5;
        return spanish || text.Plain(at) is "in" or "at" or "this" && text.Is(SaidKind.Part, in1, out next, out part) && part is >= 1 and <= 5
            || text.Is(SaidKind.Part, at, out next, out part) && part is 5;
    }

    private static TimeSaid One(ClockPoint clock)
    {
        if (clock.Wrong)
        {
            return new TimeSaid.Impossible();
        }

        var minutes = Sensible(clock, out var other);
        return new TimeSaid.Clock(minutes, null) { OtherStart = other };
    }

    // The school's day is from seven to six: eight is in the morning, two in the afternoon, six may be either.
    private static int Sensible(ClockPoint clock, out int? other)
    {
        other = null;
        if (clock.Exact || clock.Hour is 0 or > 12)
        {
            return clock.Minutes;
        }

        other = clock.Hour == 6 ? clock.Minutes + 720 : null;
        return clock.Hour is >= 1 and <= 5 ? clock.Minutes + 720 : clock.Minutes;
    }

    private TimeSaid Range(ClockPoint first, ClockPoint last)
    {
        if (first.Wrong || last.Wrong)
        {
            return new TimeSaid.Impossible();
        }

        int start;
        int end;
        int? other = null;
        if (first.Exact)
        {
            start = first.Minutes;
            end = last.Exact ? last.Minutes : Nearest(start, last.Minutes);
        }
        else if (last.Exact)
        {
            end = last.Minutes;
            start = first.Minutes % 720;
            start = end >= 720 && start + 720 < end && !(moment.School is not null && start >= 420 && first.Hour is >= 7 and < 12 && start + 720 >= end) ? start + 720 : start;
            start = first.Hour == 12 && end > 720 ? 720 : start;
        }
        else
        {
            start = Sensible(first, out other);
            end = Nearest(start, last.Minutes);
            other = other is not null && moment.School is not null && end <= 15 * 60 ? null : other;
        }

        return end <= start && end + 1440 - start > 720 && moment.School is not null
            ? new TimeSaid.Impossible()
            : new TimeSaid.Clock(start, end <= start ? end + 1440 : end) { OtherStart = other };
    }

    // The first time after the beginning that the clock shows it.
    private static int Nearest(int start, int minutes)
    {
        var end = minutes % 720;
        while (end <= start)
        {
            end += 720;
        }

        return end;
    }

    /// <summary>An hour and a minute, as far as they were said.</summary>
    private readonly record struct ClockPoint(int Hour, int Minute)
    {
        /// <summary>It can be nothing but a time.</summary>
        public bool Strong { get; init; }

        /// <summary>A number and nothing else.</summary>
        public bool Bare { get; init; }

        /// <summary>It says which half of the day.</summary>
        public bool Exact { get; init; }

        /// <summary>Written with its minutes.</summary>
        public bool Colon { get; init; }

        /// <summary>There is no such time.</summary>
        public bool Wrong { get; init; }

        public int Minutes => (Hour * 60) + Minute;
    }
}
