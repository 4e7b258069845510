using System.Text;

namespace LibraryBot.Dialogs.Understanding;

/// <summary>
/// Corrects words to those of a list: one letter wrong, missing, too many or swapped with its neighbour (two in long words), or written as
/// it sounds. Real words that only look like one of the list are kept as they are.
/// </summary>
internal sealed class Spelling
{
    private const int Shortest = 4;
    private const int ShortestBySound = 3;
    private const int Longest = 24;
    private const int LongWord = 9;

    private static readonly int[] s_repeats = [2, 1];

    private readonly HashSet<string> _known;
    private readonly List<string> _targets = [];
    // In order: the hash of a form with letters deleted above, the place of its target below. As a dictionary of lists it was the largest thing the bot kept.
    private readonly ulong[] _byDeletion;
    private readonly Dictionary<string, string> _bySound = new(StringComparer.Ordinal);

    /// <summary>A speller.</summary>
    /// <param name="targets">The keys to correct to; where two are as near, the earlier one is taken.</param>
    /// <param name="real">Other words, which are right as they are.</param>
    public Spelling(IEnumerable<string> targets, IEnumerable<string> real)
    {
        _known = new HashSet<string>(real.Select(WordKey.Of), StringComparer.Ordinal);
        var targeted = new HashSet<string>(StringComparer.Ordinal);
        var byDeletion = new List<ulong>();
        foreach (var target in targets)
        {
            if (!targeted.Add(target))
            {
                continue;
            }

            _known.Add(target);
            if (target.Length >= Shortest && !char.IsAsciiDigit(target[0]))
            {
                _bySound.TryAdd(WordKey.Sound(target), target);
                byDeletion.AddRange(Deletions(target).Select(shorter => Hash(shorter) | (uint)_targets.Count));
                _targets.Add(target);
            }
        }

        byDeletion.Sort();
        _byDeletion = [.. byDeletion];
    }

    /// <summary>Whether a key is a word as it is.</summary>
    public bool Knows(string key) => _known.Contains(key);

    /// <summary>The key of the list that a word is meant for, or the word's own.</summary>
    public string Correct(string key)
    {
        if (key.Length is < ShortestBySound or > Longest || _known.Contains(key) || char.IsAsciiDigit(key[0]))
        {
            return key;
        }

        if (Shortened(key) is { } shortened)
        {
            return shortened;
        }

        if (_bySound.TryGetValue(WordKey.Sound(key), out var sounding))
        {
            return sounding;
        }

        if (key.Length < Shortest)
        {
            return key;
        }

        string? best = null;
        var least = int.MaxValue;
        foreach (var shorter in Deletions(key))
        {
            foreach (var target in TargetsOf(shorter))
            {
                // A wrong first letter is rare, and two short words that differ in it are mostly two words.
                var distance = 2 * Distance(key, target) + (key[0] == target[0] ? 0 : 1);
                var allowed = target.Length >= LongWord && key.Length >= LongWord - 1 ? 4 : key.Length >= 5 ? 3 : 2;
                if (distance <= allowed && (distance < least || distance == least && best is not null && target.Length > best.Length))
                {
                    (best, least) = (target, distance);
                }
            }
        }

        return best ?? key;
    }

    // And once in a while one of another form with the same hash, which is not near enough.
    private IEnumerable<string> TargetsOf(string form)
    {
        var hash = Hash(form);
        var at = Array.BinarySearch(_byDeletion, hash);
        for (at = at < 0 ? ~at : at; at < _byDeletion.Length && _byDeletion[at] >> 32 == hash >> 32; at++)
        {
            yield return _targets[(int)(uint)_byDeletion[at]];
        }
    }

    private static ulong Hash(string form) => (ulong)(uint)form.GetHashCode(StringComparison.Ordinal) << 32;

    // "Heyyy", "sooo", "holaaa": letters drawn out for feeling's sake.
    private string? Shortened(string key)
    {
        foreach (var most in s_repeats)
        {
            var shorter = new StringBuilder(key.Length);
            foreach (var letter in key)
            {
                if (shorter.Length < most || Enumerable.Range(shorter.Length - most, most).Any(at => shorter[at] != letter))
                {
                    shorter.Append(letter);
                }
            }

            if (shorter.Length < key.Length && _known.Contains(shorter.ToString()))
            {
                return shorter.ToString();
            }
        }

        return null;
    }

    /// <summary>Edits between two words: letters inserted, deleted, changed, or neighbours swapped (optimal string alignment).</summary>
    internal static int Distance(ReadOnlySpan<char> one, ReadOnlySpan<char> other)
    {
        Span<int> before = stackalloc int[other.Length + 1];
        Span<int> last = stackalloc int[other.Length + 1];
        Span<int> row = stackalloc int[other.Length + 1];
        for (var column = 0; column <= other.Length; column++)
        {
            last[column] = column;
        }

        for (var line = 1; line <= one.Length; line++)
        {
            row[0] = line;
            for (var column = 1; column <= other.Length; column++)
            {
                var change = last[column - 1] + (one[line - 1] == other[column - 1] ? 0 : 1);
                row[column] = Math.Min(change, 1 + Math.Min(last[column], row[column - 1]));
                if (line > 1 && column > 1 && one[line - 1] == other[column - 2] && one[line - 2] == other[column - 1])
                {
                    row[column] = Math.Min(row[column], before[column - 2] + 1);
                }
            }

            var oldest = before;
            before = last;
            last = row;
            row = oldest;
        }

        return last[other.Length];
    }

    // Two words one edit apart share a form with one letter deleted, or are it; two edits, one with two deleted.
    private static HashSet<string> Deletions(string key)
    {
        var forms = new HashSet<string>(StringComparer.Ordinal) { key };
        for (var at = 0; at < key.Length; at++)
        {
            var shorter = key.Remove(at, 1);
            if (forms.Add(shorter) && key.Length >= LongWord - 1)
            {
                for (var second = 0; second < shorter.Length; second++)
                {
                    forms.Add(shorter.Remove(second, 1));
                }
            }
        }

        return forms;
    }
}
