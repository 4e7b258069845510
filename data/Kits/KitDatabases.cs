using LibraryBot.Data.Calendar;
using LibraryBot.Data.Research;

namespace LibraryBot.Data.Kits;

/// <summary>Chooses the school's information databases for a kit.</summary>
internal static class KitDatabases
{
    private const int Most = 6;

    /// <summary>Those for the topic and the grade, in a language of the class; those for everything come last.</summary>
    public static IReadOnlyList<InformationDatabase> For(LibraryProfile profile, KitRequest request, IReadOnlyList<string> topics)
    {
        var languages = request.Groups.Select(group => group.Language).OfType<string>().Append(request.Language).ToHashSet(StringComparer.Ordinal);
        return [.. profile.InformationDatabases
            .Where(database => database.Topics.Count == 0 || topics.Any(topic => UnitTopics.IsAmong(topic, database.Topics)))
            .Where(database => IsForGrade(database, request))
            .Where(database => database.Languages.Any(languages.Contains))
            .OrderBy(database => database.Topics.Count == 0).Take(Most)];
    }

    private static bool IsForGrade(InformationDatabase database, KitRequest request) =>
        request.Grades is not { } grades || ((database.GradeLow ?? -1) <= grades.High && (database.GradeHigh ?? 12) >= grades.Low);
}
