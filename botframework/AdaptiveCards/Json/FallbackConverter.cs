using Newtonsoft.Json;

namespace AdaptiveCards.Json;

/// <summary>A fallback as "drop" or as the element that stands in.</summary>
internal sealed class FallbackConverter : JsonConverter<AdaptiveFallbackElement>
{
    public override void WriteJson(JsonWriter writer, AdaptiveFallbackElement? value, JsonSerializer serializer)
    {
        if (value?.Type == AdaptiveFallbackElement.AdaptiveFallbackType.Drop)
        {
            writer.WriteValue("drop");
        }
        else
        {
            serializer.Serialize(writer, value?.Content);
        }
    }

    public override AdaptiveFallbackElement? ReadJson(
        JsonReader reader, Type objectType, AdaptiveFallbackElement? existingValue, bool hasExistingValue, JsonSerializer serializer) =>
        reader.TokenType switch
        {
            JsonToken.Null => null,
            JsonToken.String when string.Equals((string?)reader.Value, "drop", StringComparison.OrdinalIgnoreCase) =>
                new AdaptiveFallbackElement(AdaptiveFallbackElement.AdaptiveFallbackType.Drop),
            JsonToken.StartObject => new AdaptiveFallbackElement(serializer.Deserialize<AdaptiveTypedElement>(reader)!),
            _ => throw new AdaptiveSerializationException($"'{reader.Value}' is not a fallback."),
        };
}
