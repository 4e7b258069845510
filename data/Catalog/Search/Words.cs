using System.Buffers;
using System.Globalization;
using System.Text;

namespace LibraryBot.Data.Catalog.Search;

/// <summary>One word of a text.</summary>
/// <param name="Written">As written, in lower case, with its accents.</param>
/// <param name="Folded">Without accents and ligatures.</param>
/// <param name="Stem">What it has in common with its plural and its like; what the index holds.</param>
internal readonly record struct Word(string Written, string Folded, string Stem);

/// <summary>
/// Takes text apart into words, the same way for what is indexed and for what is asked, so that both databases find the same. Accents,
/// case, apostrophes and hyphens do not matter. Any string will do: what is no letter or digit only separates.
/// </summary>
internal static class Words
{
    private const int LongestWord = 40;

    /// <summary>The first words of a text.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="most">How many words are taken; the rest is not looked at.</param>
    public static List<Word> Of(string? text, int most = int.MaxValue)
    {
        var words = new List<Word>();
        var rest = text.AsSpan();
        var start = -1;
        for (var at = 0; at < rest.Length && words.Count < most;)
        {
            Rune.DecodeFromUtf16(rest[at..], out var rune, out var length);
            if (IsIdeograph(rune.Value))
            {
                Add(words, rest, start, at);
                start = -1;
                Add(words, rest, at, at + length);
            }
            else if (IsPartOfWord(rune) || (start >= 0 && IsApostrophe(rune.Value)))
            {
                start = start < 0 ? at : start;
            }
            else
            {
                Add(words, rest, start, at);
                start = -1;
            }
            at += length;
        }
        if (words.Count < most)
        {
            Add(words, rest, start, rest.Length);
        }
        return words;
    }

    private static void Add(List<Word> words, ReadOnlySpan<char> text, int start, int end)
    {
        if (start < 0 || start == end)
        {
            return;
        }
        var written = text[start..Math.Min(end, start + LongestWord)].TrimEnd("'’ʼ");
        if (written.Length > 2 && written[^1] is 's' or 'S' && written[^2] is '\'' or '’' or 'ʼ')
        {
            written = written[..^2];
        }
        var lower = Lower(written);
        var folded = Fold(lower);
        if (folded.Length > 0)
        {
            words.Add(new Word(lower, folded, Stemmer.StemOf(folded)));
        }
    }

    private static string Lower(ReadOnlySpan<char> written)
    {
        Span<char> ascii = stackalloc char[LongestWord];
        return Ascii.ToLower(written, ascii, out var length) == OperationStatus.Done
            ? new string(ascii[..length]) : written.ToString().ToLowerInvariant();
    }

    /// <summary>Lower-case text without accents, ligatures and apostrophes.</summary>
    internal static string Fold(string lower)
    {
        var plain = true;
        foreach (var c in lower)
        {
            plain &= char.IsAsciiLetterOrDigit(c);
        }
        if (plain)
        {
            return lower;
        }
        var folded = new StringBuilder(lower.Length);
        // A cut or lone half of a surrogate pair cannot be normalised; as U+FFFD it is no letter, and drops out.
        foreach (var rune in string.Concat(lower.EnumerateRunes()).Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            switch (rune.Value)
            {
                case 'ß': folded.Append("ss"); break;
                case 'æ': folded.Append("ae"); break;
                case 'œ': folded.Append("oe"); break;
                case 'ø': folded.Append('o'); break;
                case 'ł': folded.Append('l'); break;
                case 'đ' or 'ð': folded.Append('d'); break;
                case 'þ': folded.Append("th"); break;
                case 'ı': folded.Append('i'); break;
                default:
                    if (Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.SpacingCombiningMark)
                    {
                        folded.Append(Rune.ToLowerInvariant(rune));
                    }
                    break;
            }
        }
        return folded.ToString();
    }

    private static bool IsPartOfWord(Rune rune) => rune.IsAscii
        ? Rune.IsLetterOrDigit(rune)
        : Rune.GetUnicodeCategory(rune) is <= UnicodeCategory.OtherLetter or UnicodeCategory.NonSpacingMark
            or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.DecimalDigitNumber;

    private static bool IsApostrophe(int value) => value is '\'' or '’' or 'ʼ';

    // Chinese and Japanese are written without spaces: each sign counts as a word.
    private static bool IsIdeograph(int value) =>
        value is >= 0x3040 and <= 0x30FF or >= 0x3400 and <= 0x4DBF or >= 0x4E00 and <= 0x9FFF or >= 0xF900 and <= 0xFAFF
            or >= 0x20000 and <= 0x3FFFF;
}
