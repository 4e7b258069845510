namespace LibraryBot.Data.Catalog.Import.Mapping;

/// <summary>Takes off the punctuation the International Standard Bibliographic Description puts at the end of an element.</summary>
internal static class Isbd
{
    private static readonly HashSet<string> Abbreviations = new(StringComparer.OrdinalIgnoreCase)
    {
        "mr", "mrs", "ms", "dr", "jr", "sr", "st", "mt", "ft", "inc", "ltd", "co", "corp", "bros", "esq", "etc", "vs", "vol", "vols",
        "pt", "bk", "ed", "eds", "hon", "capt", "lt", "sgt", "rev", "prof", "dept", "assn", "ave", "blvd", "sra", "dra", "ud",
    };

    /// <summary>
    /// The text without blanks at its ends and without a final " /", " :", " ;", " =", "," or full stop. A full stop stays where it
    /// belongs to an initial, an abbreviation or an ellipsis.
    /// </summary>
    public static string Trim(string text)
    {
        var result = Spaces.Collapse(text);
        while (result.Length > 0)
        {
            var last = result[^1];
            if (last is '/' or ':' or ';' or '=' or ',' || (last == '.' && IsStop(result)))
            {
                result = result[..^1].TrimEnd();
                continue;
            }

            break;
        }

        return result;
    }

    /// <summary>As <see cref="Trim"/>, and without the brackets cataloguers put around what they supply: "[2012]", "[Dallas]".</summary>
    public static string TrimSupplied(string text)
    {
        var result = Trim(text);
        if (result.StartsWith('[') && result.EndsWith(']') && result.IndexOf(']', StringComparison.Ordinal) == result.Length - 1)
        {
            result = result[1..^1];
        }
        else if (result.StartsWith('[') && !result.Contains(']', StringComparison.Ordinal))
        {
            result = result[1..];
        }
        else if (result.EndsWith(']') && !result.Contains('[', StringComparison.Ordinal))
        {
            result = result[..^1];
        }

        return Trim(result);
    }

    private static bool IsStop(string text)
    {
        if (text.EndsWith("..", StringComparison.Ordinal))
        {
            return false;
        }

        var word = text[(text.AsSpan().LastIndexOfAny(" ([-") + 1)..^1];
        return word.Length > 1 && !word.Contains('.', StringComparison.Ordinal) && !Abbreviations.Contains(word);
    }
}
