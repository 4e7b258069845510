namespace LibraryBot.Data.Catalog.Lists;

/// <summary>What became of changing a list.</summary>
public abstract record ListOutcome
{
    private ListOutcome()
    {
    }

    /// <summary>It is done.</summary>
    public sealed record Done : ListOutcome;

    /// <summary>It was so already.</summary>
    public sealed record NothingToDo : ListOutcome;

    /// <summary>There is no room for more.</summary>
    /// <param name="Most">How many titles a list may have.</param>
    public sealed record Full(int Most) : ListOutcome;

    /// <summary>There is no such title, or no longer.</summary>
    public sealed record NoSuchTitle : ListOutcome;

    /// <summary>There is no such list, or it is not theirs to change: who asks is told no more.</summary>
    public sealed record NoSuchList : ListOutcome;

    /// <summary>Another list of the library has the name.</summary>
    public sealed record NameTaken : ListOutcome;

    /// <summary>It is no name: empty, too long, or without a letter.</summary>
    public sealed record NoName : ListOutcome;

    /// <summary>The person is not on the roster.</summary>
    public sealed record NotAllowed : ListOutcome;
}

/// <summary>A list with its titles.</summary>
/// <param name="List">The list, without its entries.</param>
/// <param name="Titles">The titles that are in the collection, in the order they were put on it, their copies loaded.</param>
public sealed record ListedTitles(BookList List, IReadOnlyList<Title> Titles);
