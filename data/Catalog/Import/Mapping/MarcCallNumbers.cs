using LibraryBot.Data.Catalog.Import.Marc;

namespace LibraryBot.Data.Catalog.Import.Mapping;

/// <summary>Reads a title's call number: the library's own first (092, 099, 090), then Dewey (082), then Library of Congress (050).</summary>
internal static class MarcCallNumbers
{
    private static readonly string[] Tags = ["092", "099", "090", "082", "050"];

    /// <summary>The call number, or null.</summary>
    public static string? Read(MarcRecord record)
    {
        string? prefix = null;
        foreach (var field in Tags.SelectMany(record.All))
        {
            // Only the first of several numbers is the shelf mark; 099 is one number in several pieces.
            var text = field.Tag == "099" ? field.Join("a") : string.Join(' ', new[] { field['a'], field['b'] }.Where(part => part is not null));

            // Slashes and apostrophes in Dewey numbers mark where they may be cut, and are no part of them.
            text = field.Tag == "082" ? text.Replace("/", "", StringComparison.Ordinal).Replace("'", "", StringComparison.Ordinal) : text;
            text = Spaces.Collapse(text.Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal));
            if (text.Length is > 0 and <= 3 && text.All(char.IsLetter) && prefix is null)
            {
                // "J" or "REF" alone is what stands before the number.
                prefix = text;
            }
            else if (text.Length > 0)
            {
                return Spaces.Cut(prefix is null || field.Tag == "050" ? text : prefix + " " + text, 100);
            }
        }

        return prefix;
    }
}
