using System.Text.RegularExpressions;
using LibraryBot.Data.Calendar;
using LibraryBot.Data.Equipment;
using LibraryBot.Dialogs.Conversation;

namespace LibraryBot.Dialogs.Equipment.Desk;

/// <summary>From when until when something is to be closed.</summary>
/// <param name="From">From when, in UTC; null for now.</param>
/// <param name="Until">Until when, in UTC; null while nobody knows.</param>
/// <param name="Unclear">What was said of the end and could not be read; null where there is none.</param>
internal sealed record SaidClosure(DateTimeOffset? From, DateTimeOffset? Until, string? Unclear);

/// <summary>Reads what a librarian says at the desk: barcodes, states, reasons, and times to close.</summary>
internal sealed partial class DeskReader(SchoolTimeParser parser, BookingRules rules, TimeProvider time)
{
    private const int MostBarcodes = 20;

    /// <summary>The barcodes in a text, in order, each once.</summary>
    public static IReadOnlyList<string> Barcodes(string text) =>
    [
        .. Code().Matches(text).Select(match => match.Value)
            .Where(code => Unit.IsBarcode(code) && !Step().IsMatch(code))
            .Distinct(StringComparer.OrdinalIgnoreCase).Take(MostBarcodes),
    ];

    /// <summary>The state of something that was said with it; null where nothing was.</summary>
    public static UnitCondition? Condition(string text)
    {
        var plain = Phrases.Plain(text);
        return Lost().IsMatch(plain) ? UnitCondition.Lost
            : Damaged().IsMatch(plain) ? UnitCondition.Damaged
            : Repaired().IsMatch(plain) ? UnitCondition.Good
            : null;
    }

    /// <summary>What stands behind the last barcode, for a note; null where nothing does.</summary>
    public static string? Note(string text, string lastBarcode)
    {
        var rest = text[(text.LastIndexOf(lastBarcode, StringComparison.OrdinalIgnoreCase) + lastBarcode.Length)..].Trim(' ', ',', '.', ':', ';', '-');
        return rest.Length == 0 ? null : rest;
    }

    /// <summary>Why, in their words; null where nobody said.</summary>
    public static string? Reason(string text) => Because().Match(text) is { Success: true } match && match.Groups["why"].Value.Trim(' ', '.', ',') is { Length: > 0 } why ? why : null;

    /// <summary>Why something is to be closed, in their words; null where nobody said.</summary>
    public static string? ClosingReason(string text) => Reason(text) ?? (For().Match(Until().Replace(text, " ")) is { Success: true } match ? match.Groups["why"].Value.Trim(' ', '.', ',') : null);

    /// <summary>From when until when.</summary>
    public SaidClosure Closure(string text, string language)
    {
        var now = time.GetUtcNow();
        var until = Until().Match(text);
        var rest = Before(Until().Replace(text, " "));
        var begin = parser.Read(rest, now, language).Time as SchoolTime.Found;
        if (!until.Success)
        {
            return new SaidClosure(begin?.Intervals[0].Start, begin?.Intervals[^1].End, null);
        }

        var isThrough = Phrases.Plain(until.Groups["word"].Value) is "through" or "thru";
        DateTimeOffset? end = parser.Read(until.Groups["when"].Value, now, language).Time switch
        {
            SchoolTime.Found found => isThrough ? found.Intervals[^1].End : found.TimeSaid ? found.Intervals[0].Start : Midnight(found.Intervals[0].Date),
            SchoolTime.Closed closed => Midnight(isThrough ? closed.Day.Date.AddDays(1) : closed.Day.Date),
            _ => null,
        };
        return new SaidClosure(begin?.Intervals[0].Start, end, end is null ? until.Groups["when"].Value.Trim() : null);
    }

    /// <summary>The day that is meant; today where nobody said.</summary>
    public DateOnly Day(string text, string language)
    {
        var now = time.GetUtcNow();
        return parser.Read(text, now, language).Time switch
        {
            SchoolTime.Found found => found.Intervals[0].Date,
            SchoolTime.Closed closed => closed.Day.Date,
            _ => rules.CalendarOf(null).DateAt(now),
        };
    }

    /// <summary>The Monday of the week that is meant: this one, the next where that was said, or the one of a day.</summary>
    public DateOnly Week(string text, string language)
    {
        var plain = Phrases.Plain(text);
        var today = rules.CalendarOf(null).DateAt(time.GetUtcNow());
        return NextWeek().IsMatch(plain) ? Monday(today).AddDays(7) : ThisWeek().IsMatch(plain) ? Monday(today) : Monday(Day(text, language));
    }

    /// <summary>The days that are meant: a month where nothing is said, this one or the last. Of this one, only up to today: what is to come is not used yet.</summary>
    public (DateOnly From, DateOnly To) Period(string text)
    {
        var today = rules.CalendarOf(null).DateAt(time.GetUtcNow());
        var (from, to) = Period(Phrases.Plain(text), today);
        return (from, to < today ? to : today);
    }

    private static (DateOnly From, DateOnly To) Period(string plain, DateOnly today)
    {
        var back = Last().IsMatch(plain) ? 1 : 0;
        if (WeekWord().IsMatch(plain))
        {
            return (Monday(today).AddDays(-7 * back), Monday(today).AddDays(6 - (7 * back)));
        }

        if (YearWord().IsMatch(plain))
        {
            // A school's year begins in August.
            var first = new DateOnly(today.Month >= 8 ? today.Year : today.Year - 1, 8, 1).AddYears(-back);
            return (first, first.AddYears(1).AddDays(-1));
        }

        var month = new DateOnly(today.Year, today.Month, 1).AddMonths(-back);
        return (month, month.AddMonths(1).AddDays(-1));
    }

    private static DateOnly Monday(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    private DateTimeOffset Midnight(DateOnly day) => rules.CalendarOf(null).Beginning(day, TimeOnly.MinValue);

    // A reason may name a day: "because of the fair on Friday".
    private static string Before(string text) => Because().Match(text) is { Success: true } match ? text[..match.Index] : text;

    [GeneratedRegex(@"(?<![\p{L}\p{Nd}-])[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*(?![\p{L}\p{Nd}-])")]
    private static partial Regex Code();

    [GeneratedRegex("^(check|re)-|^[0-9]{1,2}(am|pm)$|-(in|out)$", RegexOptions.IgnoreCase)]
    private static partial Regex Step();

    [GeneratedRegex(@"\b(lost|missing|stolen|gone|perdi\w*|extravi\w*|robad\w*)\b")]
    private static partial Regex Lost();

    [GeneratedRegex(@"\b(damaged?|broken?|broke|cracked?|does ?n[o ]{0,2}t work|not work(ing)?|won ?t (turn on|start|charge)|stopped working|dead|danad\w*|rot[oa]s?|rompi\w*|no (funciona|sirve|prende|enciende)|averiad\w*)\b")]
    private static partial Regex Damaged();

    [GeneratedRegex(@"\b(repaired|fixed|found|works again|reparad\w*|arreglad\w*|aparecio|funciona otra vez)\b")]
    private static partial Regex Repaired();

    [GeneratedRegex(@"(?:\bbecause(?: of)?\b|\bsince\b|\bporque\b|\bya que\b|\bdebido a\b|:)\s*(?<why>.+)$", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Because();

    [GeneratedRegex(@"^.*?\b(?:for|por|para)\s+(?<why>.+?)(?=\s+(?:from|on|at|starting|beginning|next|this|today|tomorrow|desde|hoy|mañana|(?:el|este|esta|la)\s+(?:lunes|martes|mi[eé]rcoles|jueves|viernes|s[aá]bado|semana|pr[oó]xim[oa]))\b|\W*$)", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex For();

    [GeneratedRegex(@"\b(?<word>until|till|til|through|thru|hasta(?: el| la)?)\b(?<when>.+?)(?=\b(?:for|because|since|por|para|porque|ya que)\b|:|$)", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Until();

    [GeneratedRegex(@"\bnext week\b|\b(proxima|siguiente) semana\b|\bsemana (que viene|proxima|siguiente)\b")]
    private static partial Regex NextWeek();

    [GeneratedRegex(@"\bthis week\b|\besta semana\b")]
    private static partial Regex ThisWeek();

    [GeneratedRegex(@"\b(last|previous|pasad[oa]|anterior)\b")]
    private static partial Regex Last();

    [GeneratedRegex(@"\b(week|semana)\b")]
    private static partial Regex WeekWord();

    [GeneratedRegex(@"\b(year|ano)\b")]
    private static partial Regex YearWord();
}
