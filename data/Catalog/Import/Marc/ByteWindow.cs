using System.Buffers;

namespace LibraryBot.Data.Catalog.Import.Marc;

/// <summary>A stretch of a stream held in memory, that grows at its end and is given up at its beginning.</summary>
internal sealed class ByteWindow(Stream stream) : IDisposable
{
    private byte[] buffer = ArrayPool<byte>.Shared.Rent(1 << 17);
    private int start;
    private int end;

    /// <summary>What is held and not yet used.</summary>
    public ReadOnlySpan<byte> Unread => buffer.AsSpan(start, end - start);

    /// <summary>The offset of the first unread byte in the stream.</summary>
    public long Offset { get; private set; }

    /// <summary>Whether the stream has ended: nothing will be added any more.</summary>
    public bool Ended { get; private set; }

    /// <summary>Gives up the first bytes.</summary>
    public void Advance(int count)
    {
        start += count;
        Offset += count;
    }

    /// <summary>Reads more of the stream.</summary>
    public async ValueTask FillAsync(CancellationToken cancellationToken)
    {
        if (end == buffer.Length)
        {
            MakeRoom();
        }

        var read = await stream.ReadAsync(buffer.AsMemory(end), cancellationToken).ConfigureAwait(false);
        Ended = read == 0;
        end += read;
    }

    /// <inheritdoc/>
    public void Dispose() => ArrayPool<byte>.Shared.Return(buffer);

    private void MakeRoom()
    {
        var target = end - start > buffer.Length / 2 ? ArrayPool<byte>.Shared.Rent(buffer.Length * 2) : buffer;
        buffer.AsSpan(start, end - start).CopyTo(target);
        (start, end) = (0, end - start);
        if (target != buffer)
        {
            ArrayPool<byte>.Shared.Return(buffer);
            buffer = target;
        }
    }
}
