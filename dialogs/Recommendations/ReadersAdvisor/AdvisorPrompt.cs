using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using LibraryBot.Data.Catalog;
using OpenAI.Chat;

namespace LibraryBot.Dialogs.Recommendations.ReadersAdvisor;

/// <summary>
/// What is sent to the model: the prompt of <c>ReadersAdvisor.prompt.md</c> with the school's guidance, and the request and the candidates as JSON, so
/// that nothing in them can pass for a part of the prompt. Of the reader there is the request, masked, their language and a band of grades.
/// </summary>
internal sealed class AdvisorPrompt(AdvisorOptions options)
{
    private const int LongestSummary = 280;
    private const int MostHeadings = 5;

    private static readonly (string Version, string Search, string Picks) s_prompt = Load();
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    private static readonly BinaryData s_searchSchema = BinaryData.FromString(
        """
        {"type":"object","properties":{"groups":{"type":"array","items":{"type":"array","items":{"type":"string"}}}},"required":["groups"],"additionalProperties":false}
        """);

    private static readonly BinaryData s_picksSchema = BinaryData.FromString(
        """
        {"type":"object","properties":{"picks":{"type":"array","items":{"type":"object","properties":{"id":{"type":"integer"},"why":{"type":"string"}},
        "required":["id","why"],"additionalProperties":false}}},"required":["picks"],"additionalProperties":false}
        """);

    /// <summary>The prompt's version, for the log and the health report.</summary>
    public static string Version => s_prompt.Version;

    /// <summary>Asks what to search for.</summary>
    /// <param name="request">The masked request.</param>
    /// <param name="language">"en" or "es".</param>
    /// <param name="band">The band of grades, or null.</param>
    public ModelQuestion Search(string request, string language, string? band) => new(
        System(s_prompt.Search),
        JsonSerializer.Serialize(new { request, language = Name(language), gradeBand = band }, s_json),
        ChatResponseFormat.CreateJsonSchemaFormat("search", s_searchSchema, jsonSchemaIsStrict: true),
        options.AnswerTokens);

    /// <summary>Asks which candidates to show, and why.</summary>
    /// <param name="request">The masked request.</param>
    /// <param name="language">"en" or "es".</param>
    /// <param name="band">The band of grades, or null.</param>
    /// <param name="candidates">The candidates; each has its place in the list, from 1, as its id.</param>
    /// <param name="most">How many to pick.</param>
    public ModelQuestion Picks(string request, string language, string? band, IReadOnlyList<Title> candidates, int most) => new(
        System(s_prompt.Picks),
        JsonSerializer.Serialize(new { request, language = Name(language), gradeBand = band, most, candidates = candidates.Select(Candidate) }, s_json),
        ChatResponseFormat.CreateJsonSchemaFormat("picks", s_picksSchema, jsonSchemaIsStrict: true),
        options.AnswerTokens);

    /// <summary>"K-2", "3-5", "6-8" or "9-12"; null where no grade is known.</summary>
    public static string? Band(int? grade) => grade switch { null => null, <= 2 => "K-2", <= 5 => "3-5", <= 8 => "6-8", _ => "9-12" };

    private static object Candidate(Title title, int index) => new
    {
        id = index + 1,
        title = title.Subtitle is { Length: > 0 } subtitle ? $"{title.TitleProper}: {subtitle}" : title.TitleProper,
        by = title.Contributors.FirstOrDefault()?.Name,
        series = title.SeriesName,
        format = title.Format.ToString(),
        languages = title.Languages.Count == 0 ? null : title.Languages,
        grades = title.GradeLow is null && title.GradeHigh is null ? null : $"{title.GradeLow ?? title.GradeHigh}-{title.GradeHigh ?? title.GradeLow}",
        pages = title.Pages,
        about = title.Subjects.Concat(title.Genres).Take(MostHeadings),
        summary = title.Summary is { Length: > LongestSummary } summary ? summary[..LongestSummary] : title.Summary,
    };

    private string System(string prompt) => string.IsNullOrWhiteSpace(options.Guidance) ? prompt : $"{prompt}\n\n# The school's guidance\n\n{options.Guidance.Trim()}";

    private static string Name(string language) => language == "es" ? "Spanish" : "English";

    private static (string Version, string Search, string Picks) Load()
    {
        using var file = new StreamReader(typeof(AdvisorPrompt).Assembly.GetManifestResourceStream("ReadersAdvisor.prompt.md")!);
        var parts = file.ReadToEnd().ReplaceLineEndings("\n").Split("\n# ");
        return (parts[0].Trim()["Version: ".Length..], Part("Search\n"), Part("Picks\n"));

        string Part(string name) => parts.Single(part => part.StartsWith(name, StringComparison.Ordinal))[name.Length..].Trim();
    }
}

/// <summary>One question to the model.</summary>
/// <param name="System">The prompt.</param>
/// <param name="User">The material, as JSON.</param>
/// <param name="Format">The shape of the answer.</param>
/// <param name="AnswerTokens">The most tokens of the answer.</param>
internal sealed record ModelQuestion(string System, string User, ChatResponseFormat Format, int AnswerTokens)
{
    // No tokenizer makes more than a token of two characters out of the languages here.
    private const int CharactersPerToken = 2;

    /// <summary>The most tokens it can cost, in and out.</summary>
    public int MostTokens => ((System.Length + User.Length) / CharactersPerToken) + AnswerTokens;
}
