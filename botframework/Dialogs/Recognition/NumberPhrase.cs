namespace Microsoft.Bot.Builder.Dialogs.Recognition;

/// <summary>Reads a number from words, one after the other: "two hundred and five", "treinta y uno", "twenty first".</summary>
internal sealed class NumberPhrase(NumberWords words)
{
    private long _total;
    private int _group;

    /// <summary>What the next word must be less than: after "twenty" only a unit, after "hundred" anything below a hundred.</summary>
    private int _room = int.MaxValue;

    public bool HasValue { get; private set; }

    /// <summary>Whether a word for a place was read; after one, only its unit can follow ("décimo primero").</summary>
    public bool IsOrdinal { get; private set; }

    public decimal Value => _total + _group;

    /// <summary>Takes the next word where it belongs to the number.</summary>
    public bool TryTake(string word)
    {
        if (words.Ordinals.TryGetValue(word, out var place) && place < _room)
        {
            IsOrdinal = true;
            return Add(place);
        }

        if (IsOrdinal)
        {
            return false;
        }

        if (words.Cardinals.TryGetValue(word, out var value) && value < _room && !(value == 0 && HasValue))
        {
            return Add(value);
        }

        return words.Multipliers.TryGetValue(word, out var multiplier) && TryMultiply(multiplier);
    }

    private bool Add(int value)
    {
        _group += value;
        _room = value >= 100 ? 100 : value >= 10 && value % 10 == 0 && (value >= 20 || IsOrdinal) ? 10 : 0;
        return HasValue = true;
    }

    private bool TryMultiply(int multiplier)
    {
        var by = _group == 0 && (!HasValue || _total > 0) ? 1 : _group;
        if (by == 0 || (multiplier == 100 ? by > 9 : _total % (multiplier * 1000L) != 0))
        {
            return false;
        }

        if (multiplier == 100)
        {
            _group = by * 100;
            _room = 100;
        }
        else
        {
            _total += (long)by * multiplier;
            _group = 0;
            _room = 1000;
        }

        return HasValue = true;
    }
}
