using LibraryBot.Data.Calendar;
using LibraryBot.Data.Catalog;
using LibraryBot.Data.Kits;
using LibraryBot.Dialogs.Conversation;
using LibraryBot.Dialogs.Recommendations;

namespace LibraryBot.Dialogs.Kits;

/// <summary>A kit in words, in the current culture: for its card and for its page.</summary>
public static class KitText
{
    /// <summary>What it is about, "ecosystems and food webs"; the codes of its standards where it has no topic.</summary>
    public static string Topic(KitRequest request) => Words.List(request.Topics.Count > 0 ? request.Topics : request.Standards);

    /// <summary>For whom and of what kind, "grade 5 · 28 students · 4 read at grade 2 · with graphic novels".</summary>
    public static string Summary(KitRequest request) => Words.Sentence(string.Join(" · ", Parts(request).OfType<string>()));

    /// <summary>What a section is for, "For those who read Spanish".</summary>
    public static string Section(KitSection section) => section.Part switch
    {
        KitPart.Class => KitStrings.ForClass,
        KitPart.Group => Words.Of(KitStrings.ForGroup, Reading(section.Group!)),
        KitPart.Together => KitStrings.Together,
        KitPart.Online => KitStrings.Online,
        _ => KitStrings.ForTeacher,
    };

    /// <summary>The heading of a section with its copies counted where they count.</summary>
    public static string Heading(KitSection section) =>
        section.Needed > 0 ? Words.Of(KitStrings.Counted, Section(section), section.Copies, section.Needed) : Section(section);

    /// <summary>What kind of title it is: "picture book · grades K-4 · Spanish".</summary>
    /// <param name="title">The title.</param>
    /// <param name="request">The request; the language is said where it is another than that of the class.</param>
    public static string Kind(KitTitle title, KitRequest request) => Words.Sentence(string.Join(" · ", new[]
    {
        RecommendationWords.Format(title.Title.Format),
        RecommendationWords.Grades(title.Title),
        RecommendationWords.Lexile(title.Title),
        title.Title.Languages is [var main, ..] && main != request.Language ? Words.List(title.Title.Languages.Select(RecommendationWords.Language)) : null,
    }.OfType<string>()));

    /// <summary>How many copies and where they are: "2 copies, in now", "3 copies: 1 in now, 2 due back by Thursday, March 12".</summary>
    /// <param name="title">The title.</param>
    /// <param name="today">The school's day.</param>
    public static string Copies(KitTitle title, DateOnly today)
    {
        if (title.Copies == 0)
        {
            return KitStrings.IsOnline;
        }

        var copies = title.Copies == 1 ? KitStrings.OneCopy : Words.Of(KitStrings.Copies, title.Copies);
        return title.In == title.Copies ? Words.Of(title.Copies == 1 ? KitStrings.AllIn : KitStrings.AllInMany, copies)
            : title.In > 0 ? title.BackOn is { } by && by >= today ? Words.Of(KitStrings.SomeBack, copies, title.In, title.Copies - title.In, Words.Day(by)) : Words.Of(KitStrings.SomeOut, copies, title.In, title.Copies - title.In)
            : title.BackOn is not { } day ? Words.Of(KitStrings.OutNoDate, copies)
            : Words.Of(day < today ? KitStrings.Overdue : KitStrings.Back, copies, Words.Day(day));
    }

    /// <summary>What is to be known of why it is in the kit; null where it simply fits.</summary>
    public static string? Note(KitTitle title) =>
        title.Score.IsByHand ? KitStrings.NoteByHand : title.Score.IsRelated ? KitStrings.NoteRelated : title.Score.IsNearLevel ? KitStrings.NoteNear : null;

    /// <summary>A title with who made it, "Hatchet, by Gary Paulsen".</summary>
    public static string Named(Title title) => RecommendationWords.By(title) is { } by ? $"{title.TitleProper}, {by}" : title.TitleProper;

    /// <summary>The numbers of the titles in the order they are shown in, from 1; a title that stands there twice has one.</summary>
    public static IReadOnlyDictionary<int, int> Numbers(Kit kit) =>
        kit.Titles.Select(title => title.Title.Id).Distinct().Index().ToDictionary(each => each.Item, each => each.Index + 1);

    /// <summary>Where a title stands, "Nonfiction, 577 LAU".</summary>
    public static string Place(KitTitle title, LibraryProfile library) =>
        (title.Title.Copies.Find(copy => copy.Status == CopyStatus.Available) ?? title.Title.Copies.FirstOrDefault()) is { } copy ? Standing.PlaceOf(library, title.Title, copy) : string.Empty;

    /// <summary>The call number, or nothing.</summary>
    public static string? CallNumber(Title title) => title.CallNumber ?? title.Copies.FirstOrDefault()?.CallNumber;

    /// <summary>Who made it, "Gary Paulsen and Mary GrandPré".</summary>
    public static string Authors(Title title) => Words.List(title.Contributors.Take(2).Select(contributor => RecommendationWords.Name(contributor.Name)).Distinct());

    /// <summary>"picture book".</summary>
    public static string Format(Title title) => RecommendationWords.Format(title.Format);

    /// <summary>"grades 3-6", or null where the record does not say.</summary>
    public static string? Grades(Title title) => RecommendationWords.Grades(title);

    /// <summary>"Lexile 670L", or null.</summary>
    public static string? Lexile(Title title) => RecommendationWords.Lexile(title);

    /// <summary>"Spanish and English".</summary>
    public static string Languages(Title title) => Words.List(title.Languages.Select(RecommendationWords.Language));

    /// <summary>A day with its weekday.</summary>
    public static string Day(DateOnly day) => Words.Day(day);

    /// <summary>What is missing, as a sentence.</summary>
    public static string Gap(KitGap gap) => gap switch
    {
        KitGap.TooFewCopies { Section.Copies: 0 } none => Words.Of(KitStrings.GapNone, Section(none.Section)),
        KitGap.TooFewCopies few => Words.Of(KitStrings.GapFew, Section(few.Section), few.Section.Copies == 1 ? KitStrings.OneCopy : Words.Of(KitStrings.Copies, few.Section.Copies), few.Section.Needed),
        KitGap.NoFormat format => Words.Of(KitStrings.GapFormat, RecommendationWords.Formats(format.Format)),
        KitGap.UnknownStandard standard => Words.Of(KitStrings.GapStandard, standard.Code),
        KitGap.NoTeacherCopy => KitStrings.GapTeacher,
        KitGap.NoLongerOwned gone => Words.Of(KitStrings.GapGone, gone.Name),
        _ => throw new InvalidOperationException("There is no other gap."),
    };

    private static string Reading(KitGroup group) => (group.Language, group.Grade) switch
    {
        ({ } language, { } grade) => Words.Of(KitStrings.GroupInAt, RecommendationWords.Language(language), Grade(grade)),
        ({ } language, null) => Words.Of(KitStrings.GroupIn, RecommendationWords.Language(language)),
        (_, { } grade) => Words.Of(KitStrings.GroupAt, Grade(grade)),
        _ => throw new InvalidOperationException("A group reads at another grade or in another language."),
    };

    private static IEnumerable<string?> Parts(KitRequest request)
    {
        yield return request.Grades is { } grades ? RecommendationWords.Grades(grades) : null;
        yield return request.Harder == 0 ? null : Words.Of(
            request.Harder > 0 ? KitStrings.Harder : KitStrings.Easier, Math.Abs(request.Harder) == 1 ? KitStrings.ByOneGrade : Words.Of(KitStrings.ByGrades, Math.Abs(request.Harder)));
        yield return request.Students is { } students ? students == 1 ? KitStrings.OneStudent : Words.Of(KitStrings.Students, students) : null;
        yield return request.Language == "eng" ? null : RecommendationWords.Language(request.Language);
        foreach (var group in request.Groups)
        {
            yield return Of(group);
        }

        yield return request.Fiction switch { true => RecommendationStrings.Fiction, false => RecommendationStrings.Nonfiction, null => null };
        yield return request.Formats.Count == 0 ? null : Words.Of(request.OnlyFormats ? KitStrings.OnlyFormats : KitStrings.WithFormats, Words.List(request.Formats.Select(RecommendationWords.Formats)));
        var without = request.Without.Select(RecommendationWords.Flavor).Concat(request.WithoutFormats.Select(RecommendationWords.Formats)).ToList();
        yield return without.Count == 0 ? null : Words.Of(KitStrings.Without, Words.List(without));
    }

    private static string Of(KitGroup group) => (group.Language, group.Grade, group.Students) switch
    {
        ({ } language, { } grade, 1) => Words.Of(KitStrings.OneReadsInAt, RecommendationWords.Language(language), Grade(grade)),
        ({ } language, { } grade, var many) => Words.Of(KitStrings.ReadInAt, many, RecommendationWords.Language(language), Grade(grade)),
        ({ } language, null, 1) => Words.Of(KitStrings.OneReadsIn, RecommendationWords.Language(language)),
        ({ } language, null, var many) => Words.Of(KitStrings.ReadIn, many, RecommendationWords.Language(language)),
        (_, { } grade, 1) => Words.Of(KitStrings.OneReadsAt, Grade(grade)),
        (_, { } grade, var many) => Words.Of(KitStrings.ReadAt, many, Grade(grade)),
        _ => throw new InvalidOperationException("A group reads at another grade or in another language."),
    };

    private static string Grade(int grade) => RecommendationWords.Grades(new GradeRange(grade, grade));
}
