namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>How values are searched in what was said.</summary>
public class FindValuesOptions
{
    /// <summary>Whether some of the words of a value are enough.</summary>
    public bool AllowPartialMatches { get; set; }

    /// <summary>The language, as a BCP 47 tag.</summary>
    public string? Locale { get; set; }

    /// <summary>How many other words may stand between two words of a value; 2 unless set.</summary>
    public int? MaxTokenDistance { get; set; }

    public TokenizerFunction? Tokenizer { get; set; }
}

/// <summary>How choices are searched in what was said.</summary>
public class FindChoicesOptions : FindValuesOptions
{
    /// <summary>Leaves the values of the choices out of the search.</summary>
    public bool NoValue { get; set; }

    /// <summary>Leaves the titles of their buttons out of the search.</summary>
    public bool NoAction { get; set; }

    /// <summary>Whether "2" and "two" are places in the list.</summary>
    public bool RecognizeNumbers { get; set; } = true;

    /// <summary>Whether "the second" is a place in the list.</summary>
    public bool RecognizeOrdinals { get; set; } = true;
}
