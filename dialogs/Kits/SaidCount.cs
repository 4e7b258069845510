using System.Globalization;
using LibraryBot.Dialogs.Understanding;

namespace LibraryBot.Dialogs.Kits;

/// <summary>How many, as people say it: "28", "twenty-eight", "veintiocho", "treinta y dos", "a dozen", "half", "some".</summary>
/// <param name="Value">The number; 0 where it is a half.</param>
/// <param name="Length">How many words it takes.</param>
/// <param name="IsHalf">Whether it is half of the class.</param>
/// <param name="IsGuess">Whether nobody said a number: "some", "varios".</param>
internal readonly record struct SaidCount(int Value, int Length, bool IsHalf = false, bool IsGuess = false)
{
    /// <summary>What "some" is taken for, until somebody says how many.</summary>
    public const int Some = 4;

    private static readonly Dictionary<string, int> s_words = Words(
        "one uno un una 1;two dos couple par pair 2;three tres 3;four cuatro 4;five cinco 5;six seis 6;seven siete 7;eight ocho 8;nine nueve 9;ten diez 10;"
        + "eleven once 11;twelve doce dozen docena 12;thirteen trece 13;fourteen catorce 14;fifteen quince 15;sixteen dieciseis 16;seventeen diecisiete 17;eighteen dieciocho 18;"
        + "nineteen diecinueve 19;twenty veinte 20;veintiuno veintiun veintiuna 21;veintidos 22;veintitres 23;veinticuatro 24;veinticinco 25;veintiseis 26;veintisiete 27;veintiocho 28;"
        + "veintinueve 29;thirty treinta 30;forty fourty cuarenta 40;fifty cincuenta 50;sixty sesenta 60;seventy setenta 70;eighty ochenta 80;ninety noventa 90;hundred cien ciento 100");

    private static readonly HashSet<string> s_guesses = new(StringComparer.Ordinal) { "some", "several", "few", "handful", "algunos", "algunas", "unos", "unas", "varios", "varias", "pocos", "pocas" };

    /// <summary>The count that begins at a word, if one does.</summary>
    public static SaidCount? At(Sentence sentence, int at)
    {
        if (!sentence.IsFree(at))
        {
            return null;
        }

        var plain = sentence.Tokens[at].Plain;
        if (int.TryParse(plain, NumberStyles.None, CultureInfo.InvariantCulture, out var digits))
        {
            return digits is > 0 and <= 999 ? new SaidCount(digits, 1) : null;
        }

        if (plain is "half" or "mitad")
        {
            return new SaidCount(0, 1, IsHalf: true);
        }

        // "A few", "a couple of", "una docena".
        if (plain is "a" or "an" or "un" or "una" && PlainAt(sentence, at + 1) is "couple" or "par" or "pair" or "dozen" or "docena" or "few" or "handful" or "hundred")
        {
            return At(sentence, at + 1) is { } after ? after with { Length = after.Length + 1 } : null;
        }

        if (s_guesses.Contains(plain))
        {
            return new SaidCount(Some, 1, IsGuess: true);
        }

        if (plain is "un" or "una" || !s_words.TryGetValue(plain, out var value))
        {
            return null;
        }

        var length = 1;
        if (value is >= 20 and <= 90 && value % 10 == 0)
        {
            // "Twenty eight", "treinta y dos".
            var and = PlainAt(sentence, at + 1) == "y" ? 1 : 0;
            if (PlainAt(sentence, at + 1 + and) is { } unit && s_words.TryGetValue(unit, out var units) && units < 10 && sentence.IsFree(at + 1 + and) && !sentence.Tokens[at + 1].StartsPart)
            {
                (value, length) = (value + units, 2 + and);
            }
        }

        return new SaidCount(value, length);
    }

    private static string? PlainAt(Sentence sentence, int at) => at < sentence.Count ? sentence.Tokens[at].Plain : null;

    private static Dictionary<string, int> Words(string lines) => lines.Split(';')
        .Select(line => line.Split(' '))
        .SelectMany(words => words[..^1].Select(word => (word, int.Parse(words[^1], CultureInfo.InvariantCulture))))
        .ToDictionary(entry => entry.word, entry => entry.Item2, StringComparer.Ordinal);
}
