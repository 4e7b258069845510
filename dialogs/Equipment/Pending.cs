using System.Text.Json;
using Microsoft.Bot.Builder.Dialogs;

namespace LibraryBot.Dialogs.Equipment;

/// <summary>What was asked back, kept in the dialog's state as text so that any storage can hold it.</summary>
/// <param name="Text">What was said so far.</param>
/// <param name="Missing">What is waited for; null where nothing is.</param>
/// <param name="CardId">The channel's id of the last card, for replacing it; null where it gave none.</param>
internal sealed record Pending(string Text, Missing? Missing, string? CardId = null)
{
    /// <summary>Whether it is about what is free, and not about booking.</summary>
    public bool AboutFree { get; init; }

    /// <summary>What is about to be booked, or was just booked or changed; null where nothing was. "Make it 20" is about it.</summary>
    public Offer? Offer { get; init; }

    /// <summary>Whether a "yes" books <see cref="Offer"/>.</summary>
    public bool Confirms { get; init; }

    /// <summary>The bookings that a "yes" gives up; null where it gives up none.</summary>
    public IReadOnlyList<int>? GivesUp { get; init; }

    /// <summary>The channel's id of the card that shows the booking of <see cref="Offer"/>; null where none does.</summary>
    public string? BookingCardId { get; init; }

    /// <summary>The same, with the card that was sent.</summary>
    public Pending Kept(string? card) => this with { CardId = card };

    /// <summary>Reads it out of a dialog's state.</summary>
    public static Pending? From(DialogInstance? dialog) =>
        dialog?.State.TryGetValue(nameof(Pending), out var json) == true && json is string text ? JsonSerializer.Deserialize<Pending>(text) : null;

    /// <summary>Keeps it in a dialog's state.</summary>
    public void Keep(DialogInstance dialog) => dialog.State[nameof(Pending)] = JsonSerializer.Serialize(this);
}

/// <summary>What a request lacks.</summary>
internal enum Missing
{
    /// <summary>When.</summary>
    Time,

    /// <summary>What.</summary>
    Thing,

    /// <summary>How many.</summary>
    Quantity,
}
