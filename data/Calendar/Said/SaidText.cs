namespace LibraryBot.Data.Calendar.Said;

/// <summary>A sentence taken apart, with what its words may mean. Every reader asks it; none changes it.</summary>
internal sealed class SaidText
{
    private readonly SaidWords.Meaning[][] meanings;

    /// <summary>Takes a sentence apart.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="spanish">Which language is meant where a word is one in both.</param>
    public SaidText(string text, bool spanish)
    {
        Text = text;
        Tokens = SaidToken.Split(text);
        Spanish = IsSpanish(spanish);
        meanings = [.. Tokens.Select((_, at) => SaidWords.All.At(Tokens, at, Spanish).ToArray())];
    }

    /// <summary>The sentence.</summary>
    public string Text { get; }

    /// <summary>Its tokens.</summary>
    public List<SaidToken> Tokens { get; }

    /// <summary>Whether it reads as Spanish.</summary>
    public bool Spanish { get; }

    /// <summary>How many tokens there are.</summary>
    public int Count => Tokens.Count;

    /// <summary>Whether words of a kind stand here; the longest run of them.</summary>
    public bool Is(SaidKind kind, int at, out int next, out int value)
    {
        if (at >= 0 && at < meanings.Length)
        {
            foreach (var meaning in meanings[at])
            {
                if (meaning.Kind == kind)
                {
                    next = at + meaning.Words.Length;
                    value = meaning.Value;
                    return true;
                }
            }
        }

        (next, value) = (at, 0);
        return false;
    }

    /// <summary>Whether words of a kind stand here.</summary>
    public bool Is(SaidKind kind, int at, out int next) => Is(kind, at, out next, out _);

    /// <summary>Whether words of a kind stand here.</summary>
    public bool Is(SaidKind kind, int at) => Is(kind, at, out _, out _);

    /// <summary>Whether these words stand here.</summary>
    public bool Stand(string[] words, int at)
    {
        for (var word = 0; word < words.Length; word++)
        {
            if (Plain(at + word) != words[word])
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a word here is in the lists, or a number.</summary>
    public bool MayMean(int at) => meanings[at].Length > 0 || Tokens[at].IsDigits;

    /// <summary>Goes past words of a kind, where they stand.</summary>
    public int Skip(SaidKind kind, int at) => Is(kind, at, out var next, out _) ? next : at;

    /// <summary>Whether one character stands here.</summary>
    public bool Mark(string mark, int at) => at >= 0 && at < Count && Tokens[at].Plain == mark;

    /// <summary>Whether a token stands directly at the one before it.</summary>
    public bool Glued(int at) => at > 0 && at < Count && Tokens[at].Glued;

    /// <summary>The word here in lower case without accents; empty where there is none.</summary>
    public string Plain(int at) => at >= 0 && at < Count ? Tokens[at].Plain : "";

    /// <summary>The number in digits here; -1 where there is none.</summary>
    public int Digits(int at) => at >= 0 && at < Count ? Tokens[at].Number : -1;

    /// <summary>A cardinal, in digits or in words ("twenty-one", "treinta y cinco", "two thousand and five").</summary>
    public bool Number(int at, out int next, out int value)
    {
        if (Digits(at) is >= 0 and var digits)
        {
            (next, value) = (at + 1, digits);
            return true;
        }

        if (!Is(SaidKind.Number, at, out next, out value))
        {
            return false;
        }

        if (value is >= 20 and < 100 && value % 10 == 0)
        {
            var after = Mark("-", next) ? next + 1 : next;
            after = after == next ? Skip(SaidKind.And, after) : after;
            if (Is(SaidKind.Number, after, out var end, out var unit) && unit is > 0 and < 10 && Digits(after) < 0 && !Mark("a", after) && !Mark("an", after))
            {
                (next, value) = (end, value + unit);
            }
        }

        return true;
    }

    /// <summary>An ordinal: "3rd", "third", "twenty-first", "3.ª", "tercera".</summary>
    public bool Ordinal(int at, out int next, out int value)
    {
        if (Digits(at) is >= 0 and < 400 and var digits)
        {
            var suffix = Mark(".", at + 1) && Glued(at + 1) && Glued(at + 2) ? at + 2 : at + 1;
            if (Glued(suffix) && Is(SaidKind.Suffix, suffix, out next, out _))
            {
                value = digits;
                return true;
            }

            (next, value) = (at, 0);
            return false;
        }

        if (Is(SaidKind.Ordinal, at, out next, out value))
        {
            return true;
        }

        if (Is(SaidKind.Number, at, out next, out var tens) && tens is 20 or 30)
        {
            next = Mark("-", next) ? next + 1 : next;
            if (Is(SaidKind.Ordinal, next, out next, out var unit) && unit < 10)
            {
                value = tens + unit;
                return true;
            }
        }

        (next, value) = (at, 0);
        return false;
    }

    // The words that only one of the two languages has, counted; the hint decides where they are as many.
    private bool IsSpanish(bool hint)
    {
        var balance = 0;
        foreach (var token in Tokens)
        {
            balance += token.Plain switch
            {
                "el" or "la" or "los" or "las" or "de" or "del" or "y" or "para" or "por" or "en" or "hasta" or "desde" or "un" or "una" or "necesito" or "quiero"
                    or "manana" or "hora" or "tarde" or "lunes" or "martes" or "miercoles" or "jueves" or "viernes" or "cada" or "todos" or "dia" or "que" or "hoy" => 1,
                "the" or "of" or "and" or "for" or "on" or "at" or "from" or "to" or "in" or "i" or "we" or "my" or "period" or "need" or "every" or "next"
                    or "this" or "until" or "monday" or "tuesday" or "wednesday" or "thursday" or "friday" or "day" or "please" or "hour" or "tomorrow" or "today" => -1,
                _ => 0,
            };
        }

        return balance == 0 ? hint : balance > 0;
    }
}
