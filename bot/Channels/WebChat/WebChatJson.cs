using System.Globalization;
using System.Text;
using Microsoft.Bot.Schema;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace LibraryBot.WebChat;

/// <summary>Activities as JSON, as Direct Line 3.0 writes them.</summary>
internal static class WebChatJson
{
    /// <summary>The longest body that is read, in bytes: a message of 100,000 characters fits.</summary>
    public const int LongestBody = 512 * 1024;

    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>For activities: nulls left out, nothing nested deeper than a card is.</summary>
    public static JsonSerializer Serializer { get; } = JsonSerializer.Create(new JsonSerializerSettings
    {
        NullValueHandling = NullValueHandling.Ignore,
        DateTimeZoneHandling = DateTimeZoneHandling.Utc,
        MaxDepth = 64,
    });

    /// <summary>An activity in UTF-8.</summary>
    public static byte[] Write(Activity activity)
    {
        using var bytes = new MemoryStream();
        using (var text = new StreamWriter(bytes, s_utf8))
        {
            Serializer.Serialize(text, activity);
        }

        return bytes.ToArray();
    }

    /// <summary>Activities as the stream and the polling answer hold them, in UTF-8.</summary>
    public static byte[] ActivitySet(IReadOnlyList<byte[]> activities, long watermark)
    {
        using var bytes = new MemoryStream();
        bytes.Write("{\"activities\":["u8);
        for (var index = 0; index < activities.Count; index++)
        {
            bytes.Write(index == 0 ? ""u8 : ","u8);
            bytes.Write(activities[index]);
        }

        bytes.Write(s_utf8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"],\"watermark\":\"{watermark}\"}}")));
        return bytes.ToArray();
    }

    /// <summary>Reads a body as an object.</summary>
    /// <returns>Null where it is none: empty, no JSON, too deep, or something other than an object.</returns>
    /// <exception cref="BadHttpRequestException">It is longer than allowed, comes too slowly, or does not say that it is JSON.</exception>
    public static async Task<JObject?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        // A page of somebody else's may send anything else to any server.
        if (!request.HasJsonContentType())
        {
            throw new BadHttpRequestException("Not JSON.", StatusCodes.Status415UnsupportedMediaType);
        }

        using var text = new StreamReader(request.Body);
        var body = await text.ReadToEndAsync(cancellationToken);
        try
        {
            using var reader = new JsonTextReader(new StringReader(body)) { MaxDepth = 64, DateParseHandling = DateParseHandling.None };
            return await JToken.ReadFromAsync(reader, cancellationToken) as JObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
