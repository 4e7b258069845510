using System.Text;
using LibraryBot.Data.Catalog;
using LibraryBot.Data.Catalog.Import;

namespace LibraryBot.Tests.Data.Catalog.Import;

/// <summary>Reads files from memory.</summary>
internal static class Reading
{
    public static Task<List<ImportedRecord>> ReadAsync(string text) => ReadAsync(Encoding.UTF8.GetBytes(text));

    public static async Task<List<ImportedRecord>> ReadAsync(byte[] file)
    {
        using var stream = new MemoryStream(file);
        return await ReadAsync(stream);
    }

    public static async Task<List<ImportedRecord>> ReadAsync(Stream stream)
    {
        var records = new List<ImportedRecord>();
        await foreach (var record in ImportFile.ReadAsync(stream, new DateOnly(2026, 11, 23), default))
        {
            records.Add(record);
        }

        return records;
    }

    /// <summary>The title of a file with one record.</summary>
    public static async Task<Title> TitleAsync(MarcBuilder record) => Assert.Single(await ReadAsync(record.Build())).Title!;

    /// <summary>A stream that gives a few bytes at a time, so that every place is once the end of what was read.</summary>
    public sealed class Trickle(byte[] bytes, int step) : MemoryStream(bytes)
    {
        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(step, buffer.Length)]);

        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(step, count));

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            new(base.Read(buffer.Span[..Math.Min(step, buffer.Length)]));
    }
}
