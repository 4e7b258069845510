namespace LibraryBot.Dialogs.Understanding;

/// <summary>
/// What a sentence looks like to the classifier: its words, pairs of neighbours, and what kind of thing each word is. Words that nobody
/// used twice in the utterances count as "some word", so that a sentence about anything at all looks like the other sentences of its shape.
/// </summary>
internal sealed class SentenceFeatures
{
    // In an utterance file this stands for any word at all: "do you have xxx".
    private const string AnyWord = "xxx";

    private const string SomeWord = "?";
    private const string Book = "book";
    private const int MostWords = 60;

    private static readonly string[] s_kinds = ["flavor", "format", "grades", "language", "award", "fiction", "lexile", "page"];

    private readonly HashSet<string> _known;
    private readonly Spelling _spelling;

    /// <summary>Learns the words of the utterances.</summary>
    public SentenceFeatures(IReadOnlyCollection<string> utterances)
    {
        var lists = WordLists.Instance;
        var counts = utterances.SelectMany(text => Tokenizer.Tokenize(text).Select(token => token.Key).Distinct())
            .CountBy(key => key, StringComparer.Ordinal).ToList();

        // A greeting or a topic that is a whole sentence is known by itself, though it be there once.
        var alone = utterances.Select(Tokenizer.Tokenize).Where(tokens => tokens.Count <= 2).SelectMany(tokens => tokens.Select(token => token.Key));
        _known = counts.Where(count => count.Value > 1).Select(count => count.Key).Concat(alone)
            .Where(key => key != AnyWord).ToHashSet(StringComparer.Ordinal);
        // The lists hold misspellings too ("loking"); those of a word of the utterances are not right as they are.
        var sounds = _known.Select(WordKey.Sound).ToHashSet(StringComparer.Ordinal);
        var others = lists.All.SelectMany(phrase => phrase.Keys).Where(key => !sounds.Contains(WordKey.Sound(key))).ToList();
        _spelling = new Spelling(
            _known.Concat(others),
            TextFiles.Lines("Understanding/Words/RealWords.txt").Append(AnyWord).Concat(counts.Select(count => count.Key)));
    }

    /// <summary>The features of a sentence, each once.</summary>
    public HashSet<string> Of(string text, string language)
    {
        var features = new HashSet<string>(StringComparer.Ordinal) { "bias" };
        var sentence = Sentence.Of(text, language);
        var previous = "<";
        var words = 0;
        var known = 0;
        for (var at = 0; at < sentence.Count && words < MostWords; words++)
        {
            var (kind, length) = Word(sentence, at);
            known += kind == SomeWord ? 0 : 1;
            features.Add(kind);
            features.Add($"{previous} {kind}");
            for (var inside = at; length > 1 && inside < at + length; inside++)
            {
                features.Add(Known(sentence.Tokens[inside]) ?? SomeWord);
            }

            previous = kind;
            at += length;
        }

        features.Add($"{previous} >");
        features.Add($"#{Math.Min(words, 4)}");
        if (known == 0)
        {
            features.Add($"##{Math.Min(words, 4)}");
        }

        return features;
    }

    private (string Name, int Length) Word(Sentence sentence, int at)
    {
        if (sentence.Match(at, s_kinds) is { Length: > 0 } kind)
        {
            return ($"<{kind.Kind}>", kind.Length);
        }

        var token = sentence.Tokens[at];
        if (char.IsAsciiDigit(token.Plain[0]))
        {
            return (sentence.Length(at, "ordinal") > 0 ? "<ordinal>" : "<number>", 1);
        }

        // "Bok" and "libo" are too short to be corrected letter by letter, but they are on the list of words for a book.
        return (Known(token) ?? (sentence.Length(at, "book") == 1 ? Book : SomeWord), 1);
    }

    private string? Known(Token token)
    {
        var plain = WordKey.Of(token.Plain);
        var key = _known.Contains(plain) ? plain : _known.Contains(token.Key) ? token.Key : _spelling.Correct(plain);
        return _known.Contains(key) ? key : null;
    }
}
