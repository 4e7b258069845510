namespace LibraryBot.Dialogs.Kits;

/// <summary>What somebody wants done with kits.</summary>
internal abstract record KitReply
{
    private KitReply()
    {
    }

    /// <summary>A kit of its own.</summary>
    internal sealed record New(KitWish Wish) : KitReply;

    /// <summary>The kit with something else: a number, a grade, a group, formats, another topic.</summary>
    internal sealed record Changed(KitWish Wish, bool IsBesides) : KitReply;

    /// <summary>More copies for whoever reads a language or at a grade; null for the class's.</summary>
    internal sealed record More(string? Language, int? Grade, int Count) : KitReply;

    /// <summary>Easier (below zero) or harder, by a grade each.</summary>
    internal sealed record Harder(int By) : KitReply;

    /// <summary>Without some titles, by their numbers on the card from 1, or -1 for the last; empty where it is not said which.</summary>
    internal sealed record Remove(IReadOnlyList<int> Numbers) : KitReply;

    /// <summary>Without a title by its name.</summary>
    internal sealed record RemoveNamed(string Name) : KitReply;

    /// <summary>With a title by its name.</summary>
    internal sealed record Add(string Name) : KitReply;

    /// <summary>All about one title, by its number on the card from 1.</summary>
    internal sealed record About(int Number) : KitReply;

    /// <summary>As it was before the last change.</summary>
    internal sealed record Undo : KitReply;

    /// <summary>All titles on hold.</summary>
    internal sealed record HoldAll : KitReply;

    /// <summary>Kept under a name; null where none was said.</summary>
    internal sealed record Save(string? Name) : KitReply;

    /// <summary>A link to it.</summary>
    internal sealed record Share : KitReply;

    /// <summary>No link to it any more.</summary>
    internal sealed record Withdraw : KitReply;

    /// <summary>To print it or to have it as a file.</summary>
    internal sealed record Print : KitReply;

    /// <summary>The kits one keeps.</summary>
    internal sealed record Mine : KitReply;

    /// <summary>A kept kit by its name, or by the code of its link.</summary>
    internal sealed record Open(string Name) : KitReply;

    /// <summary>A kept kit away; null for the one that is looked at.</summary>
    internal sealed record Delete(string? Name) : KitReply;
}
