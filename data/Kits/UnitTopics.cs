using System.Text.RegularExpressions;
using LibraryBot.Data.Catalog.Search;

namespace LibraryBot.Data.Kits;

/// <summary>
/// What schools teach units about, from <c>UnitTopics.txt</c>: other words for the same topic, in both languages, and topics near it. A topic
/// that is not in the list is searched by its own words.
/// </summary>
internal static partial class UnitTopics
{
    private static readonly List<(IReadOnlyList<string> Same, IReadOnlyList<string> Near)> s_all = Read();
    private static readonly Dictionary<string, int> s_byWords = s_all.Index()
        .SelectMany(topic => topic.Item.Same.Select(words => (Words: Stems(words), topic.Index)))
        .DistinctBy(entry => entry.Words).ToDictionary(entry => entry.Words, entry => entry.Index, StringComparer.Ordinal);

    /// <summary>The words for the same topic, itself first; only itself where the list has it not.</summary>
    public static IReadOnlyList<string> Same(string topic) =>
        s_byWords.TryGetValue(Stems(topic), out var at) ? [topic, .. s_all[at].Same] : [topic];

    /// <summary>The words for what lies near it; none where the list knows nothing of it.</summary>
    public static IReadOnlyList<string> Near(string topic)
    {
        if (s_byWords.TryGetValue(Stems(topic), out var at))
        {
            return s_all[at].Near;
        }

        // "Pond ecosystems" are ecosystems.
        var words = Stems(topic).Split(' ');
        return [.. Enumerable.Range(0, words.Length)
            .SelectMany(start => Enumerable.Range(1, words.Length - start).Select(length => string.Join(' ', words.Skip(start).Take(length))))
            .Where(s_byWords.ContainsKey).OrderByDescending(part => part.Length).Take(1).SelectMany(part => s_all[s_byWords[part]].Same)];
    }

    /// <summary>
    /// The topics in what was said: "ecosystems and food webs" are two where one of them is in the list and both together are not, "rocks and minerals" and
    /// "Romeo and Juliet" are one.
    /// </summary>
    public static IEnumerable<string> Apart(string topic)
    {
        var parts = Joined().Split(topic);
        return parts.Length > 1 && !s_byWords.ContainsKey(Stems(topic)) && parts.Any(part => s_byWords.ContainsKey(Stems(part))) ? parts : [topic];
    }

    /// <summary>Whether a topic is one of some words or has them among the words for it, whatever their number, case and accents.</summary>
    public static bool IsAmong(string topic, IEnumerable<string> words)
    {
        var same = Same(topic).Concat(Near(topic)).Select(Stems).ToHashSet(StringComparer.Ordinal);
        return words.Any(word => same.Contains(Stems(word)) || $" {Stems(topic)} ".Contains($" {Stems(word)} ", StringComparison.Ordinal));
    }

    private static string Stems(string text) => string.Join(' ', Words.Of(text, 12).Where(word => !SmallWords.IsStopped(word.Folded)).Select(word => word.Stem));

    private static List<(IReadOnlyList<string>, IReadOnlyList<string>)> Read()
    {
        using var file = typeof(UnitTopics).Assembly.GetManifestResourceStream("LibraryBot.Data.Kits.UnitTopics.txt")!;
        using var reader = new StreamReader(file);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Where(line => line[0] != '#')
            .Select(line => line.Split('>', 2))
            .Select(parts => (List(parts[0]), List(parts[1])))];
    }

    [GeneratedRegex(@"\s*(?:,|&|\band\b|\by\b)\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Joined();

    private static IReadOnlyList<string> List(string words) => words.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
