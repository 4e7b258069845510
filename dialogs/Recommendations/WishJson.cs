using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using LibraryBot.Data.Catalog;
using LibraryBot.Dialogs.Understanding;

namespace LibraryBot.Dialogs.Recommendations;

/// <summary>
/// A wish as text: in the state of a conversation, and in the buttons of a card, from where anybody may send anything back. What is read is
/// therefore brought within sensible bounds.
/// </summary>
internal static partial class WishJson
{
    private const int LongestJson = 4000;
    private const int LongestWord = 200;
    private const int MostWords = 12;

    private static readonly JsonSerializerOptions s_options = new(JsonSerializerDefaults.Web)
    {
        IgnoreReadOnlyProperties = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        Converters = { new JsonStringEnumConverter(allowIntegerValues: false) },
    };

    /// <summary>The wish as text.</summary>
    public static string Write(Wish wish) => JsonSerializer.Serialize(wish, s_options);

    /// <summary>The wish in a text; null where there is none.</summary>
    public static Wish? Read(string? json)
    {
        if (json is null || json.Length > LongestJson)
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<Wish>(json, s_options) is { } wish ? Bounded(wish) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static Wish Bounded(Wish wish) => wish with
    {
        Topics = Bounded(wish.Topics),
        Flavors = Bounded(wish.Flavors),
        Without = Bounded(wish.Without),
        Title = Bounded(wish.Title),
        Author = Bounded(wish.Author),
        Like = Bounded(wish.Like),
        Isbn = wish.Isbn is { } isbn && Isbn().IsMatch(isbn) ? isbn : null,
        Award = Bounded(wish.Award),
        AwardYears = wish.AwardYears is { } years ? new YearRange(Math.Clamp(years.From, YearRange.Earliest, YearRange.Latest), Math.Clamp(years.To, YearRange.Earliest, YearRange.Latest)) : null,
        Shelf = wish.Shelf is { } shelf && Enum.IsDefined(shelf) ? shelf : null,
        Formats = [.. (wish.Formats ?? []).Where(Enum.IsDefined).Take(MostWords)],
        Languages = [.. Bounded(wish.Languages).Where(code => Language().IsMatch(code))],
        Grades = wish.Grades is { } grades ? new GradeRange(Math.Clamp(grades.Low, -1, 12), Math.Clamp(Math.Max(grades.Low, grades.High), -1, 12)) : null,
        Lexiles = wish.Lexiles is { } lexiles ? new LexileRange(Math.Clamp(lexiles.Low, -1000, 3000), Math.Clamp(Math.Max(lexiles.Low, lexiles.High), -1000, 3000)) : null,
        SeriesNumber = wish.SeriesNumber is { } number ? Math.Clamp(number, 0, 9999) : null,
        PagesAtMost = wish.PagesAtMost is { } most ? Math.Clamp(most, 1, 99_999) : null,
        PagesAtLeast = wish.PagesAtLeast is { } least ? Math.Clamp(least, 1, 99_999) : null,
        HowMany = wish.HowMany is { } many ? Math.Clamp(many, 1, 5) : null,
    };

    private static IReadOnlyList<string> Bounded(IReadOnlyList<string>? words) =>
        [.. (words ?? []).Select(Bounded).OfType<string>().Where(word => word.Length > 0).Take(MostWords)];

    private static string? Bounded(string? word) => word is { Length: > LongestWord } ? word[..LongestWord] : word;

    [GeneratedRegex("^[0-9]{13}$")]
    private static partial Regex Isbn();

    [GeneratedRegex("^[a-z]{3}$")]
    private static partial Regex Language();
}
