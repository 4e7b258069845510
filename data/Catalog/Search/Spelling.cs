using System.Text;

namespace LibraryBot.Data.Catalog.Search;

/// <summary>
/// How words are found that are nearly spelled like one typed. Each word of the vocabulary is filed under a few keys: its sound (the
/// consonants, "elefant" and "elephant" alike), its sound with one consonant missing, and, for short words, itself with one letter
/// missing. A misspelling shares at least one key with what was meant; <see cref="Cost"/> then judges.
/// </summary>
internal static class Spelling
{
    private const int LongestForLetters = 7;

    /// <summary>The keys of a word, by its root (see <see cref="Stemmer.RootOf"/>). Empty for what is too short to be guessed at.</summary>
    public static HashSet<string> KeysOf(string root)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        if (root.Length < 3 || root.Any(char.IsAsciiDigit))
        {
            return keys;
        }
        var sound = SoundOf(root);
        if (sound.Length > 1)
        {
            keys.Add("~" + sound);
        }
        if (sound.Length > 3)
        {
            AddWithOneMissing(keys, sound, "~");
        }
        if (root.Length <= LongestForLetters)
        {
            keys.Add(root);
            AddWithOneMissing(keys, root, "");
        }
        return keys;
    }

    /// <summary>
    /// How far a typed root is from a known one: the fewest letters to insert, leave out, change or swap with their neighbour; half a
    /// letter less where both sound alike, half a letter more where they begin differently. Null where that is too far to be meant.
    /// </summary>
    /// <param name="typed">The root typed.</param>
    /// <param name="known">The root of a word of the catalogue.</param>
    /// <param name="isAlone">Whether no other word bears it out: then a short word must sound alike, or "horse" would mean "house".</param>
    public static double? Cost(string typed, string known, bool isAlone)
    {
        var alike = SoundOf(typed) == SoundOf(known);
        var allowed = typed.Length switch
        {
            <= 3 => 0,
            <= 5 => alike ? 2 : 1,
            <= 8 => alike ? 3 : 2,
            _ => 3,
        };
        if (Math.Abs(typed.Length - known.Length) > allowed || (isAlone && typed.Length <= 5 && !alike && !AreSwapped(typed, known)))
        {
            return null;
        }
        var distance = Distance(typed, known);
        var cost = distance - (alike ? 0.5 : 0) + (typed[0] == known[0] ? 0 : 0.5);
        return distance <= allowed && cost <= typed.Length / (alike ? 2.5 : 3) ? cost : null;
    }

    private static bool AreSwapped(string one, string other) => one.Length == other.Length && one.Order().SequenceEqual(other.Order());

    private static void AddWithOneMissing(HashSet<string> keys, string word, string prefix)
    {
        for (var at = 0; at < word.Length; at++)
        {
            keys.Add(string.Concat(prefix, word.AsSpan(0, at), word.AsSpan(at + 1)));
        }
    }

    /// <summary>The consonants as they sound, doubles once; a vowel only where the word begins with one.</summary>
    internal static string SoundOf(string root)
    {
        var sound = new StringBuilder(root.Length);
        for (var at = 0; at < root.Length; at++)
        {
            var next = at + 1 < root.Length ? root[at + 1] : '\0';
            var heard = root[at] switch
            {
                'a' or 'e' or 'i' or 'o' or 'u' or 'y' => at == 0 ? 'a' : '\0',
                'h' => at == 0 && next != '\0' ? 'h' : '\0',
                'p' when next == 'h' => 'f',
                'g' when next == 'h' => at == 0 ? 'g' : '\0',
                'c' when next is 'e' or 'i' or 'y' => 's',
                'c' or 'q' => 'k',
                'k' when at == 0 && next == 'n' => '\0',
                'z' => 's',
                'x' => 'k',
                'v' => 'b',
                'w' when next == 'r' => '\0',
                var other => other,
            };
            if (heard != '\0' && (sound.Length == 0 || sound[^1] != heard))
            {
                sound.Append(heard);
            }
        }
        return sound.ToString();
    }

    // Optimal string alignment: edits and swaps of neighbours.
    private static int Distance(string one, string other)
    {
        var before = new int[other.Length + 1];
        var last = new int[other.Length + 1];
        var row = new int[other.Length + 1];
        for (var j = 0; j <= other.Length; j++)
        {
            last[j] = j;
        }
        for (var i = 1; i <= one.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                row[j] = Math.Min(Math.Min(row[j - 1], last[j]) + 1, last[j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                {
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
                }
            }
            (before, last, row) = (last, row, before);
        }
        return last[other.Length];
    }
}
