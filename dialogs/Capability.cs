using LibraryBot.Data.People;
using LibraryBot.Dialogs.Conversation;
using Microsoft.Bot.Schema;

namespace LibraryBot.Dialogs;

/// <summary>
/// One thing the bot can do: a folder with a dialog, its cards, its words and its utterances, and one line in <c>Capabilities.cs</c>.
/// </summary>
/// <param name="Name">
/// The folder's name, "Recommendations". Its utterances are the embedded files <c>{Name}/Utterances.en.txt</c> and <c>.es.txt</c>.
/// </param>
/// <param name="Dialog">The dialog, a <c>Dialog</c> from the container whose id is <paramref name="Name"/>; begun with a <see cref="CapabilityRequest"/>.</param>
public sealed record Capability(string Name, Type Dialog)
{
    /// <summary>Whether it may answer in the middle of another dialog and give the word back ("when do you close?").</summary>
    public bool MayInterrupt { get; init; }

    /// <summary>Who may use it; empty means everybody.</summary>
    public IReadOnlyList<Role> Roles { get; init; } = [];

    /// <summary>
    /// What somebody of another role is told, in the current UI culture, given whom to ask; null for the usual words. They may be able to do something like it.
    /// </summary>
    public Func<string, Activity>? ForOthers { get; init; }

    /// <summary>
    /// Its entries on the menu card, in the current UI culture: what the button says, and what is sent when it is pressed. Empty keeps it
    /// off the menu.
    /// </summary>
    public Func<IReadOnlyList<MenuEntry>> Menu { get; init; } = () => [];
}

/// <summary>A button on the menu.</summary>
/// <param name="Text">What it says, "Find a book".</param>
/// <param name="Example">What it sends as if typed, "a funny graphic novel for a 4th grader".</param>
public sealed record MenuEntry(string Text, string Example);

/// <summary>What a capability's dialog is begun with.</summary>
/// <param name="Text">What was said, mentions and control characters removed; never longer than the limit of a message.</param>
/// <param name="Language">The language it was said in, "en" or "es".</param>
public sealed record CapabilityRequest(string Text, string Language)
{
    /// <summary>The capability that the sentence is meant for, by its name, whoever answers it in the end; null where none is recognized.</summary>
    public string? Meant { get; init; }

    /// <summary>What of the capability is meant, where its utterances have sections; else null.</summary>
    public string? Intent { get; init; }

    /// <summary>The button that was pressed, where nothing was said: one of this capability's own cards, perhaps of long ago.</summary>
    public CardTap? Tap { get; init; }
}
