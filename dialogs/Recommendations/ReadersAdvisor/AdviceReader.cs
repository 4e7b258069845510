using System.Text.Json;

namespace LibraryBot.Dialogs.Recommendations.ReadersAdvisor;

/// <summary>Reads the model's answers, which may be anything: what is not of the shape asked for is left out, the rest is bounded.</summary>
internal static class AdviceReader
{
    private const int MostGroups = 5;
    private const int MostWords = 6;
    private const int LongestWord = 40;
    private const int MostPicks = 40;

    /// <summary>The groups of words to search for; none where the answer holds none.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Groups(string answer) => Parse(answer, "groups", array => array
        .Where(group => group.ValueKind == JsonValueKind.Array)
        .Select(group => (IReadOnlyList<string>)[.. group.EnumerateArray()
            .Where(word => word.ValueKind == JsonValueKind.String)
            .Select(word => word.GetString()!.Trim())
            .Where(word => word.Length is > 1 and <= LongestWord && word.All(character => char.IsLetterOrDigit(character) || character is ' ' or '-' or '\'' or '’'))
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Take(MostWords)])
        .Where(group => group.Count > 0)
        .Take(MostGroups));

    /// <summary>The picks in their order, each id once and only where it is one of the candidates'; sentences as they are.</summary>
    /// <param name="answer">What the model said.</param>
    /// <param name="candidates">How many candidates it was given: their ids are 1 to that.</param>
    public static IReadOnlyList<(int Index, string Why)> Picks(string answer, int candidates)
    {
        var seen = new HashSet<int>();
        return Parse<(int Index, string Why)>(answer, "picks", array => array
            .Take(MostPicks)
            .Where(pick => pick.ValueKind == JsonValueKind.Object)
            .Select(pick => pick.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.Number && id.TryGetInt32(out var number)
                && pick.TryGetProperty("why", out var why) && why.ValueKind == JsonValueKind.String
                    ? (Index: number - 1, Why: why.GetString()!)
                    : (Index: -1, Why: string.Empty))
            .Where(pick => pick.Index >= 0 && pick.Index < candidates && seen.Add(pick.Index)));
    }

    private static List<T> Parse<T>(string answer, string name, Func<JsonElement.ArrayEnumerator, IEnumerable<T>> read)
    {
        try
        {
            using var json = JsonDocument.Parse(answer);
            return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty(name, out var array) && array.ValueKind == JsonValueKind.Array
                ? [.. read(array.EnumerateArray())]
                : [];
        }
        // Half a surrogate pair in a string is an InvalidOperationException.
        catch (Exception trouble) when (trouble is JsonException or InvalidOperationException)
        {
            return [];
        }
    }
}
