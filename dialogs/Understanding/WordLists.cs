namespace LibraryBot.Dialogs.Understanding;

/// <summary>A phrase of the lists.</summary>
/// <param name="Kind">What it is a word for: "format", "flavor", "filler".</param>
/// <param name="Value">Which one, "GraphicNovel"; empty where the kind has no values.</param>
/// <param name="Language">"en" or "es".</param>
/// <param name="Keys">Its words as they are compared.</param>
internal sealed record Phrase(string Kind, string Value, string Language, string[] Keys);

/// <summary>
/// The word lists in <c>Understanding/Words</c>. A file has sections <c>[kind value]</c>, and in them lines <c>en: phrase, phrase</c>,
/// <c>es: ...</c> and <c>search: ...</c>, the last for words to look for in the catalogue.
/// </summary>
internal sealed class WordLists
{
    private static readonly string[] s_files = ["Flavors", "Formats", "Levels", "Numbers", "Frames", "Filler", "Refinements", "Shelves"];

    private readonly Dictionary<string, Phrase[]> _byFirstKey;

    private WordLists(List<Phrase> phrases, IReadOnlyDictionary<string, IReadOnlyList<string>> search)
    {
        _byFirstKey = phrases.GroupBy(phrase => phrase.Keys[0], StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.OrderByDescending(phrase => phrase.Keys.Length).ToArray(), StringComparer.Ordinal);
        All = phrases;
        Search = search;
        Spelling = new Spelling(phrases.SelectMany(phrase => phrase.Keys), TextFiles.Lines("Understanding/Words/RealWords.txt"));
    }

    /// <summary>The lists, read once.</summary>
    public static WordLists Instance { get; } = Load();

    /// <summary>Every phrase.</summary>
    public IReadOnlyList<Phrase> All { get; }

    /// <summary>What to look for in the catalogue, by flavor.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Search { get; }

    /// <summary>Corrects to the words of the lists.</summary>
    public Spelling Spelling { get; }

    /// <summary>The phrases that begin with a word, longest first.</summary>
    public ReadOnlySpan<Phrase> StartingWith(string key) => _byFirstKey.TryGetValue(key, out var phrases) ? phrases : [];

    private static WordLists Load()
    {
        var phrases = new List<Phrase>();
        var search = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var file in s_files)
        {
            var (kind, value) = (string.Empty, string.Empty);
            foreach (var line in TextFiles.Lines($"Understanding/Words/{file}.txt"))
            {
                if (line[0] == '[')
                {
                    var name = line.Trim('[', ']');
                    var blank = name.IndexOf(' ', StringComparison.Ordinal);
                    (kind, value) = blank < 0 ? (name, string.Empty) : (name[..blank], name[(blank + 1)..]);
                    continue;
                }

                var colon = line.IndexOf(':', StringComparison.Ordinal);
                var words = line[(colon + 1)..].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
                if (line[..colon] == "search")
                {
                    search[value] = words;
                }
                else
                {
                    phrases.AddRange(words.Select(words => new Phrase(kind, value, line[..colon], KeysOf(words))));
                }
            }
        }

        return new WordLists(phrases, search);
    }

    private static string[] KeysOf(string phrase) => [.. Tokenizer.Tokenize(phrase).Select(token => token.Key)];
}
