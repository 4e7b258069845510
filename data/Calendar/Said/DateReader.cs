namespace LibraryBot.Data.Calendar.Said;

/// <summary>Reads one date: relative, by weekday, written out, or by its name in the school's calendar.</summary>
internal sealed class DateReader(SaidText text, SaidMoment moment)
{
    private readonly WrittenDateReader written = new(text, moment);
    private readonly NamedDateReader named = new(text, moment);

    /// <summary>The date that is named here, at its longest.</summary>
    public bool One(int at, out int next, out DateSaid date)
    {
        var found = Counted(at, out next, out date)
            || named.PartOfMonth(at, out next, out date)
            || Span(at, out next, out date)
            || Weekday(at, out next, out date)
            || Relative(at, out next, out date)
            || written.Read(at, out next, out date)
            || named.Read(at, out next, out date);
        if (found)
        {
            WeekdayOf(ref next, ref date);
        }

        return found;
    }

    private bool Relative(int at, out int next, out DateSaid date)
    {
        date = new DateSaid(moment.Today);
        return text.Is(SaidKind.Relative, at, out next, out var days) && Days(moment.Today, days, ref date);
    }

    private static bool Days(DateOnly from, int days, ref DateSaid date)
    {
        if (SaidMoment.Shift(from, 3, days) is not { } day)
        {
            return false;
        }

        date = new DateSaid(day);
        return true;
    }

    // "In two weeks", "3 days ago", "a week from Thursday", "2 weeks before May 13", "hace dos días", "the next five days".
    private bool Counted(int at, out int next, out DateSaid date)
    {
        date = new DateSaid(moment.Today);
        var start = text.Is(SaidKind.The, at, out var afterThe) ? afterThe : at;
        foreach (var (kind, sign) in new[] { (SaidKind.Next, 1), (SaidKind.Last, -1) })
        {
            // "next 4 business days", "the 2 upcoming months"
            if (text.Is(kind, start, out var number) && text.Number(number, out var unitAt, out var many) && text.Is(SaidKind.Unit, unitAt, out next, out var unitOf) && unitOf is >= 3 and not 8 && many < 5000
                || text.Number(start, out number, out many) && text.Is(kind, number, out unitAt) && text.Is(SaidKind.Unit, unitAt, out next, out unitOf) && unitOf is >= 3 and not 8 && many < 5000)
            {
                return Following(sign, many, unitOf == 11 ? 11 : unitOf, ref date);
            }
        }

        var isIn = text.Is(SaidKind.In, at, out var counted);
        var isAgo = text.Is(SaidKind.Hace, at, out var countedAgo);
        counted = isAgo ? countedAgo : counted;
        if (Quantity(counted, out next, out var amounts))
        {
            if (isAgo)
            {
                return Sum(moment.Today, amounts, -1, ref date);
            }

            if (text.Is(SaidKind.Ago, next, out var end))
            {
                next = end;
                return Sum(moment.Today, amounts, -1, ref date);
            }

            if (text.Is(SaidKind.Later, next, out end) && !isIn)
            {
                next = end;
                return Sum(moment.Today, amounts, 1, ref date);
            }

            var sign = text.Is(SaidKind.FromDay, next, out end) ? 1 : text.Is(SaidKind.Before, next, out end) ? -1 : 0;
            if (sign != 0 && !isIn && One(text.Is(SaidKind.The, end, out var theEnd) ? theEnd : end, out end, out var anchor))
            {
                next = end;
                return Sum(anchor.From, amounts, sign, ref date);
            }

            if (isIn)
            {
                return Sum(moment.Today, amounts, 1, ref date);
            }
        }

        next = at;
        return false;
    }

    private bool Following(int sign, int many, int unit, ref DateSaid date)
    {
        if (unit == 11)
        {
            var quarter = new DateOnly(moment.Today.Year, (((moment.Today.Month - 1) / 3) * 3) + 1, 1);
            var (first, last) = sign > 0 ? (SaidMoment.Shift(quarter, 6, 3), SaidMoment.Shift(quarter, 6, 3 + (3 * many))) : (SaidMoment.Shift(quarter, 6, -3 * many), quarter);
            if (first is null || last is not { DayNumber: > 0 } past)
            {
                return false;
            }

            date = DateSaid.Days(first.Value, past.AddDays(-1));
            return true;
        }

        var (from, to) = sign > 0
            ? (moment.Later(moment.Today, unit == 4 ? 4 : 3, 1), unit == 4 ? moment.Later(moment.Today, 4, many) : SaidMoment.Shift(moment.Today, unit, many))
            : (SaidMoment.Shift(moment.Today, unit == 4 ? 3 : unit, -many), SaidMoment.Shift(moment.Today, 3, -1));
        if (from is not { } start || to is not { } end || end < start)
        {
            return false;
        }

        date = DateSaid.Days(start, end);
        return true;
    }

    // "2 years 1 month 21 days"
    private bool Quantity(int at, out int next, out List<(int Count, int Unit)> amounts)
    {
        amounts = [];
        next = at;
        while (amounts.Count < 4
            && text.Number(amounts.Count > 0 && text.Is(SaidKind.And, next, out var past) ? past : next, out var unitAt, out var count) && count < 100_000
            && text.Is(SaidKind.Unit, unitAt, out var end, out var unit) && unit is >= 3 and not 8)
        {
            amounts.Add((count, unit));
            next = end;
        }

        return amounts.Count > 0;
    }

    private bool Sum(DateOnly from, List<(int Count, int Unit)> amounts, int sign, ref DateSaid date)
    {
        DateOnly? day = from;
        foreach (var (count, unit) in amounts)
        {
            day = day is { } so ? moment.Later(so, unit, sign * count) : null;
        }

        date = new DateSaid(day ?? from);
        return day is not null;
    }

    // "This week", "next week Monday", "last month", "the rest of the week", "la semana que viene", "the week of April 10th", "weekend".
    private bool Span(int at, out int next, out DateSaid date)
    {
        date = new DateSaid(moment.Today);
        if (text.Is(SaidKind.AllWeek, at, out next))
        {
            var modifier = 0;
            foreach (var (kind, value) in new[] { (SaidKind.Next, 1), (SaidKind.Viene, 1), (SaidKind.Last, -1), (SaidKind.This, 0) })
            {
                if (text.Is(kind, next, out var past))
                {
                    (next, modifier) = (text.Is(SaidKind.Week, past, out var week) ? week : past, value);
                    break;
                }
            }

            return Unit(5, modifier, ref date);
        }

        if (text.Is(SaidKind.WeekOf, at, out var of) && One(text.Skip(SaidKind.The, of), out next, out var inWeek))
        {
            var monday = SaidMoment.Monday(inWeek.From);
            return monday is { } first && Run(first, 3, 6, ref date, isWeek: true);
        }

        if (text.Is(SaidKind.Rest, at, out var rest))
        {
            rest = text.Skip(SaidKind.This, text.Skip(SaidKind.The, rest));
            if (text.Is(SaidKind.Unit, rest, out next, out var restOf) && restOf is 5 or 6 or 7 && Unit(restOf, 0, ref date))
            {
                date = date with { From = moment.Today, To = restOf == 5 && moment.School is null && moment.Today < date.To ? date.To : date.To };
                return true;
            }
        }

        var start = text.Skip(SaidKind.The, at);
        foreach (var (kind, value) in new[] { (SaidKind.This, 0), (SaidKind.Next, 1), (SaidKind.Last, -1), (SaidKind.Coming, 0) })
        {
            if ((text.Is(kind, start, out var unitAt) || text.Is(kind, at, out unitAt)) && text.Is(SaidKind.Unit, unitAt, out next, out var unit) && unit is 5 or 6 or 7 or 9 or 10 or 11
                && !(text.Plain(unitAt) == "quarter" && moment.School is { Terms.Count: > 0 }))
            {
                return Unit(unit, value, ref date);
            }

            if (text.Is(kind, start, out var monthAt) && text.Is(SaidKind.Month, monthAt, out next, out var month)
                && !(text.Digits(next) is > 0 and <= 31))
            {
                var year = moment.Today.Year + (value > 0 && month <= moment.Today.Month ? 1 : value < 0 && month >= moment.Today.Month ? -1 : 0);
                date = DateSaid.Days(new DateOnly(year, month, 1), new DateOnly(year, month, DateTime.DaysInMonth(year, month)));
                return true;
            }
        }

        // "la semana próxima", "el mes pasado", "el fin de semana"
        if (text.Is(SaidKind.Unit, start, out var afterUnit, out var spanish) && spanish is 5 or 6 or 7 or 9 or 11)
        {
            if (text.Is(SaidKind.Viene, afterUnit, out next))
            {
                return Unit(spanish, 1, ref date);
            }

            if (text.Spanish && text.Is(SaidKind.Pasado, afterUnit, out next))
            {
                return Unit(spanish, -1, ref date);
            }

            if (spanish == 9)
            {
                next = afterUnit;
                return Unit(9, 0, ref date);
            }
        }

        next = at;
        return false;
    }

    private bool Unit(int unit, int modifier, ref DateSaid date)
    {
        var today = moment.Today;
        switch (unit)
        {
            case 5 or 9 or 10:
                return SaidMoment.Monday(today) is { } monday
                    && SaidMoment.Shift(monday, unit == 10 ? 10 : 5, modifier) is { } week
                    && Run(unit == 9 ? week.AddDays(Math.Min(5, DateOnly.MaxValue.DayNumber - week.DayNumber)) : week, 3, unit == 9 ? 1 : unit == 10 ? 13 : 6, ref date, unit == 5);
            case 6:
                return SaidMoment.Shift(new DateOnly(today.Year, today.Month, 1), 6, modifier) is { } month && Run(month, 3, DateTime.DaysInMonth(month.Year, month.Month) - 1, ref date);
            case 7:
                return SaidMoment.Make(today.Year + modifier, 1, 1) is { } year && Run(year, 3, DateTime.IsLeapYear(year.Year) ? 365 : 364, ref date);
            case 11:
                return SaidMoment.Shift(new DateOnly(today.Year, (((today.Month - 1) / 3) * 3) + 1, 1), 11, modifier) is { } quarter
                    && SaidMoment.Shift(quarter, 11, 1) is { } end && Run(quarter, 3, end.DayNumber - quarter.DayNumber - 1, ref date);
            default:
                return false;
        }
    }

    private static bool Run(DateOnly from, int unit, int more, ref DateSaid date, bool isWeek = false)
    {
        if (SaidMoment.Shift(from, unit, more) is not { } to)
        {
            return false;
        }

        date = DateSaid.Days(from, to) with { IsWeek = isWeek };
        return true;
    }

    // "Friday", "this Friday", "next Friday", "viernes que viene", "Thursday week", "Friday the 14th", "Monday, March 3", "Monday of next week".
    private bool Weekday(int at, out int next, out DateSaid date)
    {
        date = new DateSaid(moment.Today);
        var start = text.Skip(SaidKind.The, at);
        int? modifier = text.Is(SaidKind.Coming, start, out var dayAt) ? 2
            : text.Is(SaidKind.This, start, out dayAt) ? 0
            : text.Is(SaidKind.Next, start, out dayAt) || text.Is(SaidKind.Next, at, out dayAt) ? 1
            : text.Is(SaidKind.Last, start, out dayAt) || text.Is(SaidKind.Last, at, out dayAt) ? -1 : null;
        dayAt = modifier is null ? start : dayAt;
        if (!text.Is(SaidKind.Weekday, dayAt, out next, out var weekday) || text.Plain(dayAt) is "sun" or "sat" && !Marked(dayAt, modifier is not null)
            || dayAt == start && modifier is null && IsTitle(at, dayAt, next))
        {
            next = at;
            return false;
        }

        next = text.Mark(".", next) && text.Glued(next) && next + 1 < text.Count && next - dayAt == 1 && text.Plain(dayAt).Length <= 5 ? next + 1 : next;
        // The date that comes with it says which; a weekday that is not its own is left to the caller to ask about.
        var dateAt = text.Mark(",", next) ? next + 1 : next;
        if (written.Read(dateAt, out var end, out var exact) && exact.IsDay)
        {
            next = end;
            date = exact with { Other = exact.From.DayOfWeek == (DayOfWeek)weekday || exact.Impossible ? exact.Other : new DateSaid(Coming(weekday, 0)) };
            return true;
        }

        var theDay = text.Skip(SaidKind.The, dateAt);
        if ((text.Ordinal(theDay, out end, out var number) || (text.Digits(theDay) is > 0 and <= 31 && (theDay > dateAt || theDay + 1 >= text.Count || text.Mark("!", theDay + 1)) && text.Number(theDay, out end, out number)))
            && number is >= 1 and <= 31 && !text.Is(SaidKind.Period, end) && !text.Is(SaidKind.NotTime, end)
            && (moment.School is null || theDay > dateAt || number > 12)
            && OnDay(number, (DayOfWeek)weekday) is { } match)
        {
            next = end;
            date = new DateSaid(match);
            return true;
        }

        if (text.Is(SaidKind.Viene, next, out end))
        {
            (next, modifier) = (end, 2);
            modifier = text.Plain(end - 1) == "viene" ? 2 : 1;
        }
        else if (text.Spanish && text.Is(SaidKind.Pasado, next, out end))
        {
            (next, modifier) = (end, -1);
        }
        else if (text.Is(SaidKind.Week, next, out end) && modifier is null && !(text.Digits(end) >= 0))
        {
            next = end;
            return Days(Coming(weekday, 7), 0, ref date);
        }
        else if (modifier is null && Span(text.Skip(SaidKind.Of, next), out end, out var week) && week.IsWeek)
        {
            next = end;
            return Days(week.From, (weekday + 6) % 7, ref date);
        }

        if (SaidMoment.Monday(moment.Today) is not { } monday)
        {
            return false;
        }

        var inWeek = (weekday + 6) % 7;
        switch (modifier)
        {
            case null:
                date = new DateSaid(Coming(weekday, 0)) { Weekly = true };
                return true;
            case 2:
                return Days(Coming(weekday, 0) == moment.Today ? Coming(weekday, 7) : Coming(weekday, 0), 0, ref date);
            case 0:
                return Days(monday, inWeek, ref date);
            case -1:
                return Days(monday, inWeek < moment.Today.DayNumber - monday.DayNumber && text.Plain(dayAt - 1) == "past" ? inWeek : inWeek - 7, ref date);
            default:
                return Days(monday, inWeek + 7, ref date);
        }
    }

    // The sun and "I sat" are no days: the short forms need a word before them, or a number or a time behind.
    private bool Marked(int at, bool modified) =>
        modified || at == 0 && text.Count == 1 || text.Plain(at - 1) is "on" or "every" or "for" or "until" or "by" or "," or "-" or "and" or "to" or "through" or "/"
        || text.Digits(at + 1) >= 0 || text.Is(SaidKind.Month, at + 1) || text.Is(SaidKind.Part, at + 1) || text.Mark("-", at + 1) || text.Is(SaidKind.At, at + 1);

    // "Friday the barnacle" is somebody's name, "see you Friday the library opens" is not said.
    private bool IsTitle(int at, int dayAt, int next) =>
        text.Plain(next) == "the" && next + 2 >= text.Count - 1 && text.Digits(next + 1) < 0 && char.IsLetter(text.Plain(next + 1) is { Length: > 0 } word ? word[0] : ' ')
        && !text.Ordinal(next + 1, out _, out _) && !text.Is(SaidKind.Period, next + 1) && at == dayAt
        && (dayAt == 0 || !(text.Is(SaidKind.On, dayAt - 1) || text.Is(SaidKind.Every, dayAt - 1)));

    private DateOnly? OnDay(int day, DayOfWeek weekday)
    {
        for (var months = 0; months < 14; months++)
        {
            if (SaidMoment.Shift(new DateOnly(moment.Today.Year, moment.Today.Month, 1), 6, months) is { } month
                && SaidMoment.Make(month.Year, month.Month, day) is { } date && date.DayOfWeek == weekday && date >= moment.Today)
            {
                return date;
            }
        }

        return null;
    }

    private DateOnly Coming(int weekday, int more) =>
        SaidMoment.Shift(moment.Today, 3, ((weekday - (int)moment.Today.DayOfWeek + 7) % 7) + more) ?? moment.Today;

    // "Next week Monday", "next week on Tuesday", "1st week of Oct. on Friday".
    private void WeekdayOf(ref int next, ref DateSaid date)
    {
        if (date.IsWeek)
        {
            var at = text.Mark(",", next) ? next + 1 : next;
            at = text.Is(SaidKind.On, at, out var past) && !text.Mark(",", at) ? past : at;
            if (text.Is(SaidKind.Weekday, at, out var end, out var weekday) && SaidMoment.Shift(date.From, 3, (weekday + 6) % 7) is { } day)
            {
                next = end;
                date = new DateSaid(day);
            }
        }
    }
}
