namespace LibraryBot.Dialogs.Understanding;

/// <summary>Which capability a sentence is meant for.</summary>
/// <param name="Capability">The capability's name, or null for none of them.</param>
/// <param name="Intent">
/// What of the capability is meant, where its utterance file has sections: "Hours" for a line under <c>[Hours]</c>. Null for a line above
/// the first section, and where no capability is meant.
/// </param>
/// <param name="Confidence">How sure that is, 0 to 1: of such answers about this share is right.</param>
public sealed record Recognition(string? Capability, string? Intent, double Confidence);
