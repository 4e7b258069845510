using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using Newtonsoft.Json;

namespace Microsoft.Bot.Builder;

/// <summary>Tells whether a state changed, by a hash of its JSON.</summary>
internal static class StateHash
{
    private static readonly JsonSerializer Serializer = new() { TypeNameHandling = TypeNameHandling.All, MaxDepth = null, ReferenceLoopHandling = ReferenceLoopHandling.Error };

    public static string Of(object value)
    {
        using var text = new PooledWriter();
        using (var json = new JsonTextWriter(text) { CloseOutput = false, AutoCompleteOnClose = false, ArrayPool = JsonCharPool.Instance })
        {
            Serializer.Serialize(json, value);
        }

        return text.Hash();
    }

    /// <summary>Collects characters in a rented buffer.</summary>
    private sealed class PooledWriter : TextWriter
    {
        private char[] _buffer = ArrayPool<char>.Shared.Rent(1024);
        private int _length;

        public override Encoding Encoding => Encoding.Unicode;

        public override void Write(char value)
        {
            Reserve(1);
            _buffer[_length++] = value;
        }

        public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

        public override void Write(string? value) => Write(value.AsSpan());

        public override void Write(ReadOnlySpan<char> buffer)
        {
            Reserve(buffer.Length);
            buffer.CopyTo(_buffer.AsSpan(_length));
            _length += buffer.Length;
        }

        public string Hash()
        {
            Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
            SHA256.HashData(System.Runtime.InteropServices.MemoryMarshal.AsBytes(_buffer.AsSpan(0, _length)), hash);
            return Convert.ToHexString(hash);
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing && _buffer.Length > 0)
            {
                ArrayPool<char>.Shared.Return(_buffer);
                _buffer = [];
            }

            base.Dispose(disposing);
        }

        private void Reserve(int count)
        {
            if (_buffer.Length - _length >= count)
            {
                return;
            }

            var larger = ArrayPool<char>.Shared.Rent(Math.Max(_buffer.Length * 2, _length + count));
            _buffer.AsSpan(0, _length).CopyTo(larger);
            ArrayPool<char>.Shared.Return(_buffer);
            _buffer = larger;
        }
    }
}
