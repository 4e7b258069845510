namespace LibraryBot.Dialogs.Understanding;

/// <summary>One word or number of a sentence.</summary>
/// <param name="Start">Where it begins in the text.</param>
/// <param name="End">Where it ends, exclusive.</param>
/// <param name="Plain">Lower case, without accents and apostrophes.</param>
/// <param name="Gap">What stands between it and the word before: "-" in "K-2", "#" in "#3".</param>
/// <param name="IsCapitalized">Whether it was written with a capital first.</param>
internal sealed record Token(int Start, int End, string Plain, string Gap, bool IsCapitalized)
{
    /// <summary>What it is compared by: its spelling corrected to a word of the lists where it is plainly meant for one, without a plural s.</summary>
    public string Key { get; init; } = WordKey.Of(Plain);

    /// <summary>Whether something ends before it: a comma, a full stop, a bracket.</summary>
    public bool StartsPart { get; init; }

    /// <summary>Whether it stands in quotation marks, and in which pair of them; 0 for none.</summary>
    public int Quote { get; init; }

    /// <summary>Whether it is a number in digits.</summary>
    public bool IsNumber => char.IsAsciiDigit(Plain[0]) && Plain.All(c => char.IsAsciiDigit(c) || c is '.' or ',');
}

/// <summary>Words as they are compared.</summary>
internal static class WordKey
{
    /// <summary>A word without its plural s: "novels" and "novel", "libros" and "libro" are the same; "class" and "where's" stay.</summary>
    public static string Of(string plain) =>
        plain.Length > 3 && plain[^1] == 's' && plain[^2] is not ('s' or 'u' or 'i') && plain != "wheres" ? plain[..^1] : plain;

    /// <summary>
    /// How a word sounds, roughly, to a child who writes English or Spanish by ear: "grafic" and "graphic", "kiero" and "quiero",
    /// "mistery" and "mystery" sound the same.
    /// </summary>
    public static string Sound(string key)
    {
        var sound = new System.Text.StringBuilder(key.Length);
        for (var at = 0; at < key.Length; at++)
        {
            var next = at + 1 < key.Length ? key[at + 1] : ' ';
            var letter = key[at] switch
            {
                'p' when next == 'h' => 'f',
                'q' => 'k',
                'c' when next is 'e' or 'i' => 's',
                'c' when next != 'h' => 'k',
                'z' => 's',
                'y' => 'i',
                'v' => 'b',
                'h' when at > 0 && key[at - 1] is 'p' or 'w' => ' ',
                'e' when at > 1 && at == key.Length - 1 && !IsVowel(key[at - 1]) && IsVowel(key[at - 2]) => ' ',
                'h' when at == 0 => ' ',
                'u' when at > 0 && key[at - 1] == 'q' => ' ',
                _ => key[at],
            };
            if (letter != ' ' && (sound.Length == 0 || sound[^1] != letter))
            {
                sound.Append(letter);
            }
        }

        return sound.ToString();
    }

    // The e at the end of "have" and "snake" is not heard.
    private static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';
}
