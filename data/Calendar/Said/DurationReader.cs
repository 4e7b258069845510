namespace LibraryBot.Data.Calendar.Said;

/// <summary>Reads how long: "for 45 minutes", "an hour and a half", "two periods", "por una hora", "90 min", "hora y media".</summary>
internal sealed class DurationReader(SaidText text)
{
    /// <summary>The duration that is named here.</summary>
    public bool Read(int at, out int next, out Duration duration)
    {
        duration = default;
        var start = text.Skip(SaidKind.For, at);
        next = start;
        while (One(duration == default ? start : text.Is(SaidKind.And, next, out var past) ? past : next, out var end, out var part))
        {
            duration = new Duration(duration.Minutes + part.Minutes, duration.Periods + part.Periods, duration.Days + part.Days);
            next = end;
            if (text.Is(SaidKind.AndHalf, next, out end) && (part.Minutes == 60 || part.Minutes % 60 == 0 && part.Minutes > 0))
            {
                next = end;
                duration = duration with { Minutes = duration.Minutes + 30 };
            }

            if (duration.Minutes > 100_000 || duration.Days > 10_000)
            {
                break;
            }
        }

        return duration != default;
    }

    private bool One(int at, out int next, out Duration duration)
    {
        duration = default;
        if (text.Is(SaidKind.Quarters, at, out next))
        {
            duration = new Duration(45, 0, 0);
            return true;
        }

        if (text.Is(SaidKind.Half, at, out var half) && text.Is(SaidKind.Unit, half, out next, out var halfUnit) && halfUnit == 2)
        {
            duration = new Duration(30, 0, 0);
            return true;
        }

        // "hora y media"
        if (text.Plain(at) == "hora" && text.Is(SaidKind.AndHalf, at + 1, out next))
        {
            duration = new Duration(90, 0, 0);
            return true;
        }

        if (!text.Number(at, out var unitAt, out var count) || count > 20_000)
        {
            next = at;
            return false;
        }

        var fraction = text.Is(SaidKind.AndHalf, unitAt, out var past) && text.Is(SaidKind.Unit, past, out _, out var after) && after == 2;
        unitAt = fraction ? past : unitAt;
        if (text.Mark(".", unitAt) && text.Digits(unitAt + 1) == 5 && text.Is(SaidKind.Unit, unitAt + 2, out _, out after) && after == 2)
        {
            (unitAt, fraction) = (unitAt + 2, true);
        }

        unitAt = text.Mark("-", unitAt) ? unitAt + 1 : unitAt;
        if (text.Is(SaidKind.Unit, unitAt, out next, out var unit) && unit != 4 && unit != 11)
        {
            duration = unit switch
            {
                1 => new Duration(count, 0, 0),
                2 => new Duration((count * 60) + (fraction ? 30 : 0), 0, 0),
                8 => new Duration(0, count, 0),
                3 => new Duration(0, 0, count),
                5 or 9 => new Duration(0, 0, 7 * count),
                10 => new Duration(0, 0, 14 * count),
                6 => new Duration(0, 0, 30 * count),
                _ => new Duration(0, 0, 365 * count),
            };
            return count > 0 && !(text.Plain(unitAt) is "clase" or "clases");
        }

        // "45m", "2h", "1h30"
        if (text.Digits(at) > 0 && text.Glued(unitAt) && text.Is(SaidKind.Shorthand, unitAt, out next, out unit) && !(text.Glued(next) && text.Digits(next) >= 0 && unit == 1))
        {
            duration = new Duration(unit == 2 ? count * 60 : count, 0, 0);
            return !text.Spanish || unit == 1 || text.Is(SaidKind.For, at - 1);
        }

        next = at;
        return false;
    }

    /// <summary>How long, in minutes, in periods or in days.</summary>
    internal readonly record struct Duration(int Minutes, int Periods, int Days)
    {
        /// <summary>As a length of time; periods have none of their own.</summary>
        public TimeSpan Length => TimeSpan.FromMinutes(Minutes) + TimeSpan.FromDays(Days);
    }
}
