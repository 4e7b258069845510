namespace LibraryBot.Data.Calendar.Said;

/// <summary>Reads a date by its name: the school's breaks and terms, a few holidays everybody has, months, quarters and years.</summary>
internal sealed class NamedDateReader(SaidText text, SaidMoment moment)
{
    private static readonly (string[] Words, int Month, int Day)[] s_holidays =
    [
        (["christmas"], 12, 25), (["christmas", "day"], 12, 25), (["christmas", "eve"], 12, 24), (["xmas"], 12, 25), (["navidad"], 12, 25),
        (["independence", "day"], 7, 4), (["new", "year", "'", "s", "day"], 1, 1), (["new", "years", "day"], 1, 1), (["new", "year", "'", "s", "eve"], 12, 31),
        (["halloween"], 10, 31), (["valentine", "'", "s", "day"], 2, 14), (["valentines", "day"], 2, 14), (["veterans", "day"], 11, 11),
        (["cinco", "de", "mayo"], 5, 5), (["juneteenth"], 6, 19), (["earth", "day"], 4, 22),
    ];

    // By themselves they name no break: "the winter break" is "winter", "vacaciones de invierno" is "invierno".
    private static readonly string[] s_generic =
    [
        "day", "days", "break", "holiday", "holidays", "vacation", "recess", "workday", "teacher", "a", "the", "dia", "dias", "vacaciones", "receso", "trabajo", "feriado",
        "maestros", "de", "del", "los", "las", "la", "el", "jr", ".", "'", "’", "s",
    ];

    private readonly WrittenDateReader written = new(text, moment);

    /// <summary>Whether one of the holidays everybody has may begin with a word.</summary>
    public static bool MayBegin(string word) => word is "easter" or "q" or "h" || Array.Exists(s_holidays, holiday => holiday.Words[0] == word);

    /// <summary>The date that is named here.</summary>
    public bool Read(int at, out int next, out DateSaid date) =>
        Closure(at, out next, out date) || Term(at, out next, out date) || Holiday(at, out next, out date)
        || QuarterOf(at, out next, out date) || Month(at, out next, out date) || YearAlone(at, out next, out date);

    private bool Closure(int at, out int next, out DateSaid date)
    {
        foreach (var (closed, words) in moment.Names?.Closed ?? [])
        {
            if (closed.To >= moment.Today && Named(at, words, out next))
            {
                date = closed.From == closed.To ? new DateSaid(closed.From) : DateSaid.Days(closed.From < moment.Today ? moment.Today : closed.From, closed.To);
                return true;
            }
        }

        return None(at, out next, out date);
    }

    // The whole name, or its own words in order with any of the general ones around them.
    private bool Named(int at, string[] words, out int next)
    {
        next = at;
        var start = at;
        if (!words.Contains(text.Plain(at)) && text.Plain(at) is not ("the" or "el" or "la" or "las" or "los"))
        {
            return false;
        }

        var own = words.Where(word => !s_generic.Contains(word)).ToList();
        if (own.Count == 0 || own.All(word => word.Length < 4))
        {
            return false;
        }

        while (start < text.Count && s_generic.Contains(text.Plain(start)) && words.Contains(text.Plain(start)) && start - at < 4)
        {
            start++;
        }

        var place = start;
        foreach (var word in own)
        {
            while (place < text.Count && place > start && s_generic.Contains(text.Plain(place)) && text.Plain(place) != word)
            {
                place++;
            }

            if (text.Plain(place) != word)
            {
                return false;
            }

            place++;
        }

        // A season or a saint's name by itself is not yet the break: "winter" is, "Lincoln" is not said of a day.
        while (place < text.Count && s_generic.Contains(text.Plain(place)) && text.Plain(place).Length > 2 && !text.Is(SaidKind.The, place) && !text.Is(SaidKind.Of, place))
        {
            place++;
        }

        var before = text.Plain(start - 1);
        var after = text.Plain(place - 1);
        if (own.Count == 1 && own[0] is "winter" or "spring" or "summer" or "fall" or "election" or "labor" or "teacher" or "invierno" or "primavera" or "verano" or "presidents" or "veterans"
            && !s_generic.Contains(after) && !(start > at && before.Length > 1))
        {
            return false;
        }

        next = place;
        return true;
    }

    private bool Term(int at, out int next, out DateSaid date)
    {
        var start = text.Skip(SaidKind.The, at);
        foreach (var (term, words) in moment.Names?.Terms ?? [])
        {
            if (text.Stand(words, start))
            {
                next = start + words.Length;
                date = DateSaid.Days(term.From, term.To);
                return true;
            }
        }

        // "this quarter", "the semester", "este semestre"
        var unit = text.Is(SaidKind.This, at, out var past) ? past : start;
        if (unit > at && text.Plain(unit) is "quarter" or "semester" or "term" or "semestre" or "trimestre" && moment.School is { } school
            && school.Terms.Where(term => term.From <= moment.Today && moment.Today <= term.To && term.Name.Values.Any(name => SaidToken.Split(name).Any(token => token.Plain == text.Plain(unit)))).FirstOrDefault() is { } current)
        {
            next = unit + 1;
            date = DateSaid.Days(current.From, current.To);
            return true;
        }

        return None(at, out next, out date);
    }

    private bool Holiday(int at, out int next, out DateSaid date)
    {
        var longest = s_holidays.Where(holiday => text.Stand(holiday.Words, at))
            .OrderByDescending(holiday => holiday.Words.Length).FirstOrDefault();
        var easter = text.Plain(at) == "easter";
        if (longest.Words is null && !easter)
        {
            return None(at, out next, out date);
        }

        next = at + (longest.Words?.Length ?? 1);
        var monday = easter && text.Plain(next) == "monday";
        next = monday || easter && text.Plain(next) == "sunday" ? next + 1 : next;
        var said = written.Year(next, out var end, out var year);
        next = said ? end : next;
        for (var inYear = said ? year : moment.Today.Year; inYear <= (said ? year : moment.Today.Year + 1); inYear++)
        {
            var found = easter ? Easter(inYear).AddDays(monday ? 1 : 0) : SaidMoment.Make(inYear, longest.Month, longest.Day);
            if (found is { } day && (said || day >= moment.Today))
            {
                date = new DateSaid(day) { YearSaid = said, Yearly = !said };
                return true;
            }
        }

        return None(at, out next, out date);
    }

    // The anonymous Gregorian rule (Meeus).
    private static DateOnly Easter(int year)
    {
        var (century, inCentury, golden) = (year / 100, year % 100, year % 19);
        var epact = ((19 * golden) + century - (century / 4) - ((century - ((century + 8) / 25) + 1) / 3) + 15) % 30;
        var weekday = (32 + (2 * (century % 4)) + (2 * (inCentury / 4)) - epact - (inCentury % 4)) % 7;
        var late = (golden + (11 * epact) + (22 * weekday)) / 451;
        var sum = epact + weekday - (7 * late) + 114;
        return new DateOnly(year, sum / 31, (sum % 31) + 1);
    }

    /// <summary>A week or a weekday of a month or a year.</summary>
    // "The last week of July", "first week of 2015", "week 31", "the first Monday of next month"
    public bool PartOfMonth(int at, out int next, out DateSaid date)
    {
        var start = text.Skip(SaidKind.The, at);
        if (text.Plain(start) == "week" && text.Digits(start + 1) is >= 1 and <= 53 and var numbered)
        {
            next = start + 2;
            var year = moment.Today.Year;
            if (text.Is(SaidKind.Last, text.Skip(SaidKind.Of, next), out var end) && text.Plain(end) == "year")
            {
                (next, year) = (end + 1, year - 1);
            }

            return IsoWeek(year, numbered, out date);
        }

        var last = text.Is(SaidKind.Last, start, out var of);
        if (last || text.Ordinal(start, out of, out _))
        {
            text.Ordinal(start, out _, out var number);
            if (text.Is(SaidKind.Unit, of, out var ofWhat, out var unit) && unit == 5 && text.Is(SaidKind.Of, ofWhat, out var monthAt) && number <= 5)
            {
                if (Month(monthAt, out next, out var month, needsWord: false))
                {
                    // A week belongs to the month that has its Thursday.
                    var first = SaidMoment.Monday(month.From);
                    first = first is { } monday && SaidMoment.Shift(monday, 3, 3) is { } thursday && thursday.Month != month.From.Month ? SaidMoment.Shift(monday, 5, 1) : first;
                    var count = last ? (month.To.DayNumber - (first?.DayNumber ?? 0) - 3) / 7 : number - 1;
                    return Week(first is { } from ? SaidMoment.Shift(from, 5, count) : null, out date);
                }

                if (written.Year(monthAt, out next, out var year) && !last)
                {
                    return IsoWeek(year, number, out date);
                }
            }

            if (text.Is(SaidKind.Weekday, of, out ofWhat, out var weekday) && text.Is(SaidKind.Of, ofWhat, out monthAt)
                && (Month(monthAt, out next, out var inMonth, needsWord: false) || NextMonth(monthAt, out next, out inMonth)))
            {
                var day = last
                    ? inMonth.To.AddDays(-(((int)inMonth.To.DayOfWeek - weekday + 7) % 7))
                    : inMonth.From.AddDays(((weekday - (int)inMonth.From.DayOfWeek + 7) % 7) + (7 * (number - 1)));
                date = new DateSaid(day);
                return number <= 5;
            }
        }

        return None(at, out next, out date);
    }

    private bool NextMonth(int at, out int next, out DateSaid date)
    {
        var first = new DateOnly(moment.Today.Year, moment.Today.Month, 1);
        var step = text.Is(SaidKind.Next, at, out var unit) ? 1 : text.Is(SaidKind.This, at, out unit) ? 0 : -1;
        if (step >= 0 && text.Is(SaidKind.Unit, unit, out next, out var kind) && kind == 6 && SaidMoment.Shift(first, 6, step) is { } month)
        {
            date = DateSaid.Days(month, month.AddDays(DateTime.DaysInMonth(month.Year, month.Month) - 1));
            return true;
        }

        return None(at, out next, out date);
    }

    private bool QuarterOf(int at, out int next, out DateSaid date)
    {
        if (moment.School is null)
        {
            var year = 0;
            var yearFirst = written.Year(at, out var start, out year) && text.Digits(at) > 0;
            var letter = yearFirst ? text.Mark("-", start) ? start + 1 : start : at;
            if (text.Plain(letter) is "q" or "h" && text.Glued(letter + 1) && text.Digits(letter + 1) is >= 1 and <= 4 and var number && (text.Plain(letter) == "q" || number <= 2))
            {
                next = letter + 2;
                var yearAt = text.Mark("-", next) ? next + 1 : text.Skip(SaidKind.Of, next);
                if (yearFirst || written.Year(yearAt, out next, out year))
                {
                    var months = text.Plain(letter) == "q" ? 3 : 6;
                    return Months(year, ((number - 1) * months) + 1, months, out date);
                }
            }
        }

        return None(at, out next, out date);
    }

    private bool Month(int at, out int next, out DateSaid date) => Month(at, out next, out date, needsWord: true);

    // "May" and "March" are verbs too: alone they need a word before them that only a month can follow.
    private bool Month(int at, out int next, out DateSaid date, bool needsWord)
    {
        if (!text.Is(SaidKind.Month, at, out next, out var month))
        {
            return None(at, out next, out date);
        }

        next = text.Mark(".", next) && text.Glued(next) && text.Plain(at).Length <= 4 && next + 1 < text.Count && written.Year(next + 1, out _, out _) ? next + 1 : next;
        var yearAt = text.Is(SaidKind.Of, next, out var of) ? of : text.Mark("/", next) || text.Mark(",", next) ? next + 1 : next;
        if (written.Year(yearAt, out var end, out var year))
        {
            next = end;
            return Months(year, month, 1, out date) && Mark(ref date, month, yearSaid: true);
        }

        if (needsWord && (moment.School is not null || text.Plain(at) is "may" or "march" or "mar" or "sep" or "dec" or "jan" or "jun" or "ene" or "dic" or "abr")
            && !(at > 0 && (text.Is(SaidKind.From, at - 1) || text.Is(SaidKind.In, at - 1) || text.Is(SaidKind.To, at - 1) || text.Is(SaidKind.Of, at - 1) || text.Is(SaidKind.After, at - 1)
                || text.Is(SaidKind.Before, at - 1) || text.Plain(at - 1) is "by" or "during" or "since" or "until" or "mid")))
        {
            return None(at, out next, out date);
        }

        year = moment.Today.Year + (month < moment.Today.Month ? 1 : 0);
        return Months(year, month, 1, out date) && Mark(ref date, month, yearSaid: false);
    }

    private static bool Mark(ref DateSaid date, int month, bool yearSaid)
    {
        date = date with { Month = month, YearSaid = yearSaid, Yearly = !yearSaid };
        return true;
    }

    private bool YearAlone(int at, out int next, out DateSaid date)
    {
        var start = text.Plain(at) == "year" ? at + 1 : at;
        // "2014-2018"
        if (moment.School is null && start == at && text.Plain(at).Length == 4 && text.Plain(at + 2).Length == 4 && text.Plain(at + 1) is "-" && text.Digits(at) is >= 1900 and <= 2100 and var first
            && text.Digits(at + 2) is >= 1900 and <= 2100 and var last && first < last && !text.Glued(at) && !text.Mark("-", at + 3))
        {
            next = at + 3;
            return Months(first, 1, 12 * (last - first), out date) && Mark(ref date, 0, yearSaid: true);
        }

        if (moment.School is null && written.Year(start, out next, out var year) && (start > at || text.Digits(start) < 0 || year is >= 1900 and <= 2100 && !text.Glued(start) && !text.Glued(next)
            || text.Glued(next) && text.Plain(next) is "." or "," or "?" or "-" && !text.Glued(next + 1) && !text.Glued(start)))
        {
            return Months(year, 1, 12, out date) && Mark(ref date, 0, yearSaid: true);
        }

        return None(at, out next, out date);
    }

    private static bool Months(int year, int month, int count, out DateSaid date)
    {
        var from = SaidMoment.Make(year, month, 1);
        var end = from is { } start ? SaidMoment.Shift(start, 6, count) : null;
        date = end is { } past ? DateSaid.Days(from!.Value, past.AddDays(-1)) : new DateSaid(DateOnly.MinValue);
        return end is not null;
    }

    private static bool IsoWeek(int year, int week, out DateSaid date) =>
        Week(SaidMoment.Make(year, 1, 4) is { } fourth && SaidMoment.Monday(fourth) is { } monday ? SaidMoment.Shift(monday, 5, week - 1) : null, out date);

    private static bool Week(DateOnly? monday, out DateSaid date)
    {
        var sunday = monday is { } first ? SaidMoment.Shift(first, 3, 6) : null;
        date = sunday is { } last ? DateSaid.Days(monday!.Value, last) with { IsWeek = true } : new DateSaid(DateOnly.MinValue);
        return sunday is not null;
    }

    private static bool None(int at, out int next, out DateSaid date)
    {
        (next, date) = (at, new DateSaid(DateOnly.MinValue));
        return false;
    }
}
