namespace LibraryBot.Data.Calendar.Said;

/// <summary>Reads times that a school's bells make: "3rd period", "P2-4", "during lunch", "after school", "between 2nd and 3rd", "first thing".</summary>
internal sealed class PeriodReader(SaidText text, SaidMoment moment)
{
    private readonly IReadOnlyList<string[]> names = moment.Names?.Periods ?? [];

    /// <summary>The time that is named here.</summary>
    public bool Read(int at, out int next, out TimeSaid time)
    {
        time = new TimeSaid.AllDay();
        if (text.Is(SaidKind.AllDay, at, out next))
        {
            return true;
        }

        if (text.Is(SaidKind.Rest, at, out var of) && (text.Is(SaidKind.Day, of, out next) || text.Is(SaidKind.Relative, of, out next, out var today) && today == 0))
        {
            time = new TimeSaid.RestOfDay();
            return true;
        }

        if (moment.School is not null && text.Is(SaidKind.FirstThing, at, out next))
        {
            next = text.Is(SaidKind.Part, next, out var morning, out var part) && part == 1 && !text.Is(SaidKind.Relative, next) ? morning : next;
            time = new TimeSaid.Periods([new PeriodSaid(Place: PeriodPlace.First)]);
            return true;
        }

        return moment.School is not null && (Bound(at, out next, out time) || Between(at, out next, out time) || Range(at, out next, out time)) || Part(at, out next, out time);
    }

    private bool Part(int at, out int next, out TimeSaid time)
    {
        var start = text.Is(SaidKind.This, at, out var past) || text.Is(SaidKind.The, at, out past) ? past : at;
        start = text.Plain(at) == "last" ? at + 1 : start;
        start = text.Plain(start) == "in" ? text.Skip(SaidKind.The, start + 1) : start;
        time = new TimeSaid.AllDay();
        if ((text.Is(SaidKind.Part, at, out next, out var part) || text.Is(SaidKind.Part, start, out next, out part)) && part <= 5 && !Greeting(start))
        {
            time = new TimeSaid.Part(part == 5 ? 4 : part);
            return true;
        }

        return false;
    }

    private bool Greeting(int at) => text.Plain(at - 1) is "good" or "buenas" or "buenos";

    // "After school", "before lunch", "after 3rd period", "before first bell"
    private bool Bound(int at, out int next, out TimeSaid time)
    {
        time = new TimeSaid.AllDay();
        var after = text.Is(SaidKind.After, at, out var what);
        if (!after && !text.Is(SaidKind.Before, at, out what))
        {
            next = at;
            return false;
        }

        what = text.Skip(SaidKind.The, what);
        if (text.Is(SaidKind.Bell, what, out next, out var last) || text.Is(SaidKind.School, what, out next))
        {
            time = text.Is(SaidKind.Bell, what) && last == 0 && after ? new TimeSaid.Periods([new PeriodSaid(Place: PeriodPlace.First)])
                : after ? new TimeSaid.AfterPeriod(null)
                : text.Is(SaidKind.Bell, what) && last == 1 ? new TimeSaid.Periods([new PeriodSaid(Place: PeriodPlace.Last)])
                : new TimeSaid.BeforePeriod(null);
            return true;
        }

        if (One(what, out next, out var period))
        {
            time = after ? new TimeSaid.AfterPeriod(period) : new TimeSaid.BeforePeriod(period);
            return true;
        }

        return false;
    }

    private bool Between(int at, out int next, out TimeSaid time)
    {
        time = new TimeSaid.AllDay();
        if (text.Is(SaidKind.Between, at, out var firstAt)
            && (One(text.Skip(SaidKind.The, firstAt), out var and, out var first) || Bare(text.Skip(SaidKind.The, firstAt), out and, out first)) && text.Is(SaidKind.And, and, out var secondAt)
            && (One(text.Skip(SaidKind.The, secondAt), out next, out var second) || Bare(text.Skip(SaidKind.The, secondAt), out next, out second)))
        {
            time = new TimeSaid.BetweenPeriods(first, second);
            return !text.Is(SaidKind.NotTime, next) && !text.Is(SaidKind.Month, text.Skip(SaidKind.Of, next));
        }

        next = at;
        return false;
    }

    // "3rd period", "periods 2-4", "2nd and 3rd period", "2nd through 4th", "P2 or P4", "periods 2, 3 and 5"
    private bool Range(int at, out int next, out TimeSaid time)
    {
        var start = text.Skip(SaidKind.From, at);
        start = text.Is(SaidKind.The, start, out var the) ? the : start;
        time = new TimeSaid.AllDay();
        var listed = new List<PeriodSaid>();
        var named = One(start, out next, out var first);
        if (!named && !Bare(start, out next, out first))
        {
            next = at;
            return false;
        }

        listed.Add(first);
        PeriodSaid? last = null;
        var either = false;
        var ordinal = text.Ordinal(start, out _, out _);
        while (listed.Count < 12)
        {
            var isTo = listed.Count == 1 && text.Is(SaidKind.To, next, out var other);
            if (text.Mark(",", next) && ordinal && text.Is(SaidKind.The, start - 1))
            {
                break;
            }

            if (!isTo && !text.Is(SaidKind.And, next, out other) && !text.Is(SaidKind.Either, next, out other) && !text.Mark(",", next))
            {
                break;
            }

            var isOr = text.Is(SaidKind.Either, next);
            other = text.Mark(",", next) ? text.Is(SaidKind.And, next + 1, out var oxford) ? oxford : next + 1 : text.Is(SaidKind.To, next, out other) || text.Is(SaidKind.And, next, out other) || text.Is(SaidKind.Either, next, out other) ? other : next;
            other = text.Skip(SaidKind.The, other);
            var full = One(other, out var end, out var more);
            if (!full && !(Bare(other, out end, out more) || listed[0].Number is not null && named && !(ordinal && isTo) && Plain(other, out end, out more)) || text.Is(SaidKind.NotTime, end))
            {
                break;
            }

            named |= full;
            next = end;
            if (isTo)
            {
                last = more;
                break;
            }

            either |= isOr;
            listed.Add(more);
        }

        // Ordinals need the word, but "2nd through 4th" needs none in a school.
        if (!named && last is null || !named && (text.Is(SaidKind.Month, text.Skip(SaidKind.Of, next)) || text.Is(SaidKind.Weekday, next)) || text.Is(SaidKind.NotTime, next) && text.Plain(next) is not ("class" or "period"))
        {
            next = at;
            return false;
        }

        next = text.Plain(next) == "class" ? next + 1 : next;
        time = last is not null ? new TimeSaid.Periods(listed, last)
            : either ? new TimeSaid.Either([.. listed.Select(period => new TimeSaid.Periods([period]))])
            : new TimeSaid.Periods(listed);
        return true;
    }

    /// <summary>One period with the word that says it is one.</summary>
    public bool One(int at, out int next, out PeriodSaid period)
    {
        period = new PeriodSaid();
        foreach (var (kind, place) in new[] { (SaidKind.This, PeriodPlace.Now), (SaidKind.Next, PeriodPlace.Next), (SaidKind.Last, PeriodPlace.Last), (SaidKind.Viene, PeriodPlace.Next) })
        {
            if (text.Is(kind, at, out var word) && text.Is(SaidKind.Period, word, out next) && text.Plain(word) is not ("hora" or "horas" or "hour" or "hours" or "clase" or "clases"))
            {
                period = new PeriodSaid(Place: place);
                return true;
            }
        }

        if (text.Ordinal(at, out next, out var number) && text.Is(SaidKind.Period, next, out var end) && number <= 20)
        {
            next = end;
            next = text.Plain(next) == "de" && text.Plain(next + 1) is "clase" or "clases" ? next + 2 : next;
            period = new PeriodSaid(number);
            return !(text.Plain(end) is "piece" or "furniture");
        }

        foreach (var words in names)
        {
            if (!BellNumbered(words) && text.Stand(words, at))
            {
                next = at + words.Length;
                period = new PeriodSaid(Name: string.Join(' ', words));
                next = text.Plain(next) is "period" or "time" ? next + 1 : next;
                return true;
            }
        }

        if (text.Is(SaidKind.Lunch, at, out next))
        {
            period = new PeriodSaid(Name: "lunch");
            return true;
        }

        if (text.Is(SaidKind.Prefix, at, out var numberAt) && !text.Is(SaidKind.Number, at - 1) && text.Plain(at - 1) != "#")
        {
            numberAt = text.Plain(numberAt) is "#" or "number" or "no" or "." ? numberAt + 1 : numberAt;
            if (text.Digits(numberAt) is >= 0 and <= 99 and var digits && text.Plain(numberAt).Length <= 2 && (text.Plain(at) != "p" || text.Glued(numberAt))
                || text.Plain(at) != "p" && text.Is(SaidKind.Number, numberAt, out _, out digits) && digits is > 0 and <= 20 && text.Plain(numberAt) is not ("a" or "an" or "un" or "una"))
            {
                text.Number(numberAt, out next, out _);
                period = new PeriodSaid(digits);
                return !(text.Glued(next) && text.Digits(next) < 0 && char.IsLetter(text.Plain(next)[0]) || text.Mark(":", next) && text.Glued(next));
            }
        }

        next = at;
        return false;
    }

    private static bool BellNumbered(string[] words) => words.Length <= 3 && words.Any(word => char.IsAsciiDigit(word[0]));

    private bool Bare(int at, out int next, out PeriodSaid period)
    {
        var found = text.Ordinal(at, out next, out var number) && number <= 20 && !text.Is(SaidKind.NotTime, next);
        period = new PeriodSaid(number);
        return found;
    }

    private bool Plain(int at, out int next, out PeriodSaid period)
    {
        var found = text.Number(at, out next, out var number) && number <= 20 && !(text.Mark(":", next) && text.Glued(next)) && !text.Is(SaidKind.NotTime, next) && !text.Is(SaidKind.Pm, next) && !text.Is(SaidKind.Am, next);
        period = new PeriodSaid(number);
        return found;
    }
}
