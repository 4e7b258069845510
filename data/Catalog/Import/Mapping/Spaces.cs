using System.Text;

namespace LibraryBot.Data.Catalog.Import.Mapping;

/// <summary>Runs of blanks.</summary>
internal static class Spaces
{
    /// <summary>The text without blanks at its ends, each run of blanks within it made one.</summary>
    public static string Collapse(string text)
    {
        var trimmed = text.Trim();
        var hasRuns = false;
        for (var at = 1; at < trimmed.Length && !hasRuns; at++)
        {
            hasRuns = char.IsWhiteSpace(trimmed[at]) && (trimmed[at] != ' ' || trimmed[at - 1] == ' ');
        }

        if (!hasRuns)
        {
            return trimmed;
        }

        var result = new StringBuilder(trimmed.Length);
        foreach (var character in trimmed)
        {
            if (!char.IsWhiteSpace(character))
            {
                result.Append(character);
            }
            else if (result[^1] != ' ')
            {
                result.Append(' ');
            }
        }

        return result.ToString();
    }

    /// <summary>The text, no longer than a number of characters; a surrogate pair is not torn.</summary>
    public static string Cut(string text, int longest)
    {
        if (text.Length <= longest)
        {
            return text;
        }

        return text[..(char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest)];
    }
}
