namespace LibraryBot.Dialogs.Understanding;

/// <summary>A sentence being read: its words, which of them are used up, and what phrases of the lists stand in it.</summary>
internal sealed class Sentence
{
    // Words for things are understood in either language wherever they stand ("libros de comics"); the small words around them only in
    // the sentence's own, for "no", "once", "son" and "has" mean other things in the other.
    private static readonly HashSet<string> s_either = new(StringComparer.Ordinal) { "flavor", "format", "language", "award", "grades", "fiction", "lexile", "page" };

    // "Do you have libros de ciencia in English": where both languages are spoken, the words for a book and those that say nothing count in both.
    private static readonly HashSet<string> s_mixed = new(StringComparer.Ordinal) { "book", "filler", "title-before", "change" };

    private readonly string _text;
    private readonly string _language;
    private readonly WordLists _lists;
    private readonly bool[] _used;
    private readonly bool _isMixed;

    private Sentence(string text, string language, WordLists lists)
    {
        _text = text;
        _language = language;
        _lists = lists;
        Tokens = [.. ChatSpelling.Resolve(Tokenizer.Tokenize(text)).Select(token => token with { Key = lists.Spelling.Correct(token.Key) })];
        _isMixed = LanguageDetector.IsMixed(Tokens);
        _used = new bool[Tokens.Count];
    }

    /// <summary>The words.</summary>
    public IReadOnlyList<Token> Tokens { get; }

    /// <summary>How many words.</summary>
    public int Count => Tokens.Count;

    /// <summary>Reads a text in a language.</summary>
    public static Sentence Of(string text, string language) => new(text, language, WordLists.Instance);

    /// <summary>Whether there is a word at a place that nobody has used.</summary>
    public bool IsFree(int at) => at >= 0 && at < Count && !_used[at];

    /// <summary>Uses words up.</summary>
    public void Use(int from, int count) => _used.AsSpan(from, count).Fill(true);

    /// <summary>Whether no word is free any more.</summary>
    public bool IsUsedUp => Array.TrueForAll(_used, used => used);

    /// <summary>The text of some words as it was written, blanks made single.</summary>
    public string Words(int from, int count) =>
        string.Join(' ', _text[Tokens[from].Start..Tokens[from + count - 1].End].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The longest free phrase of some kinds that begins at a place; its length is 0 where there is none.</summary>
    public (string Value, int Length, string Kind) Match(int at, params ReadOnlySpan<string> kinds)
    {
        if (IsFree(at))
        {
            foreach (var phrase in _lists.StartingWith(Tokens[at].Key))
            {
                if (kinds.Contains(phrase.Kind) && (phrase.Language == _language || s_either.Contains(phrase.Kind) || _isMixed && s_mixed.Contains(phrase.Kind)) && StandsAt(phrase, at))
                {
                    return (phrase.Value, phrase.Keys.Length, phrase.Kind);
                }
            }
        }

        return (string.Empty, 0, string.Empty);
    }

    /// <summary>How many words long a phrase of some kinds at a place is, 0 for none.</summary>
    public int Length(int at, params ReadOnlySpan<string> kinds) => Match(at, kinds).Length;

    /// <summary>The length of a phrase of some kinds that ends just before a place, 0 for none.</summary>
    public int LengthBefore(int at, params ReadOnlySpan<string> kinds)
    {
        for (var length = 4; length > 0; length--)
        {
            if (at - length >= 0 && Match(at - length, kinds).Length == length)
            {
                return length;
            }
        }

        return 0;
    }

    private bool StandsAt(Phrase phrase, int at)
    {
        for (var word = 1; word < phrase.Keys.Length; word++)
        {
            if (!IsFree(at + word) || Tokens[at + word].StartsPart || Tokens[at + word].Key != phrase.Keys[word])
            {
                return false;
            }
        }

        return true;
    }
}
