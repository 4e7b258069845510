namespace LibraryBot.Dialogs.Understanding;

/// <summary>
/// Keys struck at random and drawn-out laughter: "asdfgh", "jkjkjk", "jajaja", "....k". Told by letters that never follow one another in
/// the words of the lists, English or Spanish; a name from anywhere in the world has more letters that do than that do not.
/// </summary>
internal static class Gibberish
{
    private const int Shortest = 4;
    private const int MostWords = 4;
    private const int LongestPart = 3;

    private static readonly string[] s_rows = ["qwertyuiop", "poiuytrewq", "asdfghjkl", "lkjhgfdsa", "zxcvbnm", "mnbvcxz"];

    private static readonly HashSet<(char, char, char)> s_seen =
    [
        .. WordLists.Instance.All.SelectMany(phrase => phrase.Keys)
            .Concat(TextFiles.Lines("Understanding/Words/RealWords.txt"))
            .Concat(TextFiles.Lines("Understanding/Words/GivenNames.txt"))
            .SelectMany(Threes),
    ];

    /// <summary>Whether nothing in a text is a word.</summary>
    public static bool Is(string text)
    {
        var tokens = Tokenizer.Tokenize(text);
        return tokens.Count is > 0 and <= MostWords && tokens.TrueForAll(token => IsNoWord(token.Plain));
    }

    private static bool IsNoWord(string word)
    {
        if (word.Length == 1)
        {
            return char.IsAsciiLetter(word[0]);
        }

        if (word.Length < Shortest || !word.All(char.IsAsciiLetter) || WordLists.Instance.Spelling.Knows(WordKey.Of(word)))
        {
            return false;
        }

        var threes = Threes(word).ToList();
        return RepeatsItself(word) || RunsAlongAKeyboard(word) || threes.Count(three => !s_seen.Contains(three)) * 3 > threes.Count * 2;
    }

    private static bool RepeatsItself(string word) => Enumerable.Range(1, LongestPart).Any(part =>
        word.Length >= 2 * part + Math.Max(part, 2) && Enumerable.Range(part, word.Length - part).All(at => word[at] == word[at - part]));

    private static bool RunsAlongAKeyboard(string word)
    {
        var (run, longest) = (1, 1);
        for (var at = 1; at < word.Length; at++)
        {
            run = s_rows.Any(row => row.Contains(word[(at - 1)..(at + 1)], StringComparison.Ordinal)) ? run + 1 : 1;
            longest = Math.Max(longest, run);
        }

        return longest >= Shortest && longest * 3 >= word.Length * 2;
    }

    private static IEnumerable<(char, char, char)> Threes(string word)
    {
        var framed = $" {word} ";
        return Enumerable.Range(0, framed.Length - 2).Select(at => (framed[at], framed[at + 1], framed[at + 2]));
    }
}
