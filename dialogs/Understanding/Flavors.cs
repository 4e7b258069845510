using System.Globalization;

namespace LibraryBot.Dialogs.Understanding;

/// <summary>Genres and moods: the canonical names in <see cref="Wish.Flavors"/> and <see cref="Wish.Without"/>.</summary>
public static class Flavors
{
    /// <summary>In two languages: told by the languages of a record and hardly ever by its words.</summary>
    public const string Bilingual = "bilingual";

    /// <summary>The canonical names.</summary>
    public static IEnumerable<string> All => WordLists.Instance.Search.Keys;

    /// <summary>
    /// What to look for in the catalogue for a flavor, in both languages: "funny" → humorous, funny, humor, humorístico... What is no
    /// flavor, such as a reader's own word in <see cref="Wish.Without"/>, is returned as the one thing to look for.
    /// </summary>
    public static IReadOnlyList<string> Synonyms(string flavor) => WordLists.Instance.Search.GetValueOrDefault(flavor) ?? [flavor];

    /// <summary>A flavor as it is said to a person in the current UI culture, "science fiction"; what is no flavor comes back as it is.</summary>
    public static string DisplayName(string flavor) =>
        FlavorStrings.ResourceManager.GetString(flavor.Replace('-', '_'), CultureInfo.CurrentUICulture) ?? flavor;
}
