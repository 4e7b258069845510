using System.Collections.Frozen;
using LibraryBot.Data.Catalog;

namespace LibraryBot.Dialogs.Understanding;

/// <summary>
/// What else a topic is called: in the catalogue, whose headings are not what people say ("World War, 1939-1945"), and in the other language, for a parent who asks
/// in Spanish for what has an English record. Kept in <c>Understanding/Words/Topics.txt</c>.
/// </summary>
internal static class TopicWords
{
    private static readonly FrozenDictionary<string, OtherWords> s_topics = Load();

    /// <summary>The other words for a topic; none where the list does not have it.</summary>
    /// <param name="topic">One word or several, as somebody said them.</param>
    public static OtherWords Of(string topic) => s_topics.GetValueOrDefault(KeyOf(topic), OtherWords.None);

    private static FrozenDictionary<string, OtherWords> Load()
    {
        var topics = new Dictionary<string, OtherWords>(StringComparer.Ordinal);
        foreach (var line in TextFiles.Lines("Understanding/Words/Topics.txt"))
        {
            var parts = line.Split('>');
            var (same, narrower) = (Listed(parts[0]), parts.Length > 1 ? Listed(parts[1]) : []);
            foreach (var word in same)
            {
                var known = topics.GetValueOrDefault(KeyOf(word), OtherWords.None);
                topics[KeyOf(word)] = new OtherWords(
                    [.. known.Same.Concat(same).Where(other => KeyOf(other) != KeyOf(word)).DistinctBy(KeyOf)], [.. known.Narrower.Concat(narrower).Distinct(StringComparer.Ordinal)]);
            }
        }

        return topics.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static string[] Listed(string words) => words.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static string KeyOf(string phrase) => string.Join(' ', Tokenizer.Tokenize(phrase).Select(token => token.Plain));
}
