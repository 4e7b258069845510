namespace LibraryBot.Data.Calendar.Said;

/// <summary>Turns a phrase into the intervals it means at a school, or into why it means none.</summary>
internal sealed class PhraseResolver(SchoolCalendar school, DateTimeOffset now)
{
    /// <summary>How many days a phrase may reach: a school year.</summary>
    private const int LongestRun = 366;

    private readonly SchoolTimes times = new(school, now);
    private readonly DateOnly today = school.DateAt(now);

    /// <summary>When a phrase means.</summary>
    public SchoolTime Resolve(JoinedPhrase joined, SaidText text)
    {
        var phrase = joined.Said;
        if (phrase.Dates.Exists(date => date.Impossible) || phrase.Until is { Impossible: true })
        {
            return new SchoolTime.Invalid(InvalidTime.Date, Words(joined, text));
        }

        if (phrase.Time is TimeSaid.Impossible)
        {
            return new SchoolTime.Invalid(InvalidTime.Clock, Words(joined, text));
        }

        var answers = Readings(phrase).Select(reading => One(reading, joined, text)).ToList();
        var clear = answers.OfType<SchoolTime.Found>().DistinctBy(found => string.Join('|', found.Intervals.Select(interval => interval.Start.UtcTicks))).ToList();
        return answers.Count == 1 ? answers[0] : clear.Count > 1 ? new SchoolTime.Ambiguous(clear) : clear.Count == 1 ? clear[0] : answers[0];
    }

    private static string Words(JoinedPhrase joined, SaidText text) =>
        string.Join(' ', joined.Pieces.Order().Select(piece => text.Text[text.Tokens[piece.First].Start..text.Tokens[piece.Next - 1].End]));

    // One reading for each thing the phrase may mean; at most one of its parts is unclear in practice.
    private static IEnumerable<PhraseSaid> Readings(PhraseSaid phrase)
    {
        if (phrase is { Either: true, Dates.Count: > 1 })
        {
            return phrase.Dates.SelectMany(date => Readings(With(phrase, date)));
        }

        if (phrase.Dates is [{ Other: { } other } date])
        {
            return new[] { date with { Other = null }, other }.Select(each => With(phrase, each));
        }

        return phrase.Time switch
        {
            TimeSaid.Either either => either.Times.Select(time => With(phrase, time)),
            TimeSaid.Clock { OtherStart: { } later } clock =>
                [With(phrase, clock with { OtherStart = null }), With(phrase, clock with { Start = later, End = clock.End is { } end ? end + later - clock.Start : null, OtherStart = null })],
            _ => [phrase],
        };
    }

    private static PhraseSaid With(PhraseSaid phrase, DateSaid date)
    {
        var copy = phrase.Copy();
        copy.Either = false;
        copy.Dates.Clear();
        copy.Dates.Add(date);
        return copy;
    }

    private static PhraseSaid With(PhraseSaid phrase, TimeSaid time)
    {
        var copy = phrase.Copy();
        copy.Time = time;
        return copy;
    }

    private SchoolTime One(PhraseSaid phrase, JoinedPhrase joined, SaidText text)
    {
        if (phrase.Every is { } every)
        {
            return Series(phrase, every) ?? NoSuchPeriod();
        }

        if (phrase.CycleDay is { } cycleDay)
        {
            return Next(phrase, date => string.Equals(school.CycleDayOn(date), cycleDay, StringComparison.Ordinal)) is { } next ? Found([next], phrase) : NoSuchPeriod();
        }

        if (phrase.Dates.Count == 0)
        {
            return NextFound(phrase) ?? NoSuchPeriod();
        }

        var intervals = new List<SchoolInterval>();
        var leftOut = new List<SchoolDay.Closed>();
        var missing = false;
        foreach (var date in phrase.Dates.SelectMany(Days).Distinct().Order().Take(LongestRun))
        {
            if (school.On(date) is SchoolDay.Closed closed)
            {
                leftOut.Add(closed);
            }
            else if (times.On(date, phrase.Time, phrase.Duration) is { } found)
            {
                intervals.AddRange(found);
            }
            else
            {
                missing = true;
            }
        }

        // A weekday whose time is over means the one of next week.
        if (phrase.Dates is [{ Weekly: true } weekly] && weekly.From == today && intervals.Count > 0 && intervals.TrueForAll(IsOver) && weekly.From.DayNumber + 7 <= DateOnly.MaxValue.DayNumber)
        {
            return One(With(phrase, new DateSaid(weekly.From.AddDays(7))), joined, text);
        }

        var ahead = intervals.Where(interval => !IsOver(interval)).OrderBy(interval => interval.Start).ToList();
        if (ahead.Count > 0)
        {
            return Found(ahead, phrase, [.. leftOut.Where(day => day.Closure is not null && day.Date >= today)]);
        }

        if (intervals.Count > 0 || phrase.Dates.TrueForAll(date => (date.Before ? date.From : date.To) < today))
        {
            return new SchoolTime.Past(intervals, Next(phrase, _ => true));
        }

        return leftOut.FirstOrDefault(day => day.Date >= today) is { } day ? new SchoolTime.Closed(day, school.NextSchoolDay(day.Date))
            : missing ? NoSuchPeriod()
            : new SchoolTime.None();

        SchoolTime NoSuchPeriod() => new SchoolTime.Invalid(InvalidTime.Period, Words(joined, text));
    }

    private bool IsOver(SchoolInterval interval) => interval.End <= now || !interval.EndSaid && interval.Start < now;

    private IEnumerable<DateOnly> Days(DateSaid date)
    {
        var from = date.Before ? today : date.From;
        var to = date.Before ? date.From.DayNumber > 0 ? date.From.AddDays(-1) : date.From : date.To;
        for (var number = from.DayNumber; number <= to.DayNumber && number - from.DayNumber <= LongestRun; number++)
        {
            yield return DateOnly.FromDayNumber(number);
        }
    }

    private static SchoolTime.Found Found(IReadOnlyList<SchoolInterval> intervals, PhraseSaid phrase, IReadOnlyList<SchoolDay.Closed>? leftOut = null) =>
        new(intervals, leftOut ?? [], phrase.Time is not null);

    // A time without a date is the next one that is not over.
    private SchoolTime.Found? NextFound(PhraseSaid phrase)
    {
        for (DateOnly? day = school.IsSchoolDay(today) ? today : school.NextSchoolDay(today); day is { } date && date.DayNumber - today.DayNumber <= LongestRun; day = school.NextSchoolDay(date))
        {
            if (times.On(date, phrase.Time, phrase.Duration) is { Count: > 0 } found && found.TrueForAll(interval => !IsOver(interval)))
            {
                return Found(found, phrase);
            }
        }

        return null;
    }

    private SchoolInterval? Next(PhraseSaid phrase, Func<DateOnly, bool> fits)
    {
        for (DateOnly? day = school.IsSchoolDay(today) ? today : school.NextSchoolDay(today); day is { } date && date.DayNumber - today.DayNumber <= LongestRun; day = school.NextSchoolDay(date))
        {
            if (fits(date) && times.On(date, phrase.Time, phrase.Duration) is { Count: > 0 } found && !IsOver(found[0]))
            {
                return found[0];
            }
        }

        return null;
    }

    private SchoolTime? Series(PhraseSaid phrase, RecurrenceSaid every)
    {
        if (every.Rarely)
        {
            return new SchoolTime.None();
        }

        // "Every Monday for four weeks": the length is the series', not the time's. "Daily this week" has its run as a date.
        var weeks = phrase.Duration is { Days: > 0, Minutes: 0, Periods: 0 } length ? length.Days : 0;
        var run = phrase.Dates.FirstOrDefault(date => !date.IsDay);
        var named = phrase.Dates.FirstOrDefault(date => date.IsDay);
        var from = run?.From ?? named?.From ?? today;
        from = from < today ? today : from;
        DateOnly? until = phrase.Until is { } end ? end.IsDay ? end.To : end.From.DayNumber > 0 && end.Month == 0 ? end.From.AddDays(-1) : end.To : run?.To;
        var last = until ?? (weeks > 0 ? Limit(from, weeks - 1) : EndOfTerm(from));
        var weekdays = every.Weekly ? [(named?.From ?? from).DayOfWeek] : every.Weekdays;
        var intervals = new List<SchoolInterval>();
        var leftOut = new List<SchoolDay.Closed>();
        var (schoolDays, missing, firstWeek) = (0, false, (int?)null);
        for (var number = from.DayNumber; number <= last.DayNumber && number - from.DayNumber <= LongestRun; number++)
        {
            var date = DateOnly.FromDayNumber(number);
            var open = school.On(date) is SchoolDay.Open;
            var turn = every.EveryDays > 0 ? open && schoolDays++ % every.EveryDays == 0 || !open && every.EveryDays == 1
                : every.CycleDay is { } cycleDay ? string.Equals(school.CycleDayOn(date), cycleDay, StringComparison.Ordinal)
                : weekdays.Contains(date.DayOfWeek);
            if (turn && every is { EveryDays: 0, EveryWeeks: > 1 })
            {
                var week = (number + 6) / 7;
                firstWeek ??= week;
                turn = (week - firstWeek.Value) % every.EveryWeeks == 0;
            }

            if (!turn)
            {
                continue;
            }

            if (school.On(date) is SchoolDay.Closed closed)
            {
                if (closed.Closure is not null)
                {
                    leftOut.Add(closed);
                }

                continue;
            }

            var found = times.On(date, phrase.Time, weeks > 0 ? null : phrase.Duration);
            missing |= found is null;
            intervals.AddRange((found ?? []).Where(interval => !IsOver(interval)));
        }

        return intervals.Count > 0 ? Found(intervals, phrase, leftOut) with { OpenEnded = until is null && weeks == 0 }
            : missing ? null
            : leftOut.Count > 0 ? new SchoolTime.Closed(leftOut[0], school.NextSchoolDay(leftOut[0].Date))
            : last < today ? new SchoolTime.Past([], null)
            : weekdays.Count > 0 ? new SchoolTime.Closed(new SchoolDay.Closed(First(from, weekdays), null), school.NextSchoolDay(from))
            : new SchoolTime.None();
    }

    private static DateOnly First(DateOnly from, IReadOnlyList<DayOfWeek> weekdays) =>
        Enumerable.Range(0, 7).Select(days => Limit(from, days)).First(date => weekdays.Contains(date.DayOfWeek) || date == DateOnly.MaxValue);

    // The longest term is the one a series is planned for; without terms it is half a school year.
    private DateOnly EndOfTerm(DateOnly from) => school.Terms.Where(term => term.To >= from && term.From <= from)
        .Select(term => (DateOnly?)term.To).Max() ?? Limit(from, 18 * 7);

    private static DateOnly Limit(DateOnly from, int days) => DateOnly.FromDayNumber(Math.Min(from.DayNumber + days, DateOnly.MaxValue.DayNumber));
}
