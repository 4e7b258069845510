using System.Runtime.Serialization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace AdaptiveCards.Json;

/// <summary>Reads a whole card.</summary>
internal static class CardReader
{
    private const int UnsupportedSchemaVersion = 7;

    public static AdaptiveCardParseResult Read(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        var warnings = new List<AdaptiveWarning>();
        try
        {
            using var reader = new JsonTextReader(new StringReader(json)) { DateParseHandling = DateParseHandling.None };
            var root = JObject.Load(reader);
            if (reader.Read())
            {
                throw new AdaptiveSerializationException("There is something after the card.");
            }

            if (!string.Equals(root.Value<string>("type"), AdaptiveCard.TypeName, StringComparison.OrdinalIgnoreCase))
            {
                throw new AdaptiveSerializationException("The type must be AdaptiveCard.");
            }

            var version = root["version"]?.ToObject<AdaptiveSchemaVersion>()
                ?? throw new AdaptiveSerializationException("Could not parse required key: version. It was not found.");
            if (version > AdaptiveCard.KnownSchemaVersion)
            {
                warnings.Add(new AdaptiveWarning(UnsupportedSchemaVersion, $"Schema version {version} is newer than {AdaptiveCard.KnownSchemaVersion}."));
                return new AdaptiveCardParseResult(Fallback(root, version), warnings);
            }

#pragma warning disable SYSLIB0050 // the way Newtonsoft hands something to its converters
            var serializer = JsonSerializer.Create(new JsonSerializerSettings { Context = new StreamingContext(StreamingContextStates.Other, warnings) });
#pragma warning restore SYSLIB0050
            return new AdaptiveCardParseResult(root.ToObject<AdaptiveCard>(serializer), warnings);
        }
        catch (Exception e) when (e is JsonException or InvalidCastException or FormatException)
        {
            throw new AdaptiveSerializationException($"Error reading the card: {e.Message}", e);
        }
    }

    private static AdaptiveCard Fallback(JObject root, AdaptiveSchemaVersion version) => new(version)
    {
        FallbackText = root.Value<string>("fallbackText"),
        Speak = root.Value<string>("speak"),
        Lang = root.Value<string>("lang"),
        Body = [new AdaptiveTextBlock(root.Value<string>("fallbackText") ?? "We're sorry, this card couldn't be displayed") { Wrap = true }],
    };
}
