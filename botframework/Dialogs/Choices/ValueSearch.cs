namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>Searches values in one utterance. Until <see cref="WithoutOverlaps"/>, places are those of words, not of characters.</summary>
internal sealed class ValueSearch
{
    private readonly string _utterance;
    private readonly FindValuesOptions _options;
    private readonly TokenizerFunction _tokenize;
    private readonly List<Token> _tokens;
    private readonly int _maxDistance;

    public ValueSearch(string? utterance, FindValuesOptions options)
    {
        _utterance = utterance ?? string.Empty;
        _options = options;
        _tokenize = options.Tokenizer ?? Tokenizer.DefaultTokenizer;
        _tokens = _tokenize(_utterance, options.Locale);
        _maxDistance = options.MaxTokenDistance ?? 2;
    }

    /// <summary>Every place where a value is: "the last time I chose the last one" has "last one" only at its end.</summary>
    public IEnumerable<ModelResult<FoundValue>> Matches(SortedValue value)
    {
        var words = _tokenize(value.Value.Trim(), _options.Locale);
        for (var from = 0; from < _tokens.Count && Match(value, words, from) is { } match; from = match.End + 1)
        {
            yield return match;
        }
    }

    /// <summary>Drops matches that say again what a better one says, and gives the rest their characters.</summary>
    public List<ModelResult<FoundValue>> WithoutOverlaps(IEnumerable<ModelResult<FoundValue>> matches)
    {
        var kept = new List<ModelResult<FoundValue>>();
        var indexes = new HashSet<int>();
        var taken = new bool[_tokens.Count];
        foreach (var match in matches)
        {
            var span = taken.AsSpan(match.Start, match.End - match.Start + 1);
            if (span.Contains(true) || !indexes.Add(match.Resolution.Index))
            {
                continue;
            }

            span.Fill(true);
            match.Start = _tokens[match.Start].Start;
            match.End = _tokens[match.End].End;
            match.Text = _utterance[match.Start..(match.End + 1)];
            kept.Add(match);
        }

        return [.. kept.OrderBy(match => match.Start)];
    }

    /// <summary>
    /// Takes the words in their order, each not too far behind the one before: "second last" is in "the second from last one" but not in
    /// "the last from the second one".
    /// </summary>
    private ModelResult<FoundValue>? Match(SortedValue value, List<Token> words, int from)
    {
        int first = -1, last = -1, found = 0, skipped = 0;
        foreach (var word in words)
        {
            var next = last < 0 ? from : last + 1;
            var place = _tokens.FindIndex(next, token => token.Normalized == word.Normalized);
            var distance = last < 0 ? 0 : place - next;
            if (place < 0 || distance > _maxDistance)
            {
                continue;
            }

            first = first < 0 ? place : first;
            last = place;
            found++;
            skipped += distance;
        }

        if (found == 0 || (found < words.Count && !_options.AllowPartialMatches))
        {
            return null;
        }

        // How much of the value was said, made less by the words said in between.
        var completeness = (float)found / words.Count;
        var accuracy = (float)found / (found + skipped);
        return new ModelResult<FoundValue>
        {
            Start = first,
            End = last,
            TypeName = "value",
            Resolution = new FoundValue { Value = value.Value, Index = value.Index, Score = completeness * accuracy },
        };
    }
}
