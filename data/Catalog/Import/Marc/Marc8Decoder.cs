using System.Globalization;
using System.Text;

namespace LibraryBot.Data.Catalog.Import.Marc;

/// <summary>
/// Turns MARC-8 into Unicode. A mark stands before its letter in MARC-8 and after it in Unicode; escape sequences choose the sets G0
/// (bytes 21-7E) and G1 (bytes A1-FE), which go back to ASCII and ANSEL at the start of each subfield. East Asian text (EACC) stays
/// undecoded as <c>[EACC:213021 213022]</c>. Not safe for use by several threads at once.
/// </summary>
internal sealed class Marc8Decoder
{
    private const byte Escape = 0x1B;

    private readonly StringBuilder output = new();
    private readonly StringBuilder marks = new();
    private string? g0 = Marc8Sets.Ascii;
    private string? g1 = Marc8Sets.Ansel;
    private bool ligatureOpen;
    private bool insideEacc;

    /// <summary>How many East Asian characters were left undecoded since the decoder was made.</summary>
    public int EaccCharacters { get; private set; }

    /// <summary>How many bytes had no meaning in MARC-8 since the decoder was made.</summary>
    public int UnknownBytes { get; private set; }

    /// <summary>Decodes one subfield or control field; marks and letters are composed (NFC).</summary>
    public string Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IndexOfAnyExceptInRange((byte)0x20, (byte)0x7E) < 0)
        {
            return Encoding.ASCII.GetString(bytes);
        }

        output.Clear();
        marks.Clear();
        (g0, g1, ligatureOpen, insideEacc) = (Marc8Sets.Ascii, Marc8Sets.Ansel, false, false);
        var at = 0;
        while (at < bytes.Length)
        {
            at += bytes[at] == Escape ? Designate(bytes[at..]) : Take(bytes[at..]);
        }

        EndEacc();
        if (marks.Length > 0)
        {
            UnknownBytes += marks.Length;
            output.Append(marks);
        }

        return output.ToString().Normalize();
    }

    /// <summary>Follows an escape sequence; returns its length. One that is not in the standard is skipped and counted.</summary>
    private int Designate(ReadOnlySpan<byte> bytes)
    {
        var at = 1;
        var multibyte = at < bytes.Length && bytes[at] == '$';
        at += multibyte ? 1 : 0;
        var second = at < bytes.Length && bytes[at] is (byte)')' or (byte)'-';
        var introduced = second || (at < bytes.Length && bytes[at] is (byte)'(' or (byte)',');
        at += introduced ? 1 : 0;
        at += introduced && at < bytes.Length && bytes[at] == '!' ? 1 : 0;
        if (at >= bytes.Length)
        {
            UnknownBytes += bytes.Length;
            return bytes.Length;
        }

        var final = bytes[at];
        if (final == '1' && (multibyte || introduced))
        {
            SetDesignated(second, null);
            return at + 1;
        }

        var known = introduced ? final is not ((byte)'s' or (byte)'g' or (byte)'b' or (byte)'p') : final is (byte)'s' or (byte)'g' or (byte)'b' or (byte)'p';
        if (multibyte || !known || Marc8Sets.Find(final) is not { } set)
        {
            UnknownBytes++;
            return 1;
        }

        SetDesignated(second, set);
        return at + 1;
    }

    private void SetDesignated(bool second, string? set)
    {
        EndEacc();
        if (second)
        {
            g1 = set;
        }
        else
        {
            g0 = set;
        }
    }

    /// <summary>Takes one character; returns how many bytes it had.</summary>
    private int Take(ReadOnlySpan<byte> bytes)
    {
        var code = bytes[0];
        if (code == 0x20)
        {
            Base(' ');
            return 1;
        }

        if (code is < 0x20 or 0x7F or (>= 0x80 and <= 0xA0) or 0xFF)
        {
            TakeControl(code);
            return 1;
        }

        var set = code < 0x80 ? g0 : g1;
        if (set is null)
        {
            return TakeEacc(bytes);
        }

        var position = (code & 0x7F) - 0x20;
        var character = position < set.Length ? set[position] : '\0';
        if (character == '\0' && code < 0x80 && !char.IsAsciiLetter((char)code))
        {
            // Punctuation and figures inside another script are written as in ASCII, whatever the table says.
            character = (char)code;
        }

        if (character == '\0')
        {
            UnknownBytes++;
            Base('\uFFFD');
        }
        else if (IsMark(character))
        {
            Mark(character);
        }
        else
        {
            Base(character);
        }

        return 1;
    }

    private void TakeControl(byte code)
    {
        switch (code)
        {
            case 0x88 or 0x89:
                // Begin and end of characters that do not sort: nothing to be seen.
                break;
            case 0x8D:
                Base('\u200D');
                break;
            case 0x8E:
                Base('\u200C');
                break;
            case (byte)'\t' or (byte)'\n' or (byte)'\r':
                Base(' ');
                break;
            default:
                UnknownBytes++;
                break;
        }
    }

    private int TakeEacc(ReadOnlySpan<byte> bytes)
    {
        var length = Math.Min(3, bytes.Length);
        EndMarks();
        output.Append(insideEacc ? " " : "[EACC:");
        insideEacc = true;
        for (var index = 0; index < length; index++)
        {
            output.Append((bytes[index] & 0x7F).ToString("X2", CultureInfo.InvariantCulture));
        }

        EaccCharacters++;
        return length;
    }

    private void Mark(char mark)
    {
        switch (mark)
        {
            case '\u0361' or '\u0360':
                ligatureOpen = true;
                marks.Append(mark);
                break;
            case '\uFE21' or '\uFE23' when ligatureOpen:
                // The first half already spans both letters.
                ligatureOpen = false;
                break;
            default:
                marks.Append(mark);
                break;
        }
    }

    private void Base(char character)
    {
        EndEacc();
        output.Append(character);
        EndMarks();
    }

    private void EndMarks()
    {
        output.Append(marks);
        marks.Clear();
    }

    private void EndEacc()
    {
        if (insideEacc)
        {
            output.Append(']');
            insideEacc = false;
        }
    }

    /// <summary>The code tables flag every non-spacing character but the superscript alef as combining.</summary>
    private static bool IsMark(char character) =>
        character >= '\u0300' && character != '\u0670' && char.GetUnicodeCategory(character) == UnicodeCategory.NonSpacingMark;
}
