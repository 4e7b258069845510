using LibraryBot.Dialogs.Conversation;

namespace LibraryBot.Dialogs.Recommendations.ReadersAdvisor;

/// <summary>The names on the roster in a form to look for: the words they are made of, and which two of them are one person's.</summary>
internal sealed class RosterNames
{
    private static readonly HashSet<string> s_titles = new(StringComparer.Ordinal)
    {
        "mr", "mrs", "ms", "miss", "mx", "dr", "dra", "sr", "sra", "srta", "don", "dona", "prof", "profe", "profesor", "profesora", "maestro", "maestra", "coach", "jr", "ii", "iii",
    };

    /// <summary>What joins the words of a name and is no name itself.</summary>
    public static HashSet<string> Joints { get; } = new(StringComparer.Ordinal)
    {
        "de", "del", "la", "las", "los", "y", "e", "da", "do", "dos", "das", "van", "von", "der", "den", "bin", "ibn", "al", "el", "di", "le", "du", "san",
    };

    private readonly HashSet<string> _words = new(StringComparer.Ordinal);
    private readonly HashSet<(string, string)> _pairs = [];

    /// <summary>Takes names apart.</summary>
    public RosterNames(IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            // "O'Brien" is one word, "García-López" two.
            var parts = Phrases.Plain(name).Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(part => !s_titles.Contains(part) && !Joints.Contains(part)).ToList();
            _words.UnionWith(parts.Where(part => part.Length > 1));
            foreach (var (first, at) in parts.Select((part, at) => (part, at)))
            {
                foreach (var second in parts.Skip(at + 1))
                {
                    _pairs.Add((first, second));
                    _pairs.Add((second, first));
                }
            }
        }
    }

    /// <summary>Whether a plain word is part of somebody's name.</summary>
    public bool Has(string word) => _words.Contains(word) || Singular(word) is { } without && _words.Contains(without);

    /// <summary>Whether two plain words are parts of one person's name.</summary>
    public bool HasBoth(string first, string second) => _pairs.Contains((first, second)) || Singular(second) is { } without && _pairs.Contains((first, without));

    // "mayas", "chens": the apostrophe of a possessive is seldom written.
    private static string? Singular(string word) => word.Length > 3 && word[^1] == 's' ? word[..^1] : null;
}
