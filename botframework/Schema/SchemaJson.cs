using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Microsoft.Bot.Schema;

/// <summary>The one way this assembly reads and writes JSON: one serializer, so that contracts are built once in the life of the process.</summary>
internal static class SchemaJson
{
    /// <summary>Deeper documents are refused when read: no activity of a channel comes near.</summary>
    public const int MaxDepth = 64;

    /// <summary>Names as the schema gives them, nulls left out, dates as ISO 8601; a string that looks like a date stays the string it is.</summary>
    public static JsonSerializerSettings Settings { get; } = new()
    {
        NullValueHandling = NullValueHandling.Ignore,
        DateFormatHandling = DateFormatHandling.IsoDateFormat,
        DateTimeZoneHandling = DateTimeZoneHandling.Utc,
        DateParseHandling = DateParseHandling.None,
        ReferenceLoopHandling = ReferenceLoopHandling.Error,
        Culture = CultureInfo.InvariantCulture,
        MaxDepth = MaxDepth,
        CheckAdditionalContent = true,
    };

    public static JsonSerializer Serializer { get; } = JsonSerializer.Create(Settings);

    public static JToken ToToken(object value) => JToken.FromObject(value, Serializer);

    /// <summary>Reads <paramref name="value"/> as <typeparamref name="T"/>: itself when it is one, otherwise by way of JSON.</summary>
    public static T? Convert<T>(object? value) => value switch
    {
        null => default,
        T same => same,
        JToken token => token.ToObject<T>(Serializer),
        _ => ToToken(value).ToObject<T>(Serializer),
    };

    /// <summary>A new <typeparamref name="T"/> that says in JSON what <paramref name="value"/> says.</summary>
    public static T Copy<T>(object value) => ToToken(value).ToObject<T>(Serializer)!;

    /// <exception cref="JsonException">The text is no JSON, or none that a <typeparamref name="T"/> can be made of.</exception>
    public static T? Read<T>(string json)
    {
        using var text = new StringReader(json);
        using var reader = new JsonTextReader(text) { ArrayPool = JsonCharPool.Instance, MaxDepth = MaxDepth, DateParseHandling = DateParseHandling.None };
        return Serializer.Deserialize<T>(reader);
    }

    public static byte[] ToUtf8(object value)
    {
        using var text = new PooledTextWriter();
        Write(text, value, Serializer);
        return text.ToUtf8();
    }

    public static void Write(PooledTextWriter text, object value, JsonSerializer serializer)
    {
        using var json = new JsonTextWriter(text) { CloseOutput = false, ArrayPool = JsonCharPool.Instance };
        serializer.Serialize(json, value);
    }
}
