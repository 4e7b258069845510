using System.Text.Json;
using Microsoft.Bot.Builder.Dialogs;

namespace LibraryBot.Dialogs.Recommendations;

/// <summary>
/// What this conversation is looking at, kept in the dialog's state as text so that any storage can hold it: enough for "shorter", "more" and
/// "the second one".
/// </summary>
internal sealed record Shown
{
    private const int MostSeen = 200;

    /// <summary>The wish that was answered, as <see cref="WishJson"/> writes it; null while the reader is being asked what they like.</summary>
    public string? Wish { get; init; }

    /// <summary>The titles on the last card, in their order.</summary>
    public IReadOnlyList<ShownTitle> Titles { get; init; } = [];

    /// <summary>Every title shown for this wish, so that "more" shows others.</summary>
    public IReadOnlyList<int> Seen { get; init; } = [];

    /// <summary>Whether the card offers more results.</summary>
    public bool HasMore { get; init; }

    /// <summary>The one of <see cref="Titles"/> that is being looked at closely on the last card; null where that shows all of them.</summary>
    public int? Focus { get; init; }

    /// <summary>The channel's id of the last card, for replacing it.</summary>
    public string? CardId { get; init; }

    /// <summary>Reads it out of a dialog's state.</summary>
    public static Shown? From(DialogInstance? dialog) =>
        dialog?.State.TryGetValue(nameof(Shown), out var json) == true && json is string text ? JsonSerializer.Deserialize<Shown>(text) : null;

    /// <summary>Keeps it in a dialog's state.</summary>
    public void Keep(DialogInstance dialog) =>
        dialog.State[nameof(Shown)] = JsonSerializer.Serialize(this with { Seen = [.. Seen.Distinct().TakeLast(MostSeen)] });
}

/// <summary>A title on a card.</summary>
internal sealed record ShownTitle(int Id, string Name)
{
    /// <summary>The sentence of the language model under it, so that it stays when the card is replaced; null where there is none.</summary>
    public string? Why { get; init; }
}
