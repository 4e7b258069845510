using LibraryBot.Data.People;

namespace LibraryBot.People;

/// <summary>What is known of a sender when a turn begins.</summary>
/// <param name="Person">Who they are on the roster; null for somebody who is not on it.</param>
/// <param name="Address">Their address as it was kept; null when they are met for the first time.</param>
internal sealed record Met(Person? Person, Address? Address)
{
    /// <summary>A turn without a sender.</summary>
    public static Met Nobody { get; } = new(null, null);
}
