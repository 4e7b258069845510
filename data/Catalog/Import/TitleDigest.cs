using System.Security.Cryptography;
using System.Text.Json;

namespace LibraryBot.Data.Catalog.Import;

/// <summary>Digests by which records are compared from one import to the next.</summary>
internal static class TitleDigest
{
    /// <summary>The digest of everything a record says of its title: equal digests, equal content. Copies are compared one by one instead.</summary>
    public static string Of(Title title)
    {
        var content = JsonSerializer.SerializeToUtf8Bytes(new
        {
            title.TitleProper,
            title.Subtitle,
            title.SortTitle,
            title.OtherTitles,
            title.Contributors,
            title.Edition,
            title.Publisher,
            title.Year,
            Isbns = title.Isbns.Select(isbn => isbn.Isbn),
            title.CallNumber,
            title.Subjects,
            title.Genres,
            title.Summary,
            title.SeriesName,
            title.SeriesNumber,
            title.Languages,
            title.Pages,
            title.Format,
            title.Audience,
            title.GradeLow,
            title.GradeHigh,
            title.Lexile,
            title.LexileCode,
            title.ReadingLevels,
            title.Awards,
            title.AvailableAs,
            title.Link,
            title.ImportWarnings,
        });
        return Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 16));
    }

    /// <summary>Sixteen bytes that stand for a text, for remembering many texts in little memory.</summary>
    public static UInt128 Short(string text)
    {
        Span<byte> digest = stackalloc byte[32];
        SHA256.HashData(System.Runtime.InteropServices.MemoryMarshal.AsBytes(text.AsSpan()), digest);
        return System.Buffers.Binary.BinaryPrimitives.ReadUInt128LittleEndian(digest);
    }
}
