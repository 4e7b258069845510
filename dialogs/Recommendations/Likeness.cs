using LibraryBot.Data.Catalog;
using LibraryBot.Dialogs.Conversation;
using LibraryBot.Dialogs.Understanding;

namespace LibraryBot.Dialogs.Recommendations;

/// <summary>What two titles have in common, as a reason to read one after the other.</summary>
internal static class Likeness
{
    private const int MostReasons = 4;

    /// <summary>Compares a title with the one it is to be like, and with what else was asked.</summary>
    /// <param name="source">The title it is to be like.</param>
    /// <param name="title">The title.</param>
    /// <param name="wish">What else was asked.</param>
    /// <param name="because">What the records alone do not show.</param>
    public static Fit Of(Title source, Title title, Wish wish, LikeReasons because)
    {
        var asked = Fit.Of(wish with { Topics = [], Flavors = [], Author = null }, title);
        var shared = new List<string>();
        if (because.HasFlag(LikeReasons.NextInSeries))
        {
            shared.Add(Words.Of(RecommendationStrings.WhyNext, source.SeriesName));
        }
        else if (source.SeriesName is { } series && string.Equals(series, title.SeriesName, StringComparison.OrdinalIgnoreCase))
        {
            shared.Add(Words.Of(RecommendationStrings.WhySeries, series));
        }

        if (because.HasFlag(LikeReasons.BorrowedTogether))
        {
            shared.Add(Words.Of(RecommendationStrings.WhyTogether, source.TitleProper));
        }

        if (source.Contributors.Select(maker => maker.Name).Intersect(title.Contributors.Select(maker => maker.Name)).FirstOrDefault() is { } maker)
        {
            shared.Add(Words.Of(RecommendationStrings.WhyBy, RecommendationWords.Name(maker)));
        }

        if (source.Format == title.Format && title.Format != TitleFormat.Book)
        {
            shared.Add(RecommendationWords.Format(title.Format));
        }

        shared.AddRange(RecommendationWords.Flavors(source).Intersect(RecommendationWords.Flavors(title)).Take(2).Select(RecommendationWords.Flavor));

        // Headings are in the language of the catalogue, which is English.
        if (SpokenLanguage.Current == "en")
        {
            // "Graphic novels" says nothing after "graphic novel".
            shared.AddRange([.. Headings(source.Subjects)
                .Intersect(Headings(title.Subjects), StringComparer.OrdinalIgnoreCase)
                .Where(heading => !shared.Exists(reason => heading.StartsWith(reason, StringComparison.OrdinalIgnoreCase)))
                .Take(2)]);
        }

        if (because.HasFlag(LikeReasons.RelatedTopic))
        {
            shared.Add(RecommendationStrings.WhyRelated);
        }

        return asked with { Why = [.. asked.Why.Concat(shared).Distinct(StringComparer.OrdinalIgnoreCase).Take(MostReasons)] };
    }

    private static IEnumerable<string> Headings(IEnumerable<string> headings) => headings.Select(heading => heading.Split(" -- ")[0].ToLowerInvariant());
}
