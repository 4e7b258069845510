using LibraryBot.Data.Catalog;
using LibraryBot.Dialogs.Conversation;
using LibraryBot.Dialogs.Understanding;

namespace LibraryBot.Dialogs.Recommendations;

/// <summary>How a title answers a wish, in the wish's own terms.</summary>
/// <param name="Why">What it has of what was asked, in the current culture: "Funny", "graphic novel", "grades 3-6".</param>
/// <param name="Misses">What was asked and it has not.</param>
internal sealed record Fit(IReadOnlyList<string> Why, IReadOnlyList<Relaxation> Misses)
{
    /// <summary>A sentence of the language model, checked, that says why instead of <see cref="Why"/>; null where there is none.</summary>
    public string? Sentence { get; init; }

    /// <summary>Compares a title with a wish.</summary>
    /// <param name="wish">The whole wish, not what is left of it after giving up parts.</param>
    /// <param name="title">The title, copies loaded.</param>
    /// <param name="corrected">The topic as it was spelled right and searched for, where it was not; or null.</param>
    public static Fit Of(Wish wish, Title title, string? corrected = null) => Of(wish, title, corrected, AskedTopic.Of);

    /// <summary>The same for whoever compares many titles: <paramref name="asked"/> has a topic ready.</summary>
    /// <param name="wish">The whole wish.</param>
    /// <param name="title">The title, copies loaded.</param>
    /// <param name="corrected">The topic as it was spelled right and searched for; or null.</param>
    /// <param name="asked">The topic made ready.</param>
    public static Fit Of(Wish wish, Title title, string? corrected, Func<string, AskedTopic> asked)
    {
        var why = new List<string>();
        var misses = new List<Relaxation>();
        var text = new TitleText(title);

        why.AddRange(wish.Flavors.Where(text.HasFlavor).Select(RecommendationWords.Flavor));
        Miss(Relaxation.Flavors, why.Count < wish.Flavors.Count);
        why.AddRange(wish.Topics
            .Select(topic => text.IsAbout(asked(topic)) ? topic : corrected is not null && wish.Topics.Count == 1 && text.IsAbout(asked(corrected)) ? corrected : null)
            .OfType<string>()
            .Select(topic => Words.Of(RecommendationStrings.WhyAbout, topic)));
        if (wish.Author is { } author && text.Contributor(author) is { } name)
        {
            why.Add(Words.Of(RecommendationStrings.WhyBy, name));
        }

        Part(Relaxation.Formats, wish.Formats.Count > 0, wish.Formats.Contains(title.Format), RecommendationWords.Format(title.Format));
        Part(Relaxation.Fiction, wish.Fiction is not null, FictionOrNot.Of(title) == wish.Fiction, wish.Fiction == true ? RecommendationStrings.Fiction : RecommendationStrings.Nonfiction);
        Part(Relaxation.Grades, wish.Grades is not null, Overlaps(title, wish.Grades), RecommendationWords.Grades(title));
        Part(Relaxation.Lexiles, wish.Lexiles is not null, title.Lexile >= wish.Lexiles?.Low && title.Lexile <= wish.Lexiles?.High, RecommendationWords.Lexile(title));
        Part(Relaxation.Languages, wish.Languages.Count > 0, title.Languages.Intersect(wish.Languages).Any(), RecommendationWords.Languages(title));
        Part(
            Relaxation.Pages,
            wish.PagesAtMost is not null || wish.PagesAtLeast is not null,
            title.Pages is { } pages && pages <= (wish.PagesAtMost ?? int.MaxValue) && pages >= (wish.PagesAtLeast ?? 0),
            RecommendationWords.Pages(title));
        var award = wish.Award is null ? null : title.Awards.FirstOrDefault(given => Phrases.Plain(given).Contains(Phrases.Plain(wish.Award), StringComparison.Ordinal)
            && (wish.AwardYears is not { } years || YearRange.Of(given) is { } year && year >= years.From && year <= years.To));
        Part(Relaxation.Award, wish.Award is not null, award is not null, award);
        Part(Relaxation.AvailableNow, wish.AvailableNow, title.Copies.Any(copy => copy.Status == CopyStatus.Available), RecommendationStrings.InNow);
        return new Fit(why, misses);

        void Part(Relaxation part, bool asked, bool has, string? words)
        {
            if (asked && has && words is not null)
            {
                why.Add(words);
            }

            Miss(part, asked && !has);
        }

        void Miss(Relaxation part, bool missed)
        {
            if (missed)
            {
                misses.Add(part);
            }
        }
    }

    /// <summary>The same of a title that is not quite about what was asked for.</summary>
    /// <param name="because">Why it is near, beyond what its record shows.</param>
    public Fit ButNear(LikeReasons because) => this with
    {
        Why = because.HasFlag(LikeReasons.RelatedTopic) ? [.. Why, RecommendationStrings.WhyRelated]
            : because.HasFlag(LikeReasons.BorrowedTogether) ? [.. Why, RecommendationStrings.WhyTogetherWithThese] : Why,
        Misses = [.. Misses, Relaxation.Topics],
    };

    // A title without grades may be for anybody.
    private static bool Overlaps(Title title, GradeRange? grades) =>
        grades is { } wanted && (title.GradeLow is null || title.GradeLow <= wanted.High) && (title.GradeHigh is null || title.GradeHigh >= wanted.Low);
}
