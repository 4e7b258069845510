using AdaptiveCards;
using LibraryBot.Data.Equipment;
using LibraryBot.Dialogs.Conversation;

namespace LibraryBot.Dialogs.Equipment.Desk;

/// <summary>Something on a list at the desk.</summary>
/// <param name="Title">What it is.</param>
/// <param name="Lines">What is to be known about it.</param>
/// <param name="Buttons">What can be done with it.</param>
internal sealed record DeskEntry(string Title, IReadOnlyList<string> Lines, params IReadOnlyList<AdaptiveSubmitAction> Buttons);

/// <summary>The librarian's cards.</summary>
internal static class DeskCards
{
    /// <summary>Things one below the other, each with its buttons.</summary>
    public static AdaptiveCard List(string heading, IReadOnlyList<DeskEntry> entries) => CardParts.Card(
        Spoken([heading, .. entries.Select(entry => string.Join(", ", entry.Lines.Prepend(entry.Title)))]),
        [
            CardParts.Heading(heading),
            .. entries.Select(entry => new AdaptiveContainer
            {
                Separator = true,
                Items =
                [
                    CardParts.Line(entry.Title),
                    .. entry.Lines.Select(line => CardParts.Line(line, subtle: true)),
                    .. entry.Buttons.Count > 0 ? [new AdaptiveActionSet { Actions = [.. entry.Buttons] }] : Array.Empty<AdaptiveElement>(),
                ],
            }),
        ]);

    /// <summary>A field for why a booking is declined.</summary>
    public static AdaptiveCard Why(int bookingId, string about, string? reason)
    {
        var card = CardParts.Card(
            Spoken([DeskStrings.WhyHeading, about]),
            CardParts.Heading(DeskStrings.WhyHeading),
            CardParts.Line(about, subtle: true),
            new AdaptiveTextInput
            {
                Id = DeskButtons.Reason,
                Label = DeskStrings.WhyLabel,
                Placeholder = DeskStrings.WhyExample,
                Value = reason,
                MaxLength = Approvals.LongestReason,
                IsMultiline = true,
                IsRequired = true,
                ErrorMessage = DeskStrings.WhyNeeded,
            });
        card.Actions.Add(DeskButtons.About(bookingId, DeskButtons.Decline, DeskStrings.Decline, null));
        return card;
    }

    /// <summary>What is to be closed, to be done with a tap.</summary>
    public static AdaptiveCard ConfirmClosing(string question, AdaptiveSubmitAction button)
    {
        var card = CardParts.Card(question, CardParts.Line(question));
        card.Actions.Add(button);
        return card;
    }

    /// <summary>Parts read aloud as sentences.</summary>
    public static string Spoken(IEnumerable<string> parts) => string.Join(' ', parts.Select(part => part[^1] is '.' or '?' or '!' or ':' ? part : part + "."));
}
