namespace LibraryBot.Data.Catalog.Import.Marc;

/// <summary>Where the next record of a binary file lies.</summary>
/// <param name="PassedOver">Bytes before it that belong to no record, line breaks not counted.</param>
/// <param name="Skip">Bytes before it, of every kind.</param>
/// <param name="Length">Its bytes, terminator included; 0 where there is no record.</param>
/// <param name="Cut">Whether it ends without its terminator.</param>
internal readonly record struct MarcFrame(int PassedOver, int Skip, int Length, bool Cut);

/// <summary>
/// Finds where records begin and end (ISO 2709): by terminator first and by the stated length second, since lengths are wrong more
/// often than terminators are missing.
/// </summary>
internal static class MarcFraming
{
    /// <summary>Ends a record.</summary>
    public const byte RecordTerminator = 0x1D;

    /// <summary>Ends the directory and each field.</summary>
    public const byte FieldTerminator = 0x1E;

    /// <summary>Begins a subfield.</summary>
    public const byte Delimiter = 0x1F;

    /// <summary>The longest run of bytes taken for one record. The format allows 99,999; exports with all their copies go beyond.</summary>
    public const int LongestRecord = 1 << 24;

    private const int LeaderLength = 24;

    /// <summary>Finds the next record, or null where more bytes are needed to tell.</summary>
    public static MarcFrame? Find(ReadOnlySpan<byte> bytes, bool ended)
    {
        var blank = CountSeparators(bytes);
        var data = bytes[blank..];
        if (data.Length == 0)
        {
            return ended || blank > 0 ? new MarcFrame(0, blank, 0, false) : null;
        }

        var terminator = data.IndexOf(RecordTerminator);
        if (terminator < 0 && !ended && data.Length < LongestRecord)
        {
            return null;
        }

        var whole = terminator >= 0;
        var length = whole ? terminator + 1 : Math.Min(data.Length, LongestRecord);
        var stated = StatedLength(data);
        if (stated == length)
        {
            return new MarcFrame(0, blank, length, false);
        }

        if (stated > length && whole && !ended && data.Length < stated + LeaderLength + 12)
        {
            return null;
        }

        if (EndsAsStated(data, stated, length))
        {
            return new MarcFrame(0, blank, stated, data[stated - 1] != RecordTerminator);
        }

        return Split(data, blank, length, !whole);
    }

    /// <summary>Whether the bytes begin like a record: a leader with its fixed digits, and a directory entry.</summary>
    public static bool BeginsRecord(ReadOnlySpan<byte> bytes) =>
        bytes.Length >= LeaderLength + 12 && AllDigits(bytes[..5]) && IsLeaderBody(bytes) && IsEntry(bytes.Slice(LeaderLength, 12));

    /// <summary>Whether twelve bytes can be a directory entry: a tag of three letters or digits, then nine digits.</summary>
    public static bool IsEntry(ReadOnlySpan<byte> entry) =>
        char.IsAsciiLetterOrDigit((char)entry[0]) && char.IsAsciiLetterOrDigit((char)entry[1]) && char.IsAsciiLetterOrDigit((char)entry[2])
        && AllDigits(entry.Slice(3, 9));

    /// <summary>The length the leader states, or -1 where it is not a number.</summary>
    public static int StatedLength(ReadOnlySpan<byte> bytes) => bytes.Length >= 5 ? Number(bytes[..5]) : -1;

    /// <summary>A number of digits only, or -1.</summary>
    public static int Number(ReadOnlySpan<byte> digits)
    {
        var value = 0;
        foreach (var digit in digits)
        {
            if (digit is < (byte)'0' or > (byte)'9')
            {
                return -1;
            }

            value = (value * 10) + digit - '0';
        }

        return value;
    }

    /// <summary>
    /// Whether the stated length is right although the first terminator lies elsewhere: a terminator inside a field before it, or the
    /// record's own terminator missing and the next record begun.
    /// </summary>
    private static bool EndsAsStated(ReadOnlySpan<byte> data, int stated, int length)
    {
        if (stated <= LeaderLength || stated > data.Length)
        {
            return false;
        }

        var rest = data[stated..];
        var next = rest[CountSeparators(rest)..];
        return stated > length
            ? data[stated - 1] == RecordTerminator && (next.Length == 0 || BeginsRecord(next)) && !BeginsRecord(data[(length + CountSeparators(data[length..]))..])
            : data[stated - 1] == FieldTerminator && BeginsRecord(next);
    }

    /// <summary>Looks inside a stretch whose stated length is wrong for the beginning of another record.</summary>
    private static MarcFrame Split(ReadOnlySpan<byte> data, int blank, int length, bool cut)
    {
        var begins = data.Length >= LeaderLength && IsLeaderBody(data);
        for (var at = begins ? LeaderLength : 1; at + LeaderLength + 12 <= length; at++)
        {
            if (!BeginsRecord(data[at..length]))
            {
                continue;
            }

            return begins || data[..at].Contains(FieldTerminator)
                ? new MarcFrame(0, blank, at, true)
                : new MarcFrame(at, blank + at, 0, false);
        }

        return new MarcFrame(0, blank, length, cut);
    }

    private static int CountSeparators(ReadOnlySpan<byte> bytes)
    {
        var count = bytes.StartsWith("\uFEFF"u8) ? 3 : 0;
        while (count < bytes.Length && bytes[count] is (byte)'\r' or (byte)'\n' or (byte)'\t' or (byte)' ' or 0 or 0x1A or RecordTerminator)
        {
            // A length padded with blanks is the beginning of a leader, not a separator.
            if (bytes[count] == ' ' && bytes.Length - count >= LeaderLength && IsLeaderBody(bytes[count..]))
            {
                break;
            }

            count++;
        }

        return count;
    }

    private static bool IsLeaderBody(ReadOnlySpan<byte> leader) =>
        char.IsAsciiLetterLower((char)leader[6]) && (char.IsAsciiLetterLower((char)leader[5]) || leader[5] == ' ') && AllDigits(leader.Slice(12, 5));

    private static bool AllDigits(ReadOnlySpan<byte> bytes) => bytes.IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0;
}
