using System.Text.Json;
using LibraryBot.Data.Kits;
using Microsoft.Bot.Builder.Dialogs;

namespace LibraryBot.Dialogs.Kits;

/// <summary>The kit a conversation is looking at, kept in the dialog's state as text.</summary>
internal sealed record KitDraft
{
    /// <summary>What it is made for, as it stands after all that was said.</summary>
    public KitRequest Request { get; init; } = new();

    /// <summary>The same before the last change; null where there was none.</summary>
    public KitRequest? Before { get; init; }

    /// <summary>The titles as numbered on the last card.</summary>
    public IReadOnlyList<DraftTitle> Titles { get; init; } = [];

    /// <summary>The title spoken of last.</summary>
    public int? Focus { get; init; }

    /// <summary>What the teacher is being asked for.</summary>
    public KitQuestion Asking { get; init; }

    /// <summary>The name it is, or is to be, kept under; null while it has none.</summary>
    public string? Name { get; init; }

    /// <summary>The kept kit of the speaker that it is, unchanged or not; null where it is none yet.</summary>
    public int? KitId { get; init; }

    /// <summary>The code of the link it was opened by, while it is unchanged; null else.</summary>
    public string? Code { get; init; }

    /// <summary>Whether it is a kept kit as it was kept.</summary>
    public bool IsAsKept { get; init; }

    /// <summary>Reads it out of a dialog's state.</summary>
    public static KitDraft? From(DialogInstance? dialog) =>
        dialog?.State.TryGetValue(nameof(KitDraft), out var json) == true && json is string text ? JsonSerializer.Deserialize<KitDraft>(text) : null;

    /// <summary>Keeps it in a dialog's state.</summary>
    public void Keep(DialogInstance dialog) => dialog.State[nameof(KitDraft)] = JsonSerializer.Serialize(this);

    /// <summary>The draft with another request.</summary>
    public KitDraft Changed(KitRequest request) => this with { Request = request.Bounded(), Before = Request, IsAsKept = false, Code = null, Asking = KitQuestion.None };
}

/// <summary>A title on the card of a kit.</summary>
internal sealed record DraftTitle(int Id, string Name);

/// <summary>What a teacher may be asked for.</summary>
internal enum KitQuestion
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>What the unit is about.</summary>
    Topic,

    /// <summary>Which grade, and how many students.</summary>
    Class,
}
