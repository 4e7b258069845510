using System.Globalization;
using LibraryBot.Data.Calendar;

namespace LibraryBot.Dialogs.Conversation;

/// <summary>Sentences put together in the current culture.</summary>
internal static class Words
{
    /// <summary>A sentence with its gaps filled.</summary>
    /// <remarks>A sentence that ends with an abbreviation, "3:30 p. m.", or with a title, "Queen of the World!", has no full stop besides.</remarks>
    public static string Of(string sentence, params object?[] gaps) => string.Format(CultureInfo.CurrentCulture, sentence, gaps)
        .Replace(" m..", " m.", StringComparison.Ordinal)
        .Replace("\u00a0m..", "\u00a0m.", StringComparison.Ordinal)
        .Replace("!.", "!", StringComparison.Ordinal)
        .Replace("?.", "?", StringComparison.Ordinal);

    /// <summary>"a, b and c".</summary>
    public static string List(IEnumerable<string> items) => Join(items, ConversationStrings.ListAnd);

    /// <summary>"a, b or c".</summary>
    public static string Choice(IEnumerable<string> items) => Join(items, ConversationStrings.ListOr);

    /// <summary>The first letter of a sentence large.</summary>
    public static string Sentence(string text) => text.Length == 0 ? text : char.ToUpper(text[0], CultureInfo.CurrentCulture) + text[1..];

    /// <summary>The words of the current language; English where there are none, else any there are.</summary>
    public static string Here(this IReadOnlyDictionary<string, string> byLanguage) =>
        byLanguage.In(SpokenLanguage.Current)
        ?? byLanguage.Values.FirstOrDefault()
        ?? string.Empty;

    /// <summary>A day with its weekday, "Tuesday, March 3" or "martes 3 de marzo".</summary>
    public static string Day(DateOnly day) => day.ToString(ConversationStrings.DayFormat, CultureInfo.CurrentCulture);

    /// <summary>A time of day, "3:30 PM" or "3:30 p. m.".</summary>
    public static string Time(TimeOnly time) => time.ToString("t", CultureInfo.CurrentCulture);

    private static string Join(IEnumerable<string> items, string last)
    {
        var all = items.ToList();
        return all.Count < 2 ? string.Concat(all) : $"{string.Join(", ", all[..^1])} {last} {all[^1]}";
    }
}
