using LibraryBot.Data.Catalog;
using LibraryBot.Dialogs.Understanding;

namespace LibraryBot.Dialogs.Recommendations;

/// <summary>Puts a wish to the catalogue.</summary>
internal static class WishQuery
{
    /// <summary>The query of a wish, apart from what it should be like.</summary>
    public static CatalogQuery Of(Wish wish, IReadOnlyList<int> withoutTitleIds, int take) => new()
    {
        Text = Text(wish, wish.Topics.Where(topic => !IsPhrase(topic))),
        OtherWords = wish.Topics.Where(topic => !IsPhrase(topic)).SelectMany(topic => topic.Split(' ')).Distinct()
            .Select(word => (Word: word, Other: TopicWords.Of(word))).Where(each => each.Other != OtherWords.None).ToDictionary(each => each.Word, each => each.Other),
        Author = wish.Author,
        AnyOf = [.. wish.Topics.Where(IsPhrase).Select(topic => (IReadOnlyList<string>)[topic, .. TopicWords.Of(topic).Same]), .. wish.Flavors.Where(flavor => flavor != Flavors.Bilingual).Select(flavor => Flavors.Synonyms(flavor))],
        // "My dog died, but not too sad": a book about loss need not be a sad one.
        Without = [.. wish.Without.SelectMany(without => Flavors.Synonyms(without)).Except(wish.Flavors.SelectMany(flavor => Flavors.Synonyms(flavor)))],
        WithoutTitleIds = withoutTitleIds,
        Grades = wish.Grades,
        Lexiles = wish.Lexiles,
        Formats = wish.Formats,
        Languages = wish.Flavors.Contains(Flavors.Bilingual) ? [.. wish.Languages.DefaultIfEmpty("spa").Append("eng").Distinct()] : wish.Languages,
        InEachLanguage = wish.Flavors.Contains(Flavors.Bilingual),
        PagesAtMost = wish.PagesAtMost,
        PagesAtLeast = wish.PagesAtLeast,
        Fiction = wish.Fiction,
        Award = wish.Award,
        AwardYears = wish.AwardYears,
        AvailableNow = wish.AvailableNow,
        Take = take,
    };

    /// <summary>What titles near a wish must be, which have not its words.</summary>
    public static CatalogQuery Near(Wish wish, IReadOnlyList<int> withoutTitleIds, int take) =>
        Of(wish with { Topics = [], Author = null, Title = null, Isbn = null }, withoutTitleIds, take);

    private static string? Text(Wish wish, IEnumerable<string> topics)
    {
        var text = string.Join(' ', new[] { wish.Isbn, wish.Title }.OfType<string>().Concat(topics));
        return text.Length > 0 ? text : null;
    }

    // "World war ii" is one thing whose words mean something else one by one.
    private static bool IsPhrase(string topic) => topic.Contains(' ', StringComparison.Ordinal) && TopicWords.Of(topic) != OtherWords.None;
}
