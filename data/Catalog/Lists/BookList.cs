namespace LibraryBot.Data.Catalog.Lists;

/// <summary>Titles somebody put together: a person's own list, of which everybody has one at most, or one of the library's, which has no owner.</summary>
public sealed class BookList
{
    /// <summary>The longest name, in characters.</summary>
    public const int LongestName = 80;

    /// <summary>The most titles on one list.</summary>
    public const int MostTitles = 200;

    /// <summary>The database's own number.</summary>
    public int Id { get; set; }

    /// <summary>Whose own list it is; null for the library's.</summary>
    public int? OwnerId { get; set; }

    /// <summary>What it is called, "Summer reading"; empty for a person's own.</summary>
    public required string Name { get; set; }

    /// <summary>The name as it is compared: lower case, without accents, punctuation and a leading article. Unique among the library's lists.</summary>
    public required string NameKey { get; set; }

    /// <summary>When everybody could ask for it, in UTC; null while the librarian works on it. A person's own is never published.</summary>
    public DateTimeOffset? PublishedAt { get; set; }

    /// <summary>What nobody can guess and opens a person's own list for whoever has it; null while it is not shared.</summary>
    public string? ShareCode { get; set; }

    /// <summary>When it was begun, in UTC.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>The titles on it.</summary>
    public List<BookListEntry> Entries { get; set; } = [];
}

/// <summary>A title on a list. A title is on a list once; the database refuses it twice.</summary>
public sealed class BookListEntry
{
    /// <summary>The database's own number; the list is in this order.</summary>
    public int Id { get; set; }

    /// <summary>The list.</summary>
    public int ListId { get; set; }

    /// <summary>The title.</summary>
    public int TitleId { get; set; }
}
