using System.Globalization;
using System.Text.RegularExpressions;

namespace LibraryBot.Data.Catalog.Import.Mapping;

/// <summary>Reads interest grades and ages as records and librarians write them.</summary>
public static partial class Grades
{
    /// <summary>Reads "3-6", "K-2", "PreK-3", "Grades 4 and up", "5th grade", "003-006"; -1 is pre-K, 0 kindergarten, 12 the highest. Null where it is none.</summary>
    public static GradeRange? Parse(string text)
    {
        var match = Range().Match(text);
        if (!match.Success || Grade(match.Groups["low"].Value) is not { } low)
        {
            return null;
        }

        if (match.Groups["high"].Success)
        {
            return Grade(match.Groups["high"].Value) is { } high && high >= low ? new GradeRange(low, high) : null;
        }

        return new GradeRange(low, match.Groups["up"].Success ? 12 : low);
    }

    /// <summary>
    /// Reads "Ages 8-12" and "12 and up" as the grades children of that age are in: kindergarten at 5, first grade at 6, to twelfth at 17.
    /// Ages below 4 and above 17 are taken as these; null where the text is no age, or for adults only.
    /// </summary>
    public static GradeRange? ParseAges(string text)
    {
        var match = Ages().Match(text);
        if (!match.Success)
        {
            return null;
        }

        var low = int.Parse(match.Groups["low"].Value, CultureInfo.InvariantCulture);
        var high = match.Groups["high"].Success ? int.Parse(match.Groups["high"].Value, CultureInfo.InvariantCulture)
            : match.Groups["up"].Success ? 17
            : low;
        return low > 17 || high < low || high > 99 ? null : new GradeRange(OfAge(low), OfAge(high));
    }

    /// <summary>Whether the text speaks of grades, so that a bare number in it is one.</summary>
    public static bool Mentions(string text) => Word().IsMatch(text);

    /// <summary>Whether the text speaks of ages.</summary>
    public static bool MentionsAges(string text) => AgeWord().IsMatch(text);

    private static int OfAge(int age) => Math.Clamp(age - 5, -1, 12);

    private static int? Grade(string text)
    {
        if (text.StartsWith('p') || text.StartsWith('P'))
        {
            return -1;
        }

        if (text.StartsWith('k') || text.StartsWith('K'))
        {
            return 0;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var grade) && grade is >= 0 and <= 12 ? grade : null;
    }

    [GeneratedRegex(
        @"(?<![\d.])\b(?<low>pre-?\s?k(?:indergarten)?|preschool|pk|k(?:indergarten)?|\d{1,3})(?!\.\d|\d)(?:st|nd|rd|th)?(?:\s*(?:-|–|—|to|through|a)\s*(?:grades?\s*|gr\.?\s*)?(?<high>k(?:indergarten)?\b|\d{1,3})(?!\.\d|\d)|\s*(?<up>\+|(?:&|and|y)\s*(?:up|above|older|más)))?",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Range();

    [GeneratedRegex(@"(?<![\d.])\b(?<low>\d{1,3})(?!\.\d|\d)(?:\s*(?:-|–|—|to|through|a)\s*(?<high>\d{1,3})|\s*(?<up>\+|(?:&|and|y)\s*(?:up|above|older|más)))?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Ages();

    [GeneratedRegex(@"\bgrad(?:e|es|o|os)\b|\bgrs?\b\.?|\bk\s*[-–]\s*\d|\bpre-?k\b|kindergarten|preschool", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex(@"\bages?\b|\bedad(?:es)?\b|\baños\b|\byears?\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AgeWord();
}
