using System.Globalization;
using System.Text;

namespace LibraryBot.Data.Calendar.Said;

/// <summary>A run of letters, a run of digits, or one other character of a sentence.</summary>
/// <param name="Start">Where it begins in the text.</param>
/// <param name="End">Where it has ended.</param>
/// <param name="Plain">In lower case, without accents.</param>
/// <param name="Glued">Whether it follows the one before without a blank.</param>
internal readonly record struct SaidToken(int Start, int End, string Plain, bool Glued)
{
    /// <summary>Whether it is a number in ASCII digits.</summary>
    public bool IsDigits => char.IsAsciiDigit(Plain[0]);

    /// <summary>Its number; -1 where it is none, or none that a time could have.</summary>
    public int Number => IsDigits && Plain.Length <= 8 ? int.Parse(Plain, CultureInfo.InvariantCulture) : -1;

    /// <summary>The tokens of any text.</summary>
    public static List<SaidToken> Split(string text)
    {
        var tokens = new List<SaidToken>();
        var ended = -1;
        for (var at = 0; at < text.Length;)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }

            var end = at + 1;
            if (char.IsAsciiDigit(text[at]))
            {
                while (end < text.Length && char.IsAsciiDigit(text[end]))
                {
                    end++;
                }
            }
            else if (IsLetter(text[at]))
            {
                while (end < text.Length && IsLetter(text[end]))
                {
                    end++;
                }
            }

            tokens.Add(new SaidToken(at, end, Simple(text.AsSpan(at, end - at)), ended == at));
            ended = at = end;
        }

        return tokens;
    }

    // º and ª are letters to Unicode; they end an ordinal number.
    private static bool IsLetter(char character) =>
        char.IsLetter(character) || char.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark;

    // Accents are taken off by hand: normalising throws on half a surrogate pair, and is slow.
    private static string Simple(ReadOnlySpan<char> word)
    {
        var plain = new StringBuilder(word.Length);
        foreach (var character in word)
        {
            if (char.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark)
            {
                continue;
            }

            var lower = char.ToLowerInvariant(character);
            plain.Append("áàäâãéèëêíìïîóòöôúùüûñ".IndexOf(lower, StringComparison.Ordinal) is >= 0 and var place ? "aaaaaeeeeiiiioooouuuun"[place] : lower);
        }

        return plain.Length == 0 ? "\u0000" : plain.ToString();
    }
}
