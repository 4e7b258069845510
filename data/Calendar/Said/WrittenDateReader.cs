namespace LibraryBot.Data.Calendar.Said;

/// <summary>Reads a date that is written out: 2026-03-14, 3/14/26, 14 March, March 14th, "el 14 de marzo", "the 14th", April, 2026.</summary>
internal sealed class WrittenDateReader(SaidText text, SaidMoment moment)
{
    /// <summary>The date that is written here.</summary>
    public bool Read(int at, out int next, out DateSaid date) =>
        Iso(at, out next, out date) || Numeric(at, out next, out date) || DayMonth(at, out next, out date) || MonthDay(at, out next, out date) || DayOfMonth(at, out next, out date);

    /// <summary>Four digits that are a year, or "two thousand and twenty", "'26" after a month.</summary>
    public bool Year(int at, out int next, out int year)
    {
        next = at + 1;
        year = text.Digits(at);
        if (year is >= 1000 and <= 2999 && text.Plain(at).Length == 4)
        {
            return true;
        }

        if (text.Number(at, out var thousand, out year) && text.Digits(at) < 0 && text.Plain(thousand) is "thousand" or "hundred" or "mil" && year is 1 or 2 or (>= 10 and <= 20))
        {
            year *= text.Plain(thousand) == "hundred" ? 100 : 1000;
            next = thousand + 1;
            if (text.Number(text.Skip(SaidKind.And, next), out var end, out var rest) && rest < 100)
            {
                (next, year) = (end, year + rest);
            }

            return year is >= 1000 and <= 2999;
        }

        if (text.Digits(at) < 0 && text.Number(at, out var tens, out var century) && century is 19 or 20 && text.Digits(tens) < 0 && text.Number(tens, out var done, out var ten) && ten is >= 10 and < 100)
        {
            (next, year) = (done, (century * 100) + ten);
            return true;
        }

        (next, year) = (at, 0);
        return false;
    }

    private bool Iso(int at, out int next, out DateSaid date)
    {
        if (Year(at, out var mark, out var year) && text.Digits(at) > 0 && Separator(mark, out var second) && text.Mark(text.Plain(mark), second + 1) && Separator(second + 1, out var third))
        {
            next = third + 1;
            var month = text.Is(SaidKind.Month, second, out _, out var named) ? named : text.Digits(second);
            var day = text.Digits(third);
            if (text.Is(SaidKind.Month, third, out _, out named))
            {
                (month, day) = (named, text.Digits(second));
            }

            return Exact(year, month, day, out date) && !More(next);
        }

        if (text.Plain(at).Length == 8 && text.Digits(at) is var packed and > 19000101 and < 21000000)
        {
            next = at + 1;
            return Exact(packed / 10000, packed / 100 % 100, packed % 100, out date) && !date.Impossible;
        }

        return None(at, out next, out date);
    }

    private bool Numeric(int at, out int next, out DateSaid date)
    {
        var first = text.Digits(at);
        if (first < 0 || text.Glued(at) && (text.Digits(at - 1) >= 0 || text.Plain(at - 1) is "/" or "." or "$" or ":") || !Separator(at + 1, out var secondAt))
        {
            return None(at, out next, out date);
        }

        var mark = text.Plain(at + 1);
        var monthNamed = text.Is(SaidKind.Month, secondAt, out _, out var named);
        var second = monthNamed ? named : text.Digits(secondAt);
        next = secondAt + 1;
        var year = 0;
        var hasYear = text.Mark(mark, next) && Separator(next, out var yearAt) && (year = text.Digits(yearAt)) >= 0 && text.Plain(yearAt).Length is 2 or 4;
        if (hasYear)
        {
            next += 2;
            year = year < 100 ? year < 40 ? 2000 + year : 1900 + year : year;
        }
        else if (text.Mark(mark, next) && text.Glued(next) && text.Is(SaidKind.Month, next + 1, out _, out var last) && second > 31)
        {
            next += 2;
            return Exact(second, last, first, out date);
        }

        if (!hasYear && (mark == "-" && !monthNamed || mark == "." && !monthNamed && (second is < 1 or > 12 && first is < 1 or > 12 || text.Plain(secondAt).Length > 2 || first == 0)))
        {
            return None(at, out next, out date);
        }

        if (monthNamed)
        {
            if (!hasYear && Year(text.Skip(SaidKind.Of, next), out var end, out year))
            {
                (next, hasYear) = (end, true);
            }

            return first is >= 1 and <= 31 ? hasYear ? Exact(year, second, first, out date) : Yearly(second, first, out date) : None(at, out next, out date);
        }

        // 22/04 can only be a day and a month; 3/4 is what the reader's language makes of it.
        var (month, day) = second > 12 ? (first, second) : first > 12 || moment.DayFirst || mark == "." && text.Plain(at).Length == 2 && text.Plain(secondAt).Length == 2 ? (second, first) : (first, second);
        if (month is < 1 or > 12 || day is < 1 or > 31 || text.Plain(at).Length > 2 || text.Plain(secondAt).Length > 2 || More(next) || !hasYear && text.Is(SaidKind.NotTime, next))
        {
            return None(at, out next, out date);
        }

        return hasYear ? Exact(year, month, day, out date) : Yearly(month, day, out date);
    }

    // "14 March 2026", "14th of March", "el 14 de marzo de 2026", "the fourth of July"
    private bool DayMonth(int at, out int next, out DateSaid date)
    {
        var start = text.Skip(SaidKind.Next, text.Skip(SaidKind.The, at));
        start = start < text.Count && text.Spanish && text.Plain(start) == "dia" ? start + 1 : start;
        if ((text.Ordinal(start, out var monthAt, out var day) || text.Number(start, out monthAt, out day)) && day is >= 1 and <= 31)
        {
            monthAt = text.Is(SaidKind.Day, monthAt, out var past) ? past : monthAt;
            monthAt = text.Skip(SaidKind.Of, text.Mark("-", monthAt) || text.Mark("/", monthAt) ? monthAt + 1 : monthAt);
            if (text.Is(SaidKind.Month, monthAt, out next, out var month) && !(text.Digits(start) >= 0 && text.Plain(start - 1) == "$" && start > 0))
            {
                next = Dot(next);
                return WithYear(ref next, month, day, out date);
            }
        }

        return None(at, out next, out date);
    }

    // "March 14th, 2026", "Jan/3", "marzo 14", "feb 30"
    private bool MonthDay(int at, out int next, out DateSaid date)
    {
        if (text.Is(SaidKind.Month, at, out next, out var month))
        {
            next = Dot(next);
            var dayAt = text.Mark("/", next) || text.Mark("-", next) && text.Glued(next) && text.Glued(next + 1) ? next + 1 : next;
            dayAt = text.Is(SaidKind.The, dayAt, out var past) ? past : dayAt;
            if ((text.Ordinal(dayAt, out var end, out var day) || text.Number(dayAt, out end, out day) && text.Plain(dayAt) is not ("a" or "an" or "one" or "un" or "una")) && day is >= 1 and <= 31
                && text.Plain(dayAt).Length <= 10 && !(text.Digits(dayAt) >= 0 && (text.Plain(dayAt).Length > 2 || text.Mark(":", end) || text.Is(SaidKind.Am, end) || text.Is(SaidKind.Pm, end))) && !text.Is(SaidKind.NotTime, end))
            {
                next = end;
                return WithYear(ref next, month, day, out date);
            }
        }

        return None(at, out next, out date);
    }

    // "The 14th", "el día 14", "the 15th day of next month"
    private bool DayOfMonth(int at, out int next, out DateSaid date)
    {
        var spanish = text.Spanish && (text.Plain(at) is "el" or "dia");
        var start = text.Is(SaidKind.The, at, out var past) ? past : at;
        start = text.Spanish && text.Plain(start) == "dia" ? start + 1 : start;
        if (start > at && start < text.Count && (text.Ordinal(start, out next, out var day) || spanish && text.Digits(start) > 0 && text.Number(start, out next, out day)) && day is >= 1 and <= 31
            && !text.Is(SaidKind.Period, next) && !text.Is(SaidKind.NotTime, next) && !text.Is(SaidKind.Unit, next) && !text.Is(SaidKind.Weekday, next)
            && !(spanish && day < 13 && text.Is(SaidKind.Suffix, start + 1) && text.Glued(start + 1))
            && (text.Digits(start) >= 0 || next >= text.Count || !char.IsLetter(text.Plain(next)[0]) || text.Is(SaidKind.Of, next)))
        {
            var first = new DateOnly(moment.Today.Year, moment.Today.Month, 1);
            var of = text.Skip(SaidKind.Of, next);
            var forced = false;
            if (text.Is(SaidKind.This, of, out var unit) && text.Is(SaidKind.Unit, unit, out var end, out var kind) && kind == 6)
            {
                (next, forced) = (end, true);
            }
            else if (text.Is(SaidKind.Next, of, out unit) && text.Is(SaidKind.Unit, unit, out end, out kind) && kind == 6)
            {
                (next, forced) = (end, true);
                first = SaidMoment.Shift(first, 6, 1) ?? first;
            }

            for (var months = 0; months < 4; months++)
            {
                if (SaidMoment.Shift(first, 6, months) is { } month && SaidMoment.Make(month.Year, month.Month, day) is { } found && (forced || found >= moment.Today))
                {
                    date = new DateSaid(found);
                    return true;
                }
            }
        }

        return None(at, out next, out date);
    }

    private bool WithYear(ref int next, int month, int day, out DateSaid date)
    {
        var at = text.Mark(",", next) || text.Mark("-", next) || text.Mark("/", next) ? next + 1 : next;
        at = text.Is(SaidKind.Of, at, out var of) ? of : at;
        if (Year(at, out var end, out var year) && !text.Is(SaidKind.NotTime, end))
        {
            next = end;
            return Exact(year, month, day, out date);
        }

        if ((text.Mark("'", next) || text.Mark("’", next)) && text.Digits(next + 1) is >= 0 and < 100 and var two)
        {
            next += 2;
            return Exact(2000 + two, month, day, out date);
        }

        return Yearly(month, day, out date);
    }

    private static bool Exact(int year, int month, int day, out DateSaid date)
    {
        var made = SaidMoment.Make(year, month, day);
        date = new DateSaid(made ?? DateOnly.MinValue) { Impossible = made is null, YearSaid = true, Month = month };
        return year is >= 1000 and <= 9999 && month is >= 1 and <= 12 && day is >= 1 and <= 31;
    }

    // A day that only a leap year has waits for one.
    private bool Yearly(int month, int day, out DateSaid date)
    {
        for (var years = 0; years < 9; years++)
        {
            if (SaidMoment.Make(moment.Today.Year + years, month, day) is { } found && found >= moment.Today)
            {
                date = new DateSaid(found) { Yearly = true, Month = month };
                return true;
            }
        }

        date = new DateSaid(DateOnly.MinValue) { Impossible = true, Month = month };
        return true;
    }

    private bool Separator(int at, out int next)
    {
        next = at + 1;
        return text.Plain(at) is "/" or "-" or "." && text.Glued(at) && text.Glued(next) && (text.Digits(next) >= 0 || text.Is(SaidKind.Month, next));
    }

    private bool More(int at) => text.Glued(at) && (text.Digits(at) >= 0 || text.Plain(at) is "/" or "." && text.Glued(at + 1) && text.Digits(at + 1) >= 0);

    private int Dot(int at) => text.Mark(".", at) && text.Glued(at) && (text.Digits(at + 1) >= 0 || text.Plain(at - 1).Length <= 4) && at + 1 < text.Count ? at + 1 : at;

    private static bool None(int at, out int next, out DateSaid date)
    {
        (next, date) = (at, new DateSaid(DateOnly.MinValue));
        return false;
    }
}
