using System.Text.RegularExpressions;
using LibraryBot.Data.Catalog.Import.Marc;

namespace LibraryBot.Data.Catalog.Import.Mapping;

/// <summary>
/// Reads interest grades, Lexile measure and reading levels: target audience (521), study programs (526) and the notes (500) older records
/// have in their place.
/// </summary>
internal static partial class MarcLevels
{
    private const string AcceleratedReader = "Accelerated Reader";
    private const string ReadingCounts = "Reading Counts";
    private const string GuidedReading = "Fountas and Pinnell";

    /// <summary>Sets them. Grades stated as such win over those that follow from ages, and these over those of a program.</summary>
    public static void Read(MarcRecord record, Title title, List<Problem> problems)
    {
        GradeRange? grades = null, ofAges = null, ofProgram = null;
        foreach (var field in record.All("521"))
        {
            ReadAudienceNote(field, title, ref grades, ref ofAges, problems);
        }

        foreach (var field in record.All("526"))
        {
            ofProgram = ReadProgram(field, title) ?? ofProgram;
        }

        foreach (var text in record.All("500").Select(field => field['a']).OfType<string>())
        {
            ofProgram = ReadNote(text, title) ?? ofProgram;
        }

        if ((grades ?? ofAges ?? ofProgram) is { } range)
        {
            (title.GradeLow, title.GradeHigh) = (range.Low, range.High);
        }
    }

    private static void ReadAudienceNote(MarcField field, Title title, ref GradeRange? grades, ref GradeRange? ofAges, List<Problem> problems)
    {
        var source = field['b'] ?? "";
        foreach (var text in field.All('a'))
        {
            var aboutLexile = source.Contains("lexile", StringComparison.OrdinalIgnoreCase) || text.Contains("lexile", StringComparison.OrdinalIgnoreCase);
            if ((aboutLexile ? Lexile.Parse(text) : Lexile.Find(text)) is { } lexile)
            {
                (title.Lexile, title.LexileCode) = (lexile.Measure, lexile.Code);
            }
            else if (Guided().Match(text + " " + source) is { Success: true } guided)
            {
                Add(title, GuidedReading, guided.Groups["level"].Value);
            }
            else if (source.Contains("fountas", StringComparison.OrdinalIgnoreCase) && Letter().IsMatch(text))
            {
                Add(title, GuidedReading, Isbd.Trim(text));
            }
            else if (ReadNote(text, title) is { } ofProgram)
            {
                grades ??= ofProgram;
            }
            else if (field.Indicator1 == '0')
            {
                if (Level().Match(text) is { Success: true } level)
                {
                    Add(title, "Grade level", level.Value);
                }
                else
                {
                    problems.Add(new Problem(ProblemKind.UnreadableValue, "521 " + Spaces.Cut(text, 60)));
                }
            }
            else if (field.Indicator1 == '1' || (Grades.MentionsAges(text) && !Grades.Mentions(text)))
            {
                ofAges ??= Grades.ParseAges(text);
            }
            else if (field.Indicator1 == '2' || Grades.Mentions(text))
            {
                grades ??= Grades.Parse(text);
            }
        }
    }

    private static GradeRange? ReadProgram(MarcField field, Title title)
    {
        var (program, level) = (field['a'] ?? "", field['c']);
        if (program.Contains("lexile", StringComparison.OrdinalIgnoreCase))
        {
            if (Lexile.Parse(level ?? program) is { } lexile && title.Lexile is null)
            {
                (title.Lexile, title.LexileCode) = (lexile.Measure, lexile.Code);
            }

            return null;
        }

        var system = System(program);
        if (level is null)
        {
            return system is null ? null : ReadNote(program, title);
        }

        Add(title, system ?? Isbd.Trim(program), Isbd.Trim(level));
        return system == AcceleratedReader ? OfInterest(field['b'] ?? "") : Grades.Parse(field['b'] ?? "");
    }

    /// <summary>Reads "Accelerated Reader AR MG+ 5.7 8.0 5976", "Reading Counts RC 3-5 5.6 11 Quiz: 12345" and the like.</summary>
    private static GradeRange? ReadNote(string text, Title title)
    {
        if (System(text) is not { } system || Level().Match(text) is not { Success: true } level)
        {
            return null;
        }

        Add(title, system, level.Value);
        return system == AcceleratedReader ? OfInterest(text) : null;
    }

    private static string? System(string text) => text switch
    {
        _ when text.Contains("accelerated reader", StringComparison.OrdinalIgnoreCase) => AcceleratedReader,
        _ when text.Contains("reading counts", StringComparison.OrdinalIgnoreCase) => ReadingCounts,
        _ when text.Contains("fountas", StringComparison.OrdinalIgnoreCase) || text.Contains("guided reading", StringComparison.OrdinalIgnoreCase) => GuidedReading,
        _ => null,
    };

    /// <summary>Accelerated Reader's interest levels: lower grades K-3, middle 4-8, middle plus 6 and up, upper 9-12.</summary>
    private static GradeRange? OfInterest(string text) => Interest().Match(text).Value.ToUpperInvariant() switch
    {
        "LG" => new GradeRange(0, 3),
        "MG" => new GradeRange(4, 8),
        "MG+" => new GradeRange(6, 12),
        "UG" => new GradeRange(9, 12),
        _ => null,
    };

    private static void Add(Title title, string system, string value)
    {
        var level = new ReadingLevel(Spaces.Cut(system, 100), Spaces.Cut(value, 40));
        if (value.Length > 0 && system.Length > 0 && !title.ReadingLevels.Contains(level))
        {
            title.ReadingLevels.Add(level);
        }
    }

    [GeneratedRegex(@"\b(?:LG|MG\+|MG|UG)(?!\w)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Interest();

    [GeneratedRegex(@"(?<![\d.])\d{1,2}\.\d(?!\d)")]
    private static partial Regex Level();

    [GeneratedRegex(@"(?:fountas|guided reading)[^:]*?(?:level)?\s*:?\s*\b(?<level>[A-Z])\+?\b(?!\w)(?![^:]*fountas)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Guided();

    [GeneratedRegex(@"^[A-Z]\+?\.?$")]
    private static partial Regex Letter();
}
