using System.Globalization;
using System.Runtime.CompilerServices;

namespace LibraryBot.Data.Catalog.Import.Marc;

/// <summary>Reads MARCXML, a collection or a single record, one record in memory at a time.</summary>
internal static class MarcXmlReader
{
    /// <summary>Every record of a UTF-8 stream, good or bad, and what is wrong with the file between them.</summary>
    public static async IAsyncEnumerable<MarcRecordAt> ReadAsync(Stream stream, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var window = new ByteWindow(stream);
        var parser = new MarcXmlParser();
        var collectionOpen = false;
        while (true)
        {
            if (MarcXmlFraming.Find(window.Unread, window.Ended) is not { } frame)
            {
                await window.FillAsync(cancellationToken).ConfigureAwait(false);
                continue;
            }

            collectionOpen = frame.CollectionOpen ?? collectionOpen;
            parser.DeclarePrefixes(window.Unread[..frame.Skip]);
            if (frame.PassedOver > 0)
            {
                yield return new MarcRecordAt(window.Offset, null, new Problem(ProblemKind.PassedOver, frame.PassedOver.ToString(CultureInfo.InvariantCulture)));
            }

            window.Advance(frame.Skip);
            if (frame.Length > 0)
            {
                yield return new MarcRecordAt(window.Offset, parser.Parse(window.Unread[..frame.Length], frame.Cut && window.Ended && window.Unread.Length == frame.Length));
                window.Advance(frame.Length);
            }
            else if (window.Ended && window.Unread.Length == 0)
            {
                break;
            }
        }

        if (collectionOpen)
        {
            yield return new MarcRecordAt(window.Offset, null, new Problem(ProblemKind.MalformedXml, "</collection>"));
        }
    }
}
