using System.Text.RegularExpressions;
using LibraryBot.Dialogs.Conversation;

namespace LibraryBot.Dialogs.Equipment;

/// <summary>The words without which a sentence that names a thing is a wish to book it, whatever it looks like: "the makerspace tomorrow 3rd period".</summary>
internal static partial class EquipmentCues
{
    /// <summary>Whether a sentence may be about a topic.</summary>
    public static bool Fits(EquipmentTopic topic, string text) => topic switch
    {
        EquipmentTopic.Free => text.Contains('?', StringComparison.Ordinal) || Free().IsMatch(Phrases.Plain(text)),
        EquipmentTopic.Change => Change().IsMatch(Phrases.Plain(text)),
        _ => true,
    };

    [GeneratedRegex(@"\b(?:free|available|availability|open|left|what|whats|which|any|anything|is|are|how many|how much|see|show|check if|libres?|disponibles?|quedan?|hay|cuant[oa]s|que|cual|cuales|esta|estan|abiert[oa]s?|ver)\b")]
    private static partial Regex Free();

    [GeneratedRegex(@"\b(?:my|our|booking|bookings|reservation|change|move|reschedule|switch|shift|push|extend|longer|shorten|instead|more|fewer|add|update|swap|make|mi|mis|nuestra|reserva|cambi\w*|muev\w*|mover\w*|pasa\w*|extiend\w*|extender\w*|alarg\w*|acort\w*|agreg\w*|anad\w*|reprogram\w*|modific\w*|mas|menos)\b")]
    private static partial Regex Change();
}
