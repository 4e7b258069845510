using Newtonsoft.Json;

namespace AdaptiveCards.Json;

/// <summary>A height as "auto", "stretch" or "50px".</summary>
internal sealed class HeightConverter : JsonConverter<AdaptiveHeight>
{
    public override void WriteJson(JsonWriter writer, AdaptiveHeight? value, JsonSerializer serializer) => writer.WriteValue(value?.HeightType switch
    {
        AdaptiveHeightType.Pixel => FormattableString.Invariant($"{value.Unit}px"),
        AdaptiveHeightType.Stretch => "stretch",
        _ => "auto",
    });

    public override AdaptiveHeight ReadJson(
        JsonReader reader, Type objectType, AdaptiveHeight? existingValue, bool hasExistingValue, JsonSerializer serializer)
    {
        var text = reader.Value as string;
        return text switch
        {
            _ when string.Equals(text, "auto", StringComparison.OrdinalIgnoreCase) => AdaptiveHeight.Auto,
            _ when string.Equals(text, "stretch", StringComparison.OrdinalIgnoreCase) => AdaptiveHeight.Stretch,
            _ when PixelConverter.TryParse(text, out var pixels) => new AdaptiveHeight(pixels),
            _ => throw new AdaptiveSerializationException($"'{text}' is not a height."),
        };
    }
}
