using Newtonsoft.Json;

namespace AdaptiveCards.Json;

/// <summary>A version as "1.5".</summary>
internal sealed class SchemaVersionConverter : JsonConverter<AdaptiveSchemaVersion>
{
    public override void WriteJson(JsonWriter writer, AdaptiveSchemaVersion? value, JsonSerializer serializer) =>
        writer.WriteValue(value?.ToString());

    public override AdaptiveSchemaVersion? ReadJson(
        JsonReader reader, Type objectType, AdaptiveSchemaVersion? existingValue, bool hasExistingValue, JsonSerializer serializer)
    {
        if (reader.TokenType == JsonToken.Null)
        {
            return null;
        }

        var text = Convert.ToString(reader.Value, System.Globalization.CultureInfo.InvariantCulture) ?? string.Empty;
        try
        {
            return new AdaptiveSchemaVersion(text);
        }
        catch (Exception e) when (e is FormatException or OverflowException)
        {
            throw new AdaptiveSerializationException($"'{text}' is not a schema version.", e);
        }
    }
}
