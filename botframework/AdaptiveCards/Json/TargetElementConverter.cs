using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace AdaptiveCards.Json;

/// <summary>A target as its id alone, or with whether it becomes visible.</summary>
internal sealed class TargetElementConverter : JsonConverter<AdaptiveTargetElement>
{
    public override void WriteJson(JsonWriter writer, AdaptiveTargetElement? value, JsonSerializer serializer)
    {
        if (value?.IsVisible is not { } visible)
        {
            writer.WriteValue(value?.ElementId);
            return;
        }

        writer.WriteStartObject();
        writer.WritePropertyName("elementId");
        writer.WriteValue(value.ElementId);
        writer.WritePropertyName("isVisible");
        writer.WriteValue(visible);
        writer.WriteEndObject();
    }

    public override AdaptiveTargetElement ReadJson(
        JsonReader reader, Type objectType, AdaptiveTargetElement? existingValue, bool hasExistingValue, JsonSerializer serializer)
    {
        var token = JToken.Load(reader);
        return token.Type switch
        {
            JTokenType.String => new AdaptiveTargetElement(token.Value<string>()!),
            JTokenType.Object when token.Value<string>("elementId") is { } id => new AdaptiveTargetElement(id) { IsVisible = token.Value<bool?>("isVisible") },
            _ => throw new AdaptiveSerializationException("A target element needs an id."),
        };
    }
}
