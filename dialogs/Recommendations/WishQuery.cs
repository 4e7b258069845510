using LibraryBot.Data.Catalog;
using LibraryBot.Dialogs.Understanding;

namespace LibraryBot.Dialogs.Recommendations;

/// <summary>Puts a wish to the catalogue.</summary>
internal static class WishQuery
{
    /// <summary>The query of a wish, apart from what it should be like.</summary>
    public static CatalogQuery Of(Wish wish, IReadOnlyList<int> withoutTitleIds, int take) => new()
    {
        Text = Text(wish),
        Author = wish.Author,
        AnyOf = [.. wish.Flavors.Select(flavor => Flavors.Synonyms(flavor))],
        Without = [.. wish.Without.SelectMany(without => Flavors.Synonyms(without))],
        WithoutTitleIds = withoutTitleIds,
        Grades = wish.Grades,
        Lexiles = wish.Lexiles,
        Formats = wish.Formats,
        Languages = wish.Languages,
        PagesAtMost = wish.PagesAtMost,
        PagesAtLeast = wish.PagesAtLeast,
        Fiction = wish.Fiction,
        Award = wish.Award,
        AwardYears = wish.AwardYears,
        AvailableNow = wish.AvailableNow,
        Take = take,
    };

    private static string? Text(Wish wish)
    {
        var text = string.Join(' ', new[] { wish.Isbn, wish.Title }.OfType<string>().Concat(wish.Topics));
        return text.Length > 0 ? text : null;
    }
}
