using System.Globalization;
using System.Text;

namespace LibraryBot.Data.Catalog.Import.Marc;

/// <summary>The character sets text in MARC records is found in.</summary>
internal enum MarcCharacterSet
{
    /// <summary>UTF-8, leader/09 = a.</summary>
    Utf8,

    /// <summary>MARC-8, leader/09 blank.</summary>
    Marc8,

    /// <summary>Windows code page 1252: not allowed, and met all the same.</summary>
    Windows1252,
}

/// <summary>Decodes the text of one record, whose character set is chosen by content where the leader lies.</summary>
internal sealed class MarcText
{
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
    private static readonly UTF8Encoding Strict = new(false, true);

    private readonly Marc8Decoder marc8 = new();
    private MarcCharacterSet characterSet;
    private int replaced;

    /// <summary>The set the record is read as.</summary>
    public MarcCharacterSet CharacterSet => characterSet;

    /// <summary>Bytes without meaning since the record began.</summary>
    public int UnknownBytes => replaced + marc8.UnknownBytes - marc8Before.Unknown;

    /// <summary>East Asian characters left undecoded since the record began.</summary>
    public int EaccCharacters => marc8.EaccCharacters - marc8Before.Eacc;

    private (int Unknown, int Eacc) marc8Before;

    /// <summary>Begins a record: chooses its character set. Returns whether the leader told the truth.</summary>
    /// <param name="leader09">"a" for UTF-8, blank for MARC-8; anything else leaves it to the content.</param>
    /// <param name="data">The bytes of the fields.</param>
    public bool Begin(char leader09, ReadOnlySpan<byte> data)
    {
        replaced = 0;
        marc8Before = (marc8.UnknownBytes, marc8.EaccCharacters);
        var stated = leader09 == 'a' ? MarcCharacterSet.Utf8 : MarcCharacterSet.Marc8;
        characterSet = Choose(stated, data);
        return characterSet == stated;
    }

    /// <summary>Decodes one value: numeric character references resolved, composed (NFC), control characters taken out.</summary>
    public string Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IndexOfAnyExceptInRange((byte)0x20, (byte)0x7E) < 0)
        {
            return ResolveReferences(Encoding.ASCII.GetString(bytes));
        }

        return characterSet switch
        {
            MarcCharacterSet.Marc8 => ResolveReferences(marc8.Decode(bytes)),
            MarcCharacterSet.Windows1252 => Clean(Windows1252.GetString(bytes)),
            _ => Clean(DecodeUtf8(bytes)),
        };
    }

    /// <summary>Resolves numeric character references, composes (NFC), and takes control characters out.</summary>
    public static string Clean(string text)
    {
        var resolved = ResolveReferences(text);
        if (resolved.AsSpan().IndexOfAnyInRange('\0', '\u001F') >= 0 || resolved.AsSpan().IndexOfAnyInRange('\u007F', '\u009F') >= 0)
        {
            var clean = new StringBuilder(resolved.Length);
            foreach (var character in resolved)
            {
                if (character is '\t' or '\n' or '\r')
                {
                    clean.Append(' ');
                }
                else if (!char.IsControl(character))
                {
                    clean.Append(character);
                }
            }

            resolved = clean.ToString();
        }

        return Compose(resolved);
    }

    private static MarcCharacterSet Choose(MarcCharacterSet stated, ReadOnlySpan<byte> data)
    {
        var high = data.IndexOfAnyInRange((byte)0x80, (byte)0xFF);
        if (high < 0)
        {
            return data.Contains((byte)0x1B) ? MarcCharacterSet.Marc8 : stated;
        }

        var (sequences, broken) = CountUtf8(data[high..]);
        if (broken == 0 || sequences > broken)
        {
            return MarcCharacterSet.Utf8;
        }

        return data.Contains((byte)0x1B) || LooksLikeMarc8(data[high..]) ? MarcCharacterSet.Marc8 : MarcCharacterSet.Windows1252;
    }

    /// <summary>Counts multi-byte sequences that are valid UTF-8, and high bytes that are not part of one.</summary>
    private static (int Valid, int Broken) CountUtf8(ReadOnlySpan<byte> data)
    {
        var (valid, broken) = (0, 0);
        while (data.Length > 0)
        {
            if (data[0] < 0x80)
            {
                var next = data.IndexOfAnyInRange((byte)0x80, (byte)0xFF);
                data = next < 0 ? [] : data[next..];
                continue;
            }

            var status = Rune.DecodeFromUtf8(data, out _, out var length);
            valid += status == System.Buffers.OperationStatus.Done ? 1 : 0;
            broken += status == System.Buffers.OperationStatus.Done ? 0 : 1;
            data = data[Math.Max(1, length)..];
        }

        return (valid, broken);
    }

    /// <summary>
    /// Whether high bytes stand as MARC-8 has them: marks (E0-FE) before a letter, special letters anywhere, none of 80-9F but the four
    /// controls. A mark before a blank, a stop or the end is an accented letter of Windows-1252 that ends its word.
    /// </summary>
    private static bool LooksLikeMarc8(ReadOnlySpan<byte> data)
    {
        var (likely, unlikely) = (0, 0);
        for (var at = 0; at < data.Length; at++)
        {
            var code = data[at];
            if (code < 0x80)
            {
                continue;
            }

            if (code < 0xA0)
            {
                unlikely += code is 0x88 or 0x89 or 0x8D or 0x8E ? 0 : 1;
            }
            else if (code >= 0xE0)
            {
                var next = at + 1 < data.Length ? data[at + 1] : (byte)' ';
                var marked = (char)next;
                if (next >= 0x80 || (char.IsAsciiLetter(marked) && IsUsual(code, marked)))
                {
                    likely++;
                }
                else
                {
                    unlikely++;
                }
            }
            else
            {
                var defined = code - 0xA0 < Marc8Sets.Ansel.Length && Marc8Sets.Ansel[code - 0xA0] != '\0';
                unlikely += defined ? 0 : 1;
                likely += defined ? 1 : 0;
            }
        }

        return likely >= unlikely;
    }

    /// <summary>Whether mark and letter make one letter of a Latin alphabet, as é does and an n with a hook above does not.</summary>
    private static bool IsUsual(byte mark, char letter) =>
        $"{letter}{Marc8Sets.Ansel[mark - 0xA0]}".Normalize(NormalizationForm.FormC).Length == 1;

    private string DecodeUtf8(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            replaced += CountUtf8(bytes).Broken;
            return Encoding.UTF8.GetString(bytes);
        }
    }

    /// <summary>Resolves <c>&amp;#x1EA1;</c> and <c>&amp;#225;</c>, the standard's way of writing what MARC-8 lacks.</summary>
    private static string ResolveReferences(string text)
    {
        var from = text.IndexOf("&#", StringComparison.Ordinal);
        if (from < 0)
        {
            return text;
        }

        var output = new StringBuilder(text, 0, from, text.Length);
        for (var at = from; at < text.Length; at++)
        {
            var end = text[at] == '&' && at + 1 < text.Length && text[at + 1] == '#' ? text.IndexOf(';', at, Math.Min(10, text.Length - at)) : -1;
            if (end > at && TryReference(text.AsSpan((at + 2)..end), out var rune))
            {
                output.Append(rune.ToString());
                at = end;
            }
            else
            {
                output.Append(text[at]);
            }
        }

        return Compose(output.ToString());
    }

    private static bool TryReference(ReadOnlySpan<char> reference, out Rune rune)
    {
        rune = default;
        var hexadecimal = reference.Length > 1 && reference[0] is 'x' or 'X';
        var parsed = hexadecimal
            ? int.TryParse(reference[1..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)
            : int.TryParse(reference, NumberStyles.None, CultureInfo.InvariantCulture, out value);
        return parsed && value >= 0x20 && Rune.TryCreate(value, out rune) && !Rune.IsControl(rune);
    }

    /// <summary>NFC; noncharacters and lone surrogates, which cannot be composed, stay as they are.</summary>
    private static string Compose(string text)
    {
        try
        {
            return text.IsNormalized() ? text : text.Normalize();
        }
        catch (ArgumentException)
        {
            return text;
        }
    }
}
