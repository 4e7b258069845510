using System.Globalization;
using Newtonsoft.Json;

namespace AdaptiveCards.Json;

/// <summary>A number of pixels as "50px".</summary>
internal sealed class PixelConverter : JsonConverter<uint>
{
    public override void WriteJson(JsonWriter writer, uint value, JsonSerializer serializer) =>
        writer.WriteValue(string.Create(CultureInfo.InvariantCulture, $"{value}px"));

    public override uint ReadJson(JsonReader reader, Type objectType, uint existingValue, bool hasExistingValue, JsonSerializer serializer) =>
        TryParse(reader.Value as string, out var pixels)
            ? pixels
            : throw new AdaptiveSerializationException($"'{reader.Value}' is not a number of pixels.");

    internal static bool TryParse(string? text, out uint pixels)
    {
        pixels = 0;
        return text is not null
            && text.EndsWith("px", StringComparison.Ordinal)
            && uint.TryParse(text.AsSpan(0, text.Length - 2), NumberStyles.None, CultureInfo.InvariantCulture, out pixels);
    }
}
