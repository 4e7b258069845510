using System.Globalization;
using System.Text.RegularExpressions;
using LibraryBot.Data.Catalog;
using LibraryBot.Dialogs.Conversation;
using LibraryBot.Dialogs.Understanding;
using LibraryBot.Dialogs.Understanding.Slots;

namespace LibraryBot.Dialogs.Kits;

/// <summary>Short answers to the question for the class.</summary>
internal static partial class KitPhrases
{
    /// <summary>Whether somebody does not know yet, or does not want to say.</summary>
    public static bool IsNotSure(string text) => NotSure().IsMatch(Phrases.Plain(text));

    /// <summary>A grade said as shortly as "5", "5th" or "quinto"; null where there is none.</summary>
    public static GradeRange? BareGrade(string text, string language) =>
        GradeReader.Read(Sentence.Of((language == "es" ? "grado " : "grade ") + text, language), new Wish()).Grades;

    /// <summary>A grade, and perhaps a number of students, in bare numbers: "5", "5, 28", "3rd and 24", "K 20"; null where it is more than that.</summary>
    public static (int Grade, int? Students)? BareClass(string text) =>
        Class().Match(Phrases.Plain(text)) is { Success: true } match && (match.Groups["k"].Success ? 0 : int.Parse(match.Groups["grade"].Value, CultureInfo.InvariantCulture)) is <= 12 and var grade
            ? (grade, match.Groups["students"].Success ? int.Parse(match.Groups["students"].Value, CultureInfo.InvariantCulture) : null)
            : null;

    [GeneratedRegex("^(?:(?<k>k)|(?<grade>[0-9]{1,2})(?:st|nd|rd|th)?)(?: (?:and |y )?(?<students>[1-9][0-9]{0,2}))?$")]
    private static partial Regex Class();

    [GeneratedRegex(@"^(?:i )?(?:(?:do not|dont) know(?: yet)?|not sure(?: yet)?|any(?: grade)?|all(?: grades)?|skip(?: it| that)?|no idea|it depends|(?:todavia )?no (?:lo )?se(?: todavia)?|cualquiera|todos(?: los grados)?|no estoy segur[oa]|da igual|no importa el grado|depende|whatever|doesnt matter)$")]
    private static partial Regex NotSure();
}
