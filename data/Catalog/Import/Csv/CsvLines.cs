using System.Text;
using LibraryBot.Data.Catalog.Import.Marc;

namespace LibraryBot.Data.Catalog.Import.Csv;

/// <summary>One row of a CSV file as text, line breaks within quotation marks included.</summary>
/// <param name="Offset">The byte it begins at.</param>
/// <param name="Text">The row, without the line break that ends it.</param>
/// <param name="Broken">Whether a quotation mark was opened and never closed; then the row is one line and its marks are taken out.</param>
internal readonly record struct CsvLine(long Offset, string Text, bool Broken);

/// <summary>
/// Cuts a stream into rows (RFC 4180). A quotation mark that is never closed costs its own row, not the rest of the file. Bytes that are not
/// UTF-8 are read as Windows-1252.
/// </summary>
internal sealed class CsvLines(Stream stream) : IDisposable
{
    private const int MostLinesInRow = 100;
    private static readonly UTF8Encoding Strict = new(false, true);
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    private readonly ByteWindow window = new(stream);
    private readonly Queue<(long Offset, string Text)> ahead = new();
    private byte? lineBreak;

    /// <summary>What separates the fields; set after the first row is known.</summary>
    public char Delimiter { get; set; } = ',';

    /// <summary>The next row that is not blank, or null at the end.</summary>
    public async ValueTask<CsvLine?> NextAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            if (!await HoldAsync(1, cancellationToken).ConfigureAwait(false))
            {
                return null;
            }

            var (offset, text) = ahead.Dequeue();
            if (string.IsNullOrWhiteSpace(text))
            {
                continue;
            }

            var open = EndsQuoted(text, false, out _);
            if (!open)
            {
                return new CsvLine(offset, text, false);
            }

            var taken = 0;
            while (open && taken < MostLinesInRow && await HoldAsync(taken + 1, cancellationToken).ConfigureAwait(false))
            {
                open = EndsQuoted(ahead.ElementAt(taken).Text, true, out var stray);
                taken++;
                if (stray)
                {
                    // What closes in the middle of a word was meant to open: the mark before was never closed.
                    open = true;
                    break;
                }
            }

            if (open)
            {
                return new CsvLine(offset, text.Replace("\"", "", StringComparison.Ordinal), true);
            }

            var row = new StringBuilder(text);
            for (; taken > 0; taken--)
            {
                row.Append('\n').Append(ahead.Dequeue().Text);
            }

            return new CsvLine(offset, row.ToString(), false);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => window.Dispose();

    /// <summary>Whether a quoted field is still open at the end of a line.</summary>
    private bool EndsQuoted(string line, bool quoted, out bool stray)
    {
        stray = false;
        var fieldBegins = !quoted;
        for (var at = 0; at < line.Length; at++)
        {
            if (quoted)
            {
                if (line[at] == '"')
                {
                    var doubled = at + 1 < line.Length && line[at + 1] == '"';
                    at += doubled ? 1 : 0;
                    quoted = doubled;
                    stray |= !doubled && at + 1 < line.Length && line[at + 1] != Delimiter && !char.IsWhiteSpace(line[at + 1]);
                }
            }
            else
            {
                quoted = fieldBegins && line[at] == '"';
                fieldBegins = line[at] == Delimiter;
            }
        }

        return quoted;
    }

    private async ValueTask<bool> HoldAsync(int count, CancellationToken cancellationToken)
    {
        while (ahead.Count < count)
        {
            var end = FindEnd();
            if (end < 0 && !window.Ended)
            {
                await window.FillAsync(cancellationToken).ConfigureAwait(false);
                continue;
            }

            if (end < 0 && window.Unread.Length == 0)
            {
                return false;
            }

            var length = end < 0 ? window.Unread.Length : end;
            ahead.Enqueue((window.Offset, Decode(window.Unread[..length])));
            window.Advance(end < 0 ? length : length + 1);
        }

        return true;
    }

    private int FindEnd()
    {
        // Files of old Macintoshes end their lines with a carriage return alone.
        if (lineBreak is null && (window.Ended || window.Unread.Length >= 1 << 16 || window.Unread.Contains((byte)'\n')))
        {
            lineBreak = window.Unread.Contains((byte)'\n') || !window.Unread.Contains((byte)'\r') ? (byte)'\n' : (byte)'\r';
        }

        return lineBreak is null ? -1 : window.Unread.IndexOf(lineBreak.Value);
    }

    private static string Decode(ReadOnlySpan<byte> bytes)
    {
        bytes = bytes.TrimEnd((byte)'\r');
        bytes = bytes.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes;
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return Windows1252.GetString(bytes);
        }
    }
}
