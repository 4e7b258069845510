namespace LibraryBot.Data.Calendar;

/// <summary>Reads the texts a school gives by language.</summary>
public static class LocalizedText
{
    /// <summary>The text in a language, in English where the school gave none in it, or null where it gave neither.</summary>
    /// <param name="text">The texts by language code.</param>
    /// <param name="language">"en" or "es".</param>
    public static string? In(this IReadOnlyDictionary<string, string> text, string language) =>
        text.GetValueOrDefault(language) ?? text.GetValueOrDefault("en");
}
