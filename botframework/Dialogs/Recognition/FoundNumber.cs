namespace Microsoft.Bot.Builder.Dialogs.Recognition;

/// <summary>A number in a text.</summary>
/// <param name="Start">The place of its first character.</param>
/// <param name="End">The place of its last character.</param>
/// <param name="Text">As it was written.</param>
/// <param name="Value">The number, or the place an ordinal means.</param>
internal sealed record FoundNumber(int Start, int End, string Text, decimal Value);
