using System.Globalization;
using System.Text;

namespace LibraryBot.Data.Catalog.Import.Marc;

/// <summary>
/// Reads one record in exchange format (ISO 2709). Believes terminators before lengths and addresses, and keeps whatever can be read.
/// </summary>
internal sealed class MarcBinaryParser
{
    private const int LeaderLength = 24;
    private static readonly string[] NumericTags = [.. Enumerable.Range(0, 1000).Select(tag => tag.ToString("D3", CultureInfo.InvariantCulture))];

    private readonly MarcText text = new();

    /// <summary>Reads a record.</summary>
    /// <param name="bytes">The record with its terminator, if it has one.</param>
    /// <param name="endsFile">Whether it lacks its terminator because the file ends.</param>
    public MarcRecord Parse(ReadOnlySpan<byte> bytes, bool endsFile)
    {
        var terminated = bytes[^1] == MarcFraming.RecordTerminator;
        var content = terminated ? bytes[..^1] : bytes;
        var directory = MarcDirectory.Read(content);
        var leader = Encoding.Latin1.GetString(content[..Math.Min(directory.LeaderLength, content.Length)]).PadRight(LeaderLength);
        var record = new MarcRecord(leader.Length > LeaderLength ? leader[..LeaderLength] : leader);
        if (endsFile)
        {
            record.Problems.Add(new Problem(ProblemKind.Truncated));
        }
        else if (!terminated)
        {
            record.Problems.Add(new Problem(ProblemKind.MissingTerminator));
        }

        if (directory.Count == 0)
        {
            record.Problems.Add(new Problem(ProblemKind.Unreadable));
            return record;
        }

        CheckLeader(record, bytes.Length, directory);
        var data = content[directory.Base..];
        if (!text.Begin(record.LeaderAt(9), data))
        {
            record.Problems.Add(new Problem(ProblemKind.WrongCharacterSet, text.CharacterSet.ToString()));
        }

        var located = directory.Locate(content, out var trusted, out var lost);
        if (directory.Damaged || !trusted)
        {
            record.Problems.Add(new Problem(ProblemKind.WrongDirectory));
        }

        foreach (var (tag, range) in located)
        {
            AddField(record, Tag(tag), data[range]);
        }

        AddCounts(record, lost);
        if (record.Fields.Count == 0)
        {
            record.Problems.Add(new Problem(ProblemKind.Unreadable));
        }

        return record;
    }

    private static void CheckLeader(MarcRecord record, int length, MarcDirectory directory)
    {
        var stated = MarcFraming.Number(Encoding.Latin1.GetBytes(record.Leader[..5]));
        var tooLongToState = length > 99_999 && stated is 99_999 or 0;
        if (stated != length && !tooLongToState)
        {
            record.Problems.Add(new Problem(ProblemKind.WrongRecordLength, record.Leader[..5].Trim()));
        }

        if (MarcFraming.Number(Encoding.Latin1.GetBytes(record.Leader[12..17])) != directory.Base)
        {
            record.Problems.Add(new Problem(ProblemKind.WrongBaseAddress, record.Leader[12..17].Trim()));
        }

        if (directory.LeaderLength != LeaderLength || record.Leader[20..24] != "4500" || record.Leader[10..12] != "22")
        {
            record.Problems.Add(new Problem(ProblemKind.WrongLeader, MarcText.Clean(record.Leader[20..24])));
        }
    }

    private void AddField(MarcRecord record, string tag, ReadOnlySpan<byte> bytes)
    {
        bytes = bytes.TrimEnd(MarcFraming.FieldTerminator);
        if (tag.StartsWith("00", StringComparison.Ordinal))
        {
            record.Fields.Add(new MarcField(tag, ' ', ' ', text.Decode(WithoutDelimiters(bytes))));
            return;
        }

        var first = bytes.IndexOf(MarcFraming.Delimiter);
        var indicators = first < 0 ? bytes[..Math.Min(2, bytes.Length)] : bytes[..first];
        var field = new MarcField(tag, Indicator(indicators, 0), Indicator(indicators, 1), null);
        if (first < 0)
        {
            // Without a delimiter everything after the indicators is the field's main text.
            var rest = bytes[indicators.Length..];
            if (rest.Length > 0)
            {
                field.Subfields.Add(new MarcSubfield('a', text.Decode(rest)));
                record.Problems.Add(new Problem(ProblemKind.UnreadableValue, tag));
            }
        }
        else
        {
            foreach (var part in bytes[(first + 1)..].Split(MarcFraming.Delimiter))
            {
                var subfield = bytes[(first + 1)..][part];
                if (subfield.Length > 1)
                {
                    field.Subfields.Add(new MarcSubfield((char)subfield[0], text.Decode(subfield[1..])));
                }
            }
        }

        record.Fields.Add(field);
    }

    private void AddCounts(MarcRecord record, int lost)
    {
        if (lost > 0)
        {
            record.Problems.Add(new Problem(ProblemKind.LostField, lost.ToString(CultureInfo.InvariantCulture)));
        }

        if (text.UnknownBytes > 0)
        {
            record.Problems.Add(new Problem(ProblemKind.UndecodableBytes, text.UnknownBytes.ToString(CultureInfo.InvariantCulture)));
        }

        record.EaccCharacters = text.EaccCharacters;
        if (text.EaccCharacters > 0)
        {
            record.Problems.Add(new Problem(ProblemKind.EaccKept, text.EaccCharacters.ToString(CultureInfo.InvariantCulture)));
        }
    }

    private static ReadOnlySpan<byte> WithoutDelimiters(ReadOnlySpan<byte> bytes) =>
        bytes.Contains(MarcFraming.Delimiter) ? bytes.ToArray().Where(each => each != MarcFraming.Delimiter).ToArray() : bytes;

    private static char Indicator(ReadOnlySpan<byte> indicators, int index) =>
        index < indicators.Length && char.IsAsciiLetterOrDigit((char)indicators[index]) ? (char)indicators[index] : ' ';

    private static string Tag(int tag) => tag < 0 ? "" : tag < 1000 ? NumericTags[tag] : MarcDirectory.Letters(tag);
}
