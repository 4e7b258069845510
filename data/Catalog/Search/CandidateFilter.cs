using System.Text;
using System.Text.Json;

namespace LibraryBot.Data.Catalog.Search;

/// <summary>The filters of a query as a condition on the catalogue itself, the titles as <c>t</c>.</summary>
internal sealed class CandidateFilter
{
    private readonly List<(string Name, object? Value)> parameters = [];

    /// <summary>Writes the condition.</summary>
    /// <param name="query">The filters; locations apart, which are compared here.</param>
    /// <param name="isSqlite">For which of the two databases.</param>
    public CandidateFilter(CatalogQuery query, bool isSqlite)
    {
        var condition = new StringBuilder("""t."WithdrawnAt" IS NULL""");
        if (query.Formats.Count > 0)
        {
            And(isSqlite ? """t."Format" IN (SELECT value FROM json_each(@formats))""" : """t."Format" = ANY (@formats)""");
            AddList("@formats", query.Formats.Select(format => format.ToString()));
        }
        if (query.Languages.Count > 0)
        {
            And(query.InEachLanguage
                ? isSqlite
                    ? """NOT EXISTS (SELECT value FROM json_each(@languages) EXCEPT SELECT l.value FROM json_each(t."Languages") l)"""
                    : """t."Languages" @> @languages"""
                : isSqlite
                ? """EXISTS (SELECT 1 FROM json_each(t."Languages") l WHERE l.value IN (SELECT value FROM json_each(@languages)))"""
                : """t."Languages" && @languages""");
            AddList("@languages", query.Languages.Where(code => code.All(char.IsAsciiLetter)).Select(code => code.ToLowerInvariant()));
        }
        if (query.Grades is { } grades)
        {
            And("""((t."GradeLow" IS NULL AND t."GradeHigh" IS NULL) OR (COALESCE(t."GradeLow", -1) <= @gradehigh AND COALESCE(t."GradeHigh", 12) >= @gradelow))""");
            parameters.AddRange([("@gradelow", grades.Low), ("@gradehigh", grades.High)]);
        }
        if (query.Lexiles is { } lexiles)
        {
            And("""t."Lexile" BETWEEN @lexilelow AND @lexilehigh""");
            parameters.AddRange([("@lexilelow", lexiles.Low), ("@lexilehigh", lexiles.High)]);
        }
        if (query.PagesAtMost is { } most)
        {
            And("""t."Pages" <= @pagesatmost""");
            parameters.Add(("@pagesatmost", most));
        }
        if (query.PagesAtLeast is { } least)
        {
            And("""t."Pages" >= @pagesatleast""");
            parameters.Add(("@pagesatleast", least));
        }
        if (query.AvailableNow)
        {
            And("""EXISTS (SELECT 1 FROM "Copies" c WHERE c."TitleId" = t."Id" AND c."Status" = 'Available')""");
        }
        Condition = condition.ToString();

        void And(string one) => condition.Append(" AND ").Append(one);

        void AddList(string name, IEnumerable<string> values) =>
            parameters.Add((name, isSqlite ? JsonSerializer.Serialize(values.ToArray()) : values.ToArray()));
    }

    /// <summary>The condition; one of a few hundred texts.</summary>
    public string Condition { get; }

    /// <summary>Its parameters.</summary>
    public IReadOnlyList<(string Name, object? Value)> Parameters => parameters;
}
