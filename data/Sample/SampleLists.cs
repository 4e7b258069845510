using LibraryBot.Data.Catalog.Lists;

namespace LibraryBot.Data.Sample;

/// <summary>The lists that the librarian of the sample library has put up.</summary>
internal static class SampleLists
{
    /// <summary>Reads them anew, for titles by their ids, published at a time.</summary>
    public static IEnumerable<BookList> Read(IReadOnlyDictionary<string, int> titles, DateTimeOffset now) => SampleFiles.ReadRows("lists.csv")
        .Select(row => (List: row["list"]!, Title: titles[row["title"]!]))
        .GroupBy(row => row.List, StringComparer.Ordinal)
        .Select(rows => new BookList
        {
            Name = rows.Key,
            NameKey = LibraryLists.KeyOf(rows.Key),
            CreatedAt = now,
            PublishedAt = now,
            Entries = [.. rows.Select(row => new BookListEntry { TitleId = row.Title })],
        });
}
