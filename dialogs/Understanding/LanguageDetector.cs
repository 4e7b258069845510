namespace LibraryBot.Dialogs.Understanding;

/// <summary>Tells English from Spanish by the small words that only one of them has. Safe for any text and many threads.</summary>
public sealed class LanguageDetector
{
    private const int TellsByItself = 2;

    private static readonly Dictionary<string, int> s_english = Load("en");
    private static readonly Dictionary<string, int> s_spanish = Load("es");

    private readonly Dictionary<string, int> _english = s_english;
    private readonly Dictionary<string, int> _spanish = s_spanish;

    /// <summary>"en" or "es"; null where the text is too short or too mixed to say.</summary>
    public string? Detect(string text)
    {
        var head = text.AsSpan(0, Math.Min(text.Length, Tokenizer.Limit));
        var english = 0;
        var spanish = head.ContainsAny('¿', '¡') ? 3 : 0;
        foreach (var token in Tokenizer.Tokenize(text))
        {
            english += _english.GetValueOrDefault(token.Plain);
            spanish += _spanish.GetValueOrDefault(token.Plain) + (HasEnye(head[token.Start..token.End]) ? 1 : 0);
        }

        return english >= 2 * Math.Max(spanish, 1) ? "en" : spanish >= 2 * Math.Max(english, 1) ? "es" : null;
    }

    /// <summary>Whether both languages are spoken in a sentence: each has a word that the other has not.</summary>
    internal static bool IsMixed(IReadOnlyList<Token> tokens) =>
        tokens.Any(token => s_english.GetValueOrDefault(token.Plain) >= TellsByItself) && tokens.Any(token => s_spanish.GetValueOrDefault(token.Plain) >= TellsByItself);

    private static bool HasEnye(ReadOnlySpan<char> word) => word.ContainsAny('ñ', 'Ñ');

    // Lines of Languages.txt: "en 2: words", the weight of each word; 2 is enough to tell by itself.
    private static Dictionary<string, int> Load(string language)
    {
        var words = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var line in TextFiles.Lines("Understanding/Words/Languages.txt").Where(line => line.StartsWith(language, StringComparison.Ordinal)))
        {
            foreach (var word in line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                words[word] = line[3] - '0';
            }
        }

        return words;
    }
}
