namespace LibraryBot.Data.Calendar.Said;

/// <summary>Reads how often: "every Monday", "every other day", "Mondays and Wednesdays", "A days", "weekdays", "cada lunes", "todos los martes".</summary>
internal sealed class RecurrenceReader(SaidText text, SaidMoment moment)
{
    /// <summary>The rule that is named here.</summary>
    public bool Read(int at, out int next, out RecurrenceSaid rule)
    {
        rule = new RecurrenceSaid();
        var start = text.Skip(SaidKind.The, text.Plain(at) is "on" or "en" ? at + 1 : at);
        if (text.Is(SaidKind.Every, start, out var what, out var other))
        {
            if (Weekdays(what, out next, out var days))
            {
                rule = new RecurrenceSaid { Weekdays = days, EveryWeeks = other + 1 };
                return true;
            }

            if (CycleDay(what, out next, out var cycleDay))
            {
                rule = new RecurrenceSaid { CycleDay = cycleDay };
                return true;
            }

            var counted = text.Number(what, out var unitAt, out var count) && count is > 0 and < 100 ? count : 1;
            counted = text.Ordinal(what, out var ordinalAt, out var ordinal) && ordinal < 100 ? ordinal : counted;
            unitAt = counted == 1 ? what : text.Ordinal(what, out _, out _) ? ordinalAt : unitAt;
            if (text.Is(SaidKind.Weekday, unitAt, out next, out var weekday))
            {
                rule = new RecurrenceSaid { Weekdays = [(DayOfWeek)weekday], EveryWeeks = counted };
                return true;
            }

            if (text.Is(SaidKind.Unit, unitAt, out next, out var unit) && unit is 3 or 4 or 5 or 6 or 7 or 9)
            {
                rule = new RecurrenceSaid { EveryDays = unit is 3 or 4 ? counted * (other + 1) : 0, EveryWeeks = unit is 5 or 9 ? counted * (other + 1) : 1, Weekly = unit == 5, Rarely = unit is 6 or 7 or 9 };
                return true;
            }

            if (text.Is(SaidKind.Part, what, out next, out var part) && part <= 4)
            {
                rule = new RecurrenceSaid { EveryDays = 1, Time = new TimeSaid.Part(part) };
                return true;
            }
        }

        if (text.Is(SaidKind.Weekdays, start, out next) || text.Is(SaidKind.Daily, start, out next))
        {
            rule = new RecurrenceSaid { EveryDays = 1 };
            return true;
        }

        if (text.Is(SaidKind.Plural, start, out next, out var plural) || text.Is(SaidKind.Plural, at, out next, out plural))
        {
            if (plural == 7)
            {
                rule = new RecurrenceSaid { EveryDays = 1, Time = new TimeSaid.Part(text.Is(SaidKind.Part, start, out _, out var part) ? part : 1) };
                return !(text.Number(at - 1, out _, out _));
            }

            var first = text.Is(SaidKind.Plural, start) ? start : at;
            var of = text.Is(SaidKind.Weekday, first, out _) ? first : first + 1;
            return Weekdays(of, out next, out var days) && Rule(days, out rule);
        }

        if (CycleDay(start, out next, out var day) && text.Plain(next - 1) is "days" or "dias")
        {
            rule = new RecurrenceSaid { CycleDay = day };
            return true;
        }

        next = at;
        return false;
    }

    /// <summary>A day of the cycle by its name: "A day", "day 3", "día A".</summary>
    public bool CycleDay(int at, out int next, out string day)
    {
        foreach (var name in moment.School?.CycleDays ?? [])
        {
            var plain = SaidToken.Split(name) is [var token] ? token.Plain : name;
            var quoted = text.Plain(at + 1) is "\"" or "'" or "-" ? 1 : 0;
            // "a day" is one day; the letter of a cycle is written large.
            if (text.Plain(at) == plain && at < text.Count && (plain != "a" || text.Text[text.Tokens[at].Start] == 'A' && text.Tokens[at].Start > 0 || text.Is(SaidKind.Every, at - 1) || text.Plain(at + 1 + quoted) == "days")
                && text.Is(SaidKind.Days, at + 1 + quoted, out next) && !(plain.Length > 0 && char.IsAsciiDigit(plain[0])))
            {
                day = name;
                return true;
            }

            if (text.Is(SaidKind.Days, at, out var letter) && text.Plain(letter) == plain && (plain != "a" || text.Text[text.Tokens[letter].Start] == 'A'))
            {
                (next, day) = (letter + 1, name);
                return true;
            }
        }

        (next, day) = (at, "");
        return false;
    }

    private static bool Rule(List<DayOfWeek> days, out RecurrenceSaid rule)
    {
        rule = new RecurrenceSaid { Weekdays = days };
        return true;
    }

    private bool Weekdays(int at, out int next, out List<DayOfWeek> days)
    {
        days = [];
        next = at;
        while (days.Count < 7 && text.Is(SaidKind.Weekday, days.Count == 0 ? at : Joined(next), out var end, out var day))
        {
            days.Add((DayOfWeek)day);
            next = end;
        }

        return days.Count > 0;
    }

    private int Joined(int at)
    {
        var past = text.Mark(",", at) || text.Mark("/", at) ? at + 1 : at;
        past = text.Is(SaidKind.And, past, out var and) ? and : past;
        return past == at ? text.Count : text.Skip(SaidKind.The, past);
    }
}

/// <summary>How often somebody said.</summary>
internal sealed record RecurrenceSaid
{
    /// <summary>On these; empty where another member says when.</summary>
    public IReadOnlyList<DayOfWeek> Weekdays { get; init; } = [];

    /// <summary>Every so many weeks.</summary>
    public int EveryWeeks { get; init; } = 1;

    /// <summary>Every so many school days; 0 where weekdays or the cycle say when.</summary>
    public int EveryDays { get; init; }

    /// <summary>Once a week on the day the sentence names, else today's.</summary>
    public bool Weekly { get; init; }

    /// <summary>By months, years or weekends: understood, but no school days come of it.</summary>
    public bool Rarely { get; init; }

    /// <summary>On this day of the cycle.</summary>
    public string? CycleDay { get; init; }

    /// <summary>The part of the day the rule itself names ("mornings").</summary>
    public TimeSaid? Time { get; init; }
}
