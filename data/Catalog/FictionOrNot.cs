namespace LibraryBot.Data.Catalog;

/// <summary>Whether a title is fiction, as far as its record says.</summary>
public static class FictionOrNot
{
    /// <summary>
    /// True for fiction, false for non-fiction, null where the record does not say. The headings decide ("Frogs -- Fiction", "Graphic
    /// novels"); without one, a shelf mark such as FIC or E, or a Dewey number, does.
    /// </summary>
    public static bool? Of(Title title)
    {
        foreach (var heading in title.Genres.Concat(title.Subjects))
        {
            if (Says(heading, "nonfiction") || Says(heading, "non-fiction") || Says(heading, "no ficción") || Says(heading, "biograph"))
            {
                return false;
            }
            if (Says(heading, "fiction") || Says(heading, "ficción") || Says(heading, "novel"))
            {
                return true;
            }
        }
        var mark = title.CallNumber?.Trim('[', ' ').ToUpperInvariant() ?? "";
        return mark.Split(' ', ']', '/')[0] switch
        {
            "FIC" or "F" or "E" or "FICTION" or "EASY" => true,
            "B" or "BIO" or "92" => false,
            { Length: >= 3 } first when first.AsSpan(0, 3).IndexOfAnyExceptInRange('0', '9') < 0 => false,
            _ => null,
        };
    }

    private static bool Says(string heading, string word) => heading.Contains(word, StringComparison.OrdinalIgnoreCase);
}
