using System.Collections.Frozen;
using LibraryBot.Dialogs.Conversation;
using LibraryBot.Dialogs.Understanding;

namespace LibraryBot.Dialogs.Recommendations;

/// <summary>"I don't know", "surprise me": whoever has no wish gets something that is good and in.</summary>
internal static class Surprise
{
    private static readonly FrozenSet<string> s_said = new[]
    {
        "surprise me", "surprise", "suprise me", "idk", "i dont know", "i do not know", "dont know", "dunno", "anything", "whatever", "any book",
        "anything is fine", "anything good", "you choose", "you pick", "pick one", "pick for me", "i dont care", "doesnt matter", "no idea", "not sure",
        "sorprendeme", "sorpresa", "no se", "nose", "no lo se", "cualquiera", "cualquier cosa", "lo que sea", "el que sea", "elige tu", "escoge tu",
        "me da igual", "no importa cual", "ni idea", "no estoy seguro", "no estoy segura",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>What is looked for: an award winner that is in now.</summary>
    public static Wish Wish { get; } = new() { Award = string.Empty, AvailableNow = true };

    /// <summary>Whether a message is nothing but that.</summary>
    public static bool IsMeant(string text) => text.Length < 40 && s_said.Contains(Phrases.Plain(text));
}
