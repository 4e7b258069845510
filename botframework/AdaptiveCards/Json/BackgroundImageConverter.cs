using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace AdaptiveCards.Json;

/// <summary>A background image as its address alone where nothing else is set.</summary>
internal sealed class BackgroundImageConverter : JsonConverter<AdaptiveBackgroundImage>
{
    public override void WriteJson(JsonWriter writer, AdaptiveBackgroundImage? value, JsonSerializer serializer)
    {
        if (value is null or { FillMode: AdaptiveImageFillMode.Cover, HorizontalAlignment: AdaptiveHorizontalAlignment.Left, VerticalAlignment: AdaptiveVerticalAlignment.Top })
        {
            writer.WriteValue(value?.UrlString);
            return;
        }

        writer.WriteStartObject();
        writer.WritePropertyName("url");
        writer.WriteValue(value.UrlString);
        WriteUnlessDefault("fillMode", value.FillMode);
        WriteUnlessDefault("horizontalAlignment", value.HorizontalAlignment);
        WriteUnlessDefault("verticalAlignment", value.VerticalAlignment);
        writer.WriteEndObject();

        void WriteUnlessDefault<T>(string name, T member)
            where T : struct, Enum
        {
            if (!EqualityComparer<T>.Default.Equals(member, default))
            {
                writer.WritePropertyName(name);
                serializer.Serialize(writer, member);
            }
        }
    }

    public override AdaptiveBackgroundImage? ReadJson(
        JsonReader reader, Type objectType, AdaptiveBackgroundImage? existingValue, bool hasExistingValue, JsonSerializer serializer)
    {
        var token = JToken.Load(reader);
        return token.Type switch
        {
            JTokenType.Null => null,
            JTokenType.String => new AdaptiveBackgroundImage(token.Value<string>()!),
            JTokenType.Object => new AdaptiveBackgroundImage
            {
                UrlString = token.Value<string>("url"),
                FillMode = Member<AdaptiveImageFillMode>("fillMode"),
                HorizontalAlignment = Member<AdaptiveHorizontalAlignment>("horizontalAlignment"),
                VerticalAlignment = Member<AdaptiveVerticalAlignment>("verticalAlignment"),
            },
            _ => throw new AdaptiveSerializationException("A background image is an address or an object."),
        };

        T Member<T>(string name) => token[name] is { } member ? member.ToObject<T>(serializer)! : default!;
    }
}
