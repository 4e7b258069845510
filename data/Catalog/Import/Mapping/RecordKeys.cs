using System.Security.Cryptography;
using System.Text;

namespace LibraryBot.Data.Catalog.Import.Mapping;

/// <summary>What identifies a record from one import to the next.</summary>
internal static class RecordKeys
{
    /// <summary>Longer keys are shortened by a digest; indexes hold no longer text on every database.</summary>
    public const int Longest = 200;

    /// <summary>MARC 003 and 001, "CONS:17", or 001 alone.</summary>
    public static string FromControlNumber(string? agency, string number)
    {
        var from = agency is null ? "" : Spaces.Collapse(agency);
        return Shorten(from.Length == 0 ? number : from + ":" + number);
    }

    /// <summary>
    /// A key out of what does not change when a record is worked on: title, first contributor, edition, publisher, year, format and ISBNs.
    /// The same record gives the same key whenever it comes.
    /// </summary>
    public static string Derive(Title title) => "derived:" + Digest(string.Join('\u001F',
        SortTitles.Fold(title.TitleProper), SortTitles.Fold(title.Subtitle ?? ""), title.Contributors.Count > 0 ? SortTitles.Fold(title.Contributors[0].Name) : "",
        SortTitles.Fold(title.Edition ?? ""), SortTitles.Fold(title.Publisher ?? ""), title.Year, title.Format,
        string.Join(' ', title.Isbns.Select(isbn => isbn.Isbn).Order(StringComparer.Ordinal))));

    /// <summary>The key, or its beginning and a digest where it is too long.</summary>
    public static string Shorten(string key) => key.Length <= Longest ? key : Spaces.Cut(key, Longest - 40) + "#" + Digest(key);

    private static string Digest(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 12));
}
