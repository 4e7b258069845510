using System.Buffers;
using System.Collections.Frozen;

namespace LibraryBot.Data.Catalog.Search;

/// <summary>
/// Brings English and Spanish plurals, and English -ing and -ed, to one stem without knowing which of the two languages a word is in:
/// a pupil's question does not say. A stem need not be a word; it only must be the same for forms that belong together.
/// </summary>
internal static class Stemmer
{
    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouy");

    private static readonly FrozenDictionary<string, string> Irregular = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["mice"] = "mouse",
        ["geese"] = "goose",
        ["children"] = "child",
        ["teeth"] = "tooth",
        ["feet"] = "foot",
        ["men"] = "man",
        ["women"] = "woman",
        ["oxen"] = "ox",
        ["dioses"] = "dios",
        ["paises"] = "pais",
        ["ingleses"] = "ingles",
        ["franceses"] = "frances",
        ["swam"] = "swim",
        ["dios"] = "dios",
        ["pais"] = "pais",
        ["ingles"] = "ingles",
        ["frances"] = "frances",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The stem of a folded word.</summary>
    public static string StemOf(string folded)
    {
        var root = RootOf(folded);
        // story, stories; wolf, wolves; pez, peces.
        return root.Length < 3 ? root : root[^1] switch
        {
            'y' => string.Concat(root.AsSpan(0, root.Length - 1), "i"),
            'v' => string.Concat(root.AsSpan(0, root.Length - 1), "f"),
            'c' => string.Concat(root.AsSpan(0, root.Length - 1), "z"),
            _ => root,
        };
    }

    /// <summary>The word without its ending, the rest spelled as it was: what spelling is compared by.</summary>
    public static string RootOf(string folded)
    {
        if (folded.Length < 3 || !IsLatin(folded))
        {
            return folded;
        }
        var word = Irregular.GetValueOrDefault(folded, folded).AsSpan();
        if (word.Length >= 4 && word[^1] == 's' && word[^2] is not ('s' or 'u' or 'i') && !Irregular.ContainsKey(folded))
        {
            word = word[..^1];
        }
        if (word.Length >= 6 && word.EndsWith("ing", StringComparison.Ordinal) && HasVowel(word[..^3]))
        {
            word = Undouble(word[..^3]);
        }
        else if (word.Length >= 5 && word.EndsWith("ed", StringComparison.Ordinal) && word[^3] != 'e' && HasVowel(word[..^2]))
        {
            word = Undouble(word[..^2]);
        }
        if (word.Length >= 4 && word[^1] == 'e')
        {
            word = word[..^1];
        }
        if (word.Length >= 4 && word.EndsWith("zz", StringComparison.Ordinal))
        {
            word = word[..^1];
        }
        return word.SequenceEqual(folded) ? folded : word.ToString();
    }

    private static ReadOnlySpan<char> Undouble(ReadOnlySpan<char> word) =>
        word.Length >= 4 && word[^1] == word[^2] && word[^1] is not ('l' or 's' or 'f' or 'z') ? word[..^1] : word;

    private static bool HasVowel(ReadOnlySpan<char> word) => word.ContainsAny(Vowels);

    private static bool IsLatin(string word)
    {
        foreach (var c in word)
        {
            if (c is < 'a' or > 'z')
            {
                return false;
            }
        }
        return true;
    }
}
