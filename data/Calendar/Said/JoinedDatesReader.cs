namespace LibraryBot.Data.Calendar.Said;

/// <summary>Reads dates that belong together: from one to another, one after or before which it is to be, some with "and" or "or" between them.</summary>
internal sealed class JoinedDatesReader(SaidText text, SaidMoment moment, DateReader dates, PeriodReader periods)
{
    /// <summary>Reads the dates that begin at a place.</summary>
    /// <param name="at">The place.</param>
    /// <param name="phrase">Is given them, and whether one of them is meant or all.</param>
    /// <param name="next">The place after them.</param>
    /// <returns>Whether there are any.</returns>
    public bool Read(int at, PhraseSaid phrase, out int next)
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

        var isRange = between ? text.Is(SaidKind.And, next, out var lastAt) || text.Is(SaidKind.To, next, out lastAt) : text.Is(SaidKind.To, next, out lastAt);
        if (isRange && (Last(first, lastAt, out var end, out var last)))
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
