using System.Buffers;

namespace LibraryBot.Data.Catalog.Import.Marc;

/// <summary>Where the next record of a MARCXML file lies.</summary>
/// <param name="Skip">Bytes before it.</param>
/// <param name="PassedOver">Of these, bytes of text that belongs nowhere.</param>
/// <param name="Length">Its bytes; 0 where there is none.</param>
/// <param name="Cut">Whether its end tag is missing.</param>
/// <param name="CollectionOpen">Whether a collection was opened (true) or closed (false) in the bytes before it; null for neither.</param>
internal readonly record struct MarcXmlFrame(int Skip, int PassedOver, int Length, bool Cut, bool? CollectionOpen);

/// <summary>
/// Finds the records of a MARCXML file by their tags, so that one that is not well formed does not end the reading. Any namespace prefix
/// will do; wrappers that are called "record" too (OAI-PMH, SRU) are looked through.
/// </summary>
internal static class MarcXmlFraming
{
    private static readonly SearchValues<byte> NameEnds = SearchValues.Create(" \t\r\n/>"u8);

    /// <summary>Finds the next record, or null where more bytes are needed to tell.</summary>
    public static MarcXmlFrame? Find(ReadOnlySpan<byte> bytes, bool ended)
    {
        var (start, passedOver, open) = FindStart(bytes, ended);
        if (start < 0)
        {
            return ended || start < -1 ? new MarcXmlFrame(ended ? bytes.Length : -start - 1, passedOver, 0, false, open) : null;
        }

        var at = start + 1;
        while (Next(bytes, ref at, ended, insideRecord: true) is { } tag)
        {
            if (tag.Name != TagName.Record)
            {
                at = tag.End;
                continue;
            }

            if (tag.IsEnd || tag.IsEmpty)
            {
                return new MarcXmlFrame(start, passedOver, tag.End - start, false, open);
            }

            if (bytes[start..tag.Start].IndexOf("field"u8) >= 0)
            {
                return new MarcXmlFrame(start, passedOver, tag.Start - start, true, open);
            }

            (start, at) = (tag.Start, tag.End);
        }

        return ended || bytes.Length - start > MarcFraming.LongestRecord
            ? new MarcXmlFrame(start, passedOver, bytes.Length - start, true, open)
            : start > 0 ? new MarcXmlFrame(start, passedOver, 0, false, open) : null;
    }

    private static (int Start, int PassedOver, bool? Open) FindStart(ReadOnlySpan<byte> bytes, bool ended)
    {
        var (at, passedOver, open) = (0, 0, (bool?)null);
        var used = 0;
        while (Next(bytes, ref at, ended, insideRecord: false) is { } tag)
        {
            passedOver += bytes[used..tag.Start].Trim(" \r\n\t"u8).Length;
            if (tag.Name == TagName.Record && !tag.IsEnd)
            {
                return (tag.Start, passedOver, open);
            }

            open = tag.Name == TagName.Collection ? !tag.IsEnd && !tag.IsEmpty : open;
            (used, at) = (tag.End, tag.End);
        }

        passedOver += ended ? bytes[used..].Trim(" \r\n\t"u8).Length : 0;
        return (used > 0 ? -used - 1 : -1, passedOver, open);
    }

    private enum TagName
    {
        Other,
        Record,
        Collection,
    }

    private readonly record struct Tag(int Start, int End, TagName Name, bool IsEnd, bool IsEmpty);

    /// <summary>The next tag, comment or instruction at or after a place; null where it is not whole yet.</summary>
    private static Tag? Next(ReadOnlySpan<byte> bytes, ref int at, bool ended, bool insideRecord)
    {
        var found = bytes[at..].IndexOf((byte)'<');
        if (found < 0)
        {
            return null;
        }

        var start = at + found;
        var rest = bytes[start..];
        if (rest.StartsWith("<![CDATA["u8))
        {
            return Special(rest, start, "]]>"u8, ended, insideRecord);
        }

        if (rest.StartsWith("<!--"u8))
        {
            return Special(rest, start, "-->"u8, ended, insideRecord);
        }

        var close = rest.IndexOf((byte)'>');
        if (close < 0)
        {
            return null;
        }

        // A tag that was never closed ends where the next one begins.
        var another = rest[1..close].IndexOf((byte)'<');
        var end = start + (another >= 0 ? another + 1 : close + 1);
        var isEnd = rest.Length > 1 && rest[1] == '/';
        var name = rest[(isEnd ? 2 : 1)..(end - start)];
        var nameEnd = name.IndexOfAny(NameEnds);
        name = nameEnd < 0 ? name : name[..nameEnd];
        name = name[(name.IndexOf((byte)':') + 1)..];
        var kind = name.SequenceEqual("record"u8) ? TagName.Record : name.SequenceEqual("collection"u8) ? TagName.Collection : TagName.Other;
        return new Tag(start, end, kind, isEnd, end - start > 2 && bytes[end - 2] == '/');
    }

    /// <summary>A comment or character data: nothing in it is a tag. One that never ends is passed over as if it were a tag.</summary>
    private static Tag? Special(ReadOnlySpan<byte> rest, int start, ReadOnlySpan<byte> closing, bool ended, bool insideRecord)
    {
        var close = rest.IndexOf(closing);
        var record = insideRecord ? rest.IndexOf("record>"u8) : -1;
        if (close >= 0 && (record < 0 || record > close))
        {
            return new Tag(start, start + close + 3, TagName.Other, false, false);
        }

        return record >= 0 || ended || rest.Length > MarcFraming.LongestRecord ? new Tag(start, start + 4, TagName.Other, false, false) : null;
    }
}
