using System.Globalization;
using LibraryBot.Data.Catalog;
using LibraryBot.Dialogs.Conversation;
using LibraryBot.Dialogs.Understanding;
using LibraryBot.Dialogs.Understanding.Slots;

namespace LibraryBot.Dialogs.Recommendations;

/// <summary>What things of the catalogue are called, in the current culture.</summary>
internal static class RecommendationWords
{
    /// <summary>"graphic novel".</summary>
    public static string Format(TitleFormat format) => Named("Format", format.ToString());

    /// <summary>"graphic novels".</summary>
    public static string Formats(TitleFormat format) => Named("Formats", format.ToString());

    /// <summary>"funny"; the word itself where it is none of the list.</summary>
    public static string Flavor(string flavor) => Understanding.Flavors.DisplayName(flavor);

    /// <summary>The flavors that a record shows, "funny", "adventure".</summary>
    public static IEnumerable<string> Flavors(Title title)
    {
        var text = new TitleText(title);
        return Understanding.Flavors.All.Where(text.HasFlavor);
    }

    /// <summary>"Spanish"; the code where it is a rare one.</summary>
    public static string Language(string code) => RecommendationStrings.ResourceManager.GetString($"Language_{code}", CultureInfo.CurrentUICulture) ?? code;

    /// <summary>"in English and Spanish", or null where the record does not say.</summary>
    public static string? Languages(Title title) =>
        title.Languages.Count == 0 ? null : Words.Of(RecommendationStrings.InLanguage, Words.List(title.Languages.Select(Language)));

    /// <summary>"grades 3-6", "grade K", or null where the record does not say.</summary>
    public static string? Grades(Title title) => (title.GradeLow ?? title.GradeHigh, title.GradeHigh ?? title.GradeLow) is ({ } low, { } high)
        ? Grades(new GradeRange(low, high))
        : null;

    /// <summary>"grades 3-6", "grade K".</summary>
    public static string Grades(GradeRange grades) => grades.Low == grades.High
        ? Words.Of(RecommendationStrings.Grade, Grade(grades.Low))
        : Words.Of(RecommendationStrings.Grades, Grade(grades.Low), Grade(grades.High));

    /// <summary>"Lexile 670L", "Lexile BR50L", or null.</summary>
    public static string? Lexile(Title title) => title.Lexile is { } measure
        ? Words.Of(RecommendationStrings.Lexile, $"{title.LexileCode}{(measure < 0 ? "BR" : "")}{Math.Abs(measure).ToString(CultureInfo.InvariantCulture)}L")
        : title.LexileCode is { } code ? Words.Of(RecommendationStrings.Lexile, code) : null;

    /// <summary>"184 pages", or null.</summary>
    public static string? Pages(Title title) => title.Pages is { } pages
        ? pages == 1 ? RecommendationStrings.OnePage : Words.Of(RecommendationStrings.Pages, pages)
        : null;

    /// <summary>"Gary Paulsen" for "Paulsen, Gary"; dates and what else follows a second comma are left out.</summary>
    public static string Name(string filed) => filed.Split(',', StringSplitOptions.TrimEntries) is [var last, { Length: > 0 } first, ..] && !first.Any(char.IsDigit)
        ? $"{first} {last}"
        : filed.Split(',')[0].Trim();

    /// <summary>"Gary Paulsen and Mary GrandPré": at most two, or null where there is nobody.</summary>
    public static string? By(Title title) => title.Contributors.Count == 0
        ? null
        : Words.Of(RecommendationStrings.By, Words.List(title.Contributors.Take(2).Select(contributor => Name(contributor.Name)).Distinct()));

    /// <summary>The wish as understood, "funny · graphic novel · grade 4"; empty where it is.</summary>
    public static string Wish(Wish wish)
    {
        var parts = new List<string?>();
        parts.AddRange(wish.Flavors.Select(Flavor));
        parts.AddRange(wish.Topics);
        parts.Add(wish.Title);
        parts.Add(wish.Author);
        parts.Add(wish.Like is { } like ? Words.Of(RecommendationStrings.LikeThat, like) : null);
        parts.AddRange(wish.Formats.Select(Format));
        parts.Add(wish.Fiction switch { true => RecommendationStrings.Fiction, false => RecommendationStrings.Nonfiction, null => null });
        parts.Add(wish.Grades is { } grades ? Grades(grades) : null);
        parts.Add(wish.Lexiles is { } lexiles ? Lexiles(lexiles) : null);
        parts.AddRange(wish.Languages.Select(code => Words.Of(RecommendationStrings.InLanguage, Language(code))));
        parts.Add(wish.PagesAtMost is { } most ? Words.Of(RecommendationStrings.PagesAtMost, most) : null);
        parts.Add(wish.PagesAtLeast is { } least ? Words.Of(RecommendationStrings.PagesAtLeast, least) : null);
        parts.Add(wish.Award is null ? null : wish.Award.Length > 0 ? wish.Award : RecommendationStrings.AnyAward);
        parts.Add(wish.AwardYears is { } years ? Years(years) : null);
        parts.Add(wish.AvailableNow ? RecommendationStrings.InNow : null);
        parts.AddRange(wish.Without.Select(without => Words.Of(RecommendationStrings.Without, Flavor(without))));
        return string.Join(" · ", parts.OfType<string>().Where(part => part.Length > 0));
    }

    private static string Lexiles(LexileRange range) =>
        range.Low <= LexileReader.Lowest ? Words.Of(RecommendationStrings.LexileAtMost, range.High)
        : range.High >= LexileReader.Highest ? Words.Of(RecommendationStrings.LexileAtLeast, range.Low)
        : Words.Of(RecommendationStrings.LexileRange, range.Low, range.High);

    /// <summary>What a title is instead of what was asked, "312 pages"; null where its record does not say.</summary>
    public static string? But(Relaxation miss, Title title) => miss switch
    {
        Relaxation.Pages => Pages(title) ?? RecommendationStrings.ButPages,
        Relaxation.Lexiles => Lexile(title) ?? RecommendationStrings.ButLexile,
        Relaxation.AvailableNow => RecommendationStrings.ButOut,
        Relaxation.Flavors => null,
        Relaxation.Award => RecommendationStrings.ButAward,
        Relaxation.Grades => Grades(title),
        Relaxation.Fiction => FictionOrNot.Of(title) switch { true => RecommendationStrings.Fiction, false => RecommendationStrings.Nonfiction, null => null },
        Relaxation.Formats => Format(title.Format),
        Relaxation.Languages => Languages(title),
        _ => null,
    };

    /// <summary>What titles are that lack a part of a wish: "are longer", "are not in Spanish".</summary>
    public static string Are(Relaxation miss, Wish wish, IReadOnlyList<FoundTitle> titles) => miss switch
    {
        Relaxation.Pages when titles.All(found => found.Title.Pages is null || !found.Fit.Misses.Contains(miss)) => RecommendationStrings.ArePagesUnknown,
        Relaxation.Pages => wish.PagesAtMost is not null ? RecommendationStrings.AreLonger : RecommendationStrings.AreShorter,
        Relaxation.Lexiles => RecommendationStrings.AreOtherLexile,
        Relaxation.AvailableNow => RecommendationStrings.AreOut,
        Relaxation.Flavors => Words.Of(RecommendationStrings.AreNotFlavor, Words.Choice(wish.Flavors.Select(Flavor))),
        Relaxation.Award => RecommendationStrings.AreNotAwarded,
        Relaxation.Grades => RecommendationStrings.AreOtherGrades,
        Relaxation.Fiction => wish.Fiction == true ? RecommendationStrings.AreNonfiction : RecommendationStrings.AreFiction,
        Relaxation.Formats => Words.Of(RecommendationStrings.AreNotFormat, Words.Choice(wish.Formats.Select(Formats))),
        Relaxation.Languages => Words.Of(RecommendationStrings.AreNotInLanguage, Words.Choice(wish.Languages.Select(Language))),
        Relaxation.Topics => Words.Of(RecommendationStrings.AreNear, Words.Choice(wish.Topics.Select(topic => Words.Of(RecommendationStrings.AsAsked, topic)))),
        _ => throw new ArgumentOutOfRangeException(nameof(miss), miss, "No such part of a wish."),
    };

    private static string Grade(int grade) => grade switch
    {
        -1 => RecommendationStrings.GradePreK,
        0 => RecommendationStrings.GradeK,
        _ => grade.ToString(CultureInfo.CurrentCulture),
    };

    private static string Years(YearRange years) => years.From == years.To ? Year(years.From)
        : years.To >= YearRange.Latest ? Words.Of(RecommendationStrings.YearsFrom, Year(years.From))
        : years.From <= YearRange.Earliest ? Words.Of(RecommendationStrings.YearsTo, Year(years.To))
        : Words.Of(RecommendationStrings.YearsBetween, Year(years.From), Year(years.To));

    private static string Year(int year) => year.ToString(CultureInfo.InvariantCulture);

    private static string Named(string kind, string name) =>
        RecommendationStrings.ResourceManager.GetString($"{kind}_{name}", CultureInfo.CurrentUICulture) ?? name;
}
