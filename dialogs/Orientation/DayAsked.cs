using System.Globalization;
using System.Text.RegularExpressions;
using LibraryBot.Data.Calendar;
using LibraryBot.Dialogs.Conversation;

namespace LibraryBot.Dialogs.Orientation;

/// <summary>The day a question about opening hours asks about.</summary>
internal static partial class DayAsked
{
    private static readonly string[][] s_weekdays =
    [
        ["sunday", "sun", "domingo"], ["monday", "mon", "lunes"], ["tuesday", "tues", "tue", "martes"],
        ["wednesday", "weds", "wed", "miercoles"], ["thursday", "thurs", "thu", "jueves"], ["friday", "fri", "viernes"],
        ["saturday", "sat", "sabado"],
    ];

    private static readonly string[][] s_months =
    [
        ["january", "jan", "enero"], ["february", "feb", "febrero"], ["march", "mar", "marzo"], ["april", "apr", "abril"], ["may", "mayo"],
        ["june", "jun", "junio"], ["july", "jul", "julio"], ["august", "aug", "agosto"], ["september", "sept", "sep", "septiembre"],
        ["october", "oct", "octubre"], ["november", "nov", "noviembre"], ["december", "dec", "diciembre"],
    ];

    /// <summary>
    /// The day, never past where a weekday or a date without a year is named; null where the question names none. A closed day may be
    /// named by its reason ("on Veterans Day", "en las vacaciones de invierno").
    /// </summary>
    /// <param name="text">The question, in English or Spanish.</param>
    /// <param name="today">The school's day.</param>
    /// <param name="profile">The school, for its closed days.</param>
    public static DateOnly? In(string text, DateOnly today, LibraryProfile profile)
    {
        var plain = Phrases.Plain(text);
        return Date(text, plain, today) ?? Named(plain, today, profile) ?? Relative(plain, today) ?? Weekday(plain, today);
    }

    /// <summary>The Monday of the week a question asks about, this one or the next; null where it names none.</summary>
    /// <param name="text">The question, in English or Spanish.</param>
    /// <param name="today">The school's day.</param>
    public static DateOnly? Week(string text, DateOnly today)
    {
        var plain = Phrases.Plain(text);
        var monday = today.AddDays(-(((int)today.DayOfWeek + 6) % 7));
        return NextWeek().IsMatch(plain) ? monday.AddDays(7)
            : ThisWeek().IsMatch(plain) ? monday
            : null;
    }

    private static DateOnly? Relative(string plain, DateOnly today)
    {
        if (Has(plain, "day after tomorrow") || Has(plain, "pasado manana"))
        {
            return today.AddDays(2);
        }

        // "Hasta mañana" is tomorrow; "mañana por la mañana" too; "por la mañana" alone is a time of day.
        if (Has(plain, "tomorrow") || Has(plain, "tmrw") || Has(plain, "tomorow") || Has(plain.Replace("por la manana", " ", StringComparison.Ordinal), "manana"))
        {
            return today.AddDays(1);
        }

        if (Has(plain, "today") || Has(plain, "tonight") || Has(plain, "hoy") || Has(plain, "this afternoon") || Has(plain, "esta tarde"))
        {
            return today;
        }

        return Has(plain, "weekend") || Has(plain, "weekends") || Has(plain, "fin de semana") || Has(plain, "fines de semana")
            ? Next(today, DayOfWeek.Saturday)
            : null;
    }

    private static DateOnly? Weekday(string plain, DateOnly today)
    {
        var day = Array.FindIndex(s_weekdays, names => names.Any(name => Has(plain, name) || Has(plain, name + "s")));
        return day < 0 ? null
            : NextWeek().IsMatch(plain) && Week(plain, today) is { } monday ? monday.AddDays((day + 6) % 7)
            : Next(today, (DayOfWeek)day);
    }

    private static DateOnly? Named(string plain, DateOnly today, LibraryProfile profile) => profile.ClosedDays
        .Where(days => days.To >= today && days.Reason.Values.Any(reason => Phrases.Plain(reason) is { Length: > 3 } named && (Has(plain, named) || SharesItsOwnWords(plain, named))))
        .OrderBy(days => days.From)
        .Select(days => (DateOnly?)(days.From < today ? today : days.From))
        .FirstOrDefault();

    // "Thanksgiving" is enough for "Thanksgiving break", "invierno" for "vacaciones de invierno".
    private static bool SharesItsOwnWords(string plain, string named)
    {
        var own = named.Split(' ').Where(word => word.Length > 3 && !GenericWord().IsMatch(word)).ToList();
        return own.Count > 0 && own.All(word => Has(plain, word));
    }

    private static DateOnly? Date(string text, string plain, DateOnly today)
    {
        if (NumericDate().Match(text) is { Success: true } numeric)
        {
            return Make(Number(numeric.Groups["month"]), Number(numeric.Groups["day"]), numeric.Groups["year"], today);
        }

        foreach (var match in DayAndMonth().Matches(plain).Concat(MonthAndDay().Matches(plain)))
        {
            var month = Array.FindIndex(s_months, names => names.Contains(match.Groups["month"].Value)) + 1;
            if (month > 0 && Make(month, Number(match.Groups["day"]), match.Groups["year"], today) is { } date)
            {
                return date;
            }
        }

        return null;
    }

    private static DateOnly? Make(int month, int day, Group year, DateOnly today)
    {
        var inYear = year.Success ? Number(year) is var given && given < 100 ? 2000 + given : given : today.Year;
        if (inYear is < 1900 or > 2200 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(inYear, month))
        {
            return null;
        }

        var date = new DateOnly(inYear, month, day);
        return date >= today || year.Success ? date : day == 29 && month == 2 ? null : date.AddYears(1);
    }

    private static DateOnly Next(DateOnly today, DayOfWeek day) => today.AddDays(((int)day - (int)today.DayOfWeek + 7) % 7);

    private static int Number(Group digits) => int.Parse(digits.Value, CultureInfo.InvariantCulture);

    private static bool Has(string plain, string words) => $" {plain} ".Contains($" {words} ", StringComparison.Ordinal);

    [GeneratedRegex(@"(?<![\d/])(?<month>\d{1,2})/(?<day>\d{1,2})(/(?<year>\d{4}|\d{2}))?(?![\d/])")]
    private static partial Regex NumericDate();

    [GeneratedRegex(@"\b(?<day>\d{1,2})(st|nd|rd|th)? (de |of )?(?<month>[a-z]{3,10})( (de )?(?<year>\d{4}))?\b")]
    private static partial Regex DayAndMonth();

    [GeneratedRegex(@"\b(?<month>[a-z]{3,10}) (the )?(?<day>\d{1,2})(st|nd|rd|th)?( (?<year>\d{4}))?\b")]
    private static partial Regex MonthAndDay();

    [GeneratedRegex(@"\b(next week|the (coming|following) week|(proxima|siguiente) semana|semana (proxima|siguiente|que viene|entrante))\b")]
    private static partial Regex NextWeek();

    [GeneratedRegex(@"\b(this week|esta semana)\b")]
    private static partial Regex ThisWeek();

    [GeneratedRegex("^(day|days|break|holiday|holidays|vacation|recess|workday|teacher|dia|dias|vacaciones|receso|trabajo|feriado|maestros)$")]
    private static partial Regex GenericWord();
}
