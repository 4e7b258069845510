using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Microsoft.Bot.Schema;
using Newtonsoft.Json;

namespace Microsoft.Bot.Builder;

/// <summary>Tells whether a state changed, by a hash of its JSON.</summary>
internal static class StateHash
{
    private static readonly JsonSerializer Serializer = TypeNames.CreateSerializer();

    public static string Of(object value)
    {
        using var text = new PooledTextWriter();
        SchemaJson.Write(text, value, Serializer);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(MemoryMarshal.AsBytes(text.Written), hash);
        return Convert.ToHexString(hash);
    }
}
