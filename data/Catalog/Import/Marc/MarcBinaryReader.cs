using System.Globalization;
using System.Runtime.CompilerServices;

namespace LibraryBot.Data.Catalog.Import.Marc;

/// <summary>One record as it stands in a file: what was read of it, and where.</summary>
/// <param name="Offset">The byte its first character is at, counted from 0 in the unpacked file.</param>
/// <param name="Record">What was read; its <see cref="MarcRecord.Fields"/> are empty where nothing could be.</param>
/// <param name="OfFile">Something wrong with the file that is no record's; then there is no record.</param>
internal readonly record struct MarcRecordAt(long Offset, MarcRecord? Record, Problem? OfFile = null);

/// <summary>Reads a MARC 21 file in exchange format (ISO 2709), one record in memory at a time.</summary>
internal static class MarcBinaryReader
{
    /// <summary>Every record of the stream, good or bad. Bytes that belong to no record are told as a problem of the record after them.</summary>
    public static async IAsyncEnumerable<MarcRecordAt> ReadAsync(Stream stream, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var window = new ByteWindow(stream);
        var parser = new MarcBinaryParser();
        var passedOver = 0;
        while (true)
        {
            if (MarcFraming.Find(window.Unread, window.Ended) is not { } frame)
            {
                await window.FillAsync(cancellationToken).ConfigureAwait(false);
                continue;
            }

            window.Advance(frame.Skip);
            passedOver += frame.PassedOver;
            if (frame.Length > 0)
            {
                var record = parser.Parse(window.Unread[..frame.Length], frame.Cut && window.Ended && window.Unread.Length == frame.Length);
                if (passedOver > 0)
                {
                    record.Problems.Add(new Problem(ProblemKind.PassedOver, passedOver.ToString(CultureInfo.InvariantCulture)));
                    passedOver = 0;
                }

                yield return new MarcRecordAt(window.Offset, record);
                window.Advance(frame.Length);
            }
            else if (window.Ended && window.Unread.Length == 0)
            {
                yield break;
            }
        }
    }
}
