using LibraryBot.Data.Catalog;

namespace LibraryBot.Data.Kits;

/// <summary>A learning standard that a unit is taught to, as the school loaded it.</summary>
public sealed class Standard
{
    /// <summary>The longest code, in characters.</summary>
    public const int LongestCode = 60;

    /// <summary>The longest text, in characters.</summary>
    public const int LongestText = 1000;

    /// <summary>The database's own number.</summary>
    public int Id { get; set; }

    /// <summary>The code as its publisher writes it, "5-LS2-1", "AASL I.A.1".</summary>
    public required string Code { get; set; }

    /// <summary>The code as it is compared, <see cref="KeyOf"/>; unique.</summary>
    public required string Key { get; set; }

    /// <summary>The lowest grade: -1 pre-K, 0 kindergarten; null where it is for every grade.</summary>
    public int? GradeLow { get; set; }

    /// <summary>The highest grade, at least <see cref="GradeLow"/>; null where that is.</summary>
    public int? GradeHigh { get; set; }

    /// <summary>The subject, "Science".</summary>
    public required string Subject { get; set; }

    /// <summary>What students should be able to do.</summary>
    public required string Text { get; set; }

    /// <summary>What to look for in the catalogue, where the file said so: "ecosystems", "food webs".</summary>
    public List<string> Topics { get; set; } = [];

    /// <summary>The grades, where there are any.</summary>
    public GradeRange? Grades => GradeLow is { } low && GradeHigh is { } high ? new GradeRange(low, high) : null;

    /// <summary>A code as it is compared: "5-LS2-1", "5.ls2.1" and "5 LS2 1" are the same.</summary>
    public static string KeyOf(string code) => string.Concat(code.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
}
