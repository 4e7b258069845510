using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;
using LibraryBot.Data.Catalog.Import.Csv;
using LibraryBot.Data.Catalog.Import.Marc;

namespace LibraryBot.Data.Catalog.Import;

/// <summary>Opens a file and reads it as what its content shows it to be: MARC 21 in exchange format, MARCXML or CSV, packed (gzip) or not.</summary>
internal static partial class ImportFile
{
    private const int SampleLength = 1 << 14;

    /// <summary>
    /// Every record of a file. What cannot be read is a record too, of kind <see cref="ImportedKind.Unreadable"/> or
    /// <see cref="ImportedKind.FileProblem"/>; nothing is thrown for what is in the file.
    /// </summary>
    public static async IAsyncEnumerable<ImportedRecord> ReadAsync(Stream file, DateOnly today, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var records = OpenAsync(file, today, cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (true)
        {
            ImportedRecord? failure = null;
            try
            {
                if (!await records.MoveNextAsync().ConfigureAwait(false))
                {
                    yield break;
                }
            }
            catch (Exception exception) when (exception is IOException or InvalidDataException)
            {
                failure = new ImportedRecord { Number = 0, Offset = file.CanSeek ? file.Position : 0, Kind = ImportedKind.FileProblem, Problems = [new Problem(ProblemKind.BrokenFile, exception.Message)] };
            }

            yield return failure ?? records.Current;
            if (failure is not null)
            {
                yield break;
            }
        }
    }

    private static async IAsyncEnumerable<ImportedRecord> OpenAsync(Stream file, DateOnly today, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (stream, sample) = await PeekAsync(file, cancellationToken).ConfigureAwait(false);
        if (sample.AsSpan().StartsWith<byte>([0x1F, 0x8B]))
        {
            (stream, sample) = await PeekAsync(new GZipStream(stream, CompressionMode.Decompress), cancellationToken).ConfigureAwait(false);
        }

        if (StatedEncoding(sample) is { } encoding)
        {
            (stream, sample) = await PeekAsync(Encoding.CreateTranscodingStream(stream, encoding, Encoding.UTF8), cancellationToken).ConfigureAwait(false);
        }

        var records = Recognise(sample) switch
        {
            FileKind.Xml => MarcImport.ReadAsync(MarcXmlReader.ReadAsync(stream, cancellationToken), cancellationToken),
            FileKind.Marc => MarcImport.ReadAsync(MarcBinaryReader.ReadAsync(stream, cancellationToken), cancellationToken),
            FileKind.Csv => CsvImport.ReadAsync(stream, today, cancellationToken),
            _ => null,
        };
        if (records is null)
        {
            yield return new ImportedRecord { Number = 0, Offset = 0, Kind = ImportedKind.FileProblem, Problems = [new Problem(ProblemKind.UnknownFile)] };
            yield break;
        }

        await foreach (var record in records.ConfigureAwait(false))
        {
            yield return record;
        }
    }

    private enum FileKind
    {
        Unknown,
        Marc,
        Xml,
        Csv,
    }

    private static FileKind Recognise(ReadOnlySpan<byte> sample)
    {
        var text = sample.StartsWith("\uFEFF"u8) ? sample[3..] : sample;
        text = text.TrimStart(" \r\n\t\0"u8);
        if (text.Length > 0 && text[0] == '<')
        {
            return FileKind.Xml;
        }

        if (sample.ContainsAny(MarcFraming.FieldTerminator, MarcFraming.RecordTerminator, MarcFraming.Delimiter) || LooksLikeLeader(text))
        {
            return FileKind.Marc;
        }

        var end = text.IndexOfAny((byte)'\n', (byte)'\r');
        return CsvImport.ReadHeader(Encoding.UTF8.GetString(end < 0 ? text : text[..end])) is null ? FileKind.Unknown : FileKind.Csv;
    }

    private static bool LooksLikeLeader(ReadOnlySpan<byte> text) =>
        text.Length >= 10 && MarcFraming.StatedLength(text) >= 24 && char.IsAsciiLetterLower((char)text[5]) && char.IsAsciiLetterLower((char)text[6]);

    /// <summary>The encoding a byte order mark or an XML declaration states, where it is not UTF-8.</summary>
    private static Encoding? StatedEncoding(byte[] sample)
    {
        if (sample is [0xFF, 0xFE, ..] or [(byte)'<', 0, ..])
        {
            return Encoding.Unicode;
        }

        if (sample is [0xFE, 0xFF, ..] or [0, (byte)'<', ..])
        {
            return Encoding.BigEndianUnicode;
        }

        var declaration = Encoding.Latin1.GetString(sample.AsSpan(0, Math.Min(sample.Length, 200)));
        return Declaration().Match(declaration) is { Success: true } match && match.Groups[1].Value.ToUpperInvariant() is "ISO-8859-1" or "WINDOWS-1252" or "LATIN1"
            ? CodePagesEncodingProvider.Instance.GetEncoding(1252)
            : null;
    }

    /// <summary>Reads the beginning of a stream, and gives a stream that still has it.</summary>
    private static async Task<(Stream Stream, byte[] Sample)> PeekAsync(Stream stream, CancellationToken cancellationToken)
    {
        var sample = new byte[SampleLength];
        var length = await stream.ReadAtLeastAsync(sample, SampleLength, false, cancellationToken).ConfigureAwait(false);
        sample = sample[..length];
        return (new PeekedStream(sample, stream), sample);
    }

    [GeneratedRegex("<\\?xml[^>]*encoding\\s*=\\s*[\"']([A-Za-z0-9_-]+)[\"']")]
    private static partial Regex Declaration();
}
