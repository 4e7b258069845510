using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace AdaptiveCards.Json;

/// <summary>Reads a part of a card as what its "type" says it is; writing needs no help.</summary>
internal sealed class TypedElementConverter : JsonConverter
{
    public override bool CanWrite => false;

    public override bool CanConvert(Type objectType) => typeof(AdaptiveTypedElement).IsAssignableFrom(objectType);

    public override void WriteJson(JsonWriter writer, object? value, JsonSerializer serializer) => throw new NotSupportedException();

    public override object? ReadJson(JsonReader reader, Type objectType, object? existingValue, JsonSerializer serializer)
    {
        switch (reader.TokenType)
        {
            case JsonToken.Null:
                return null;
            case JsonToken.String when objectType == typeof(AdaptiveInline):
                return new AdaptiveTextRun((string)reader.Value!);
            case not JsonToken.StartObject:
                throw new AdaptiveSerializationException($"Expected an object at '{reader.Path}'.");
        }

        var json = JObject.Load(reader);

        // Of a storage that keeps type names; the card's own "type" says the same.
        json.Remove("$type");
        var element = Create(json, objectType, serializer, reader.Path);
        using var members = json.CreateReader();
        serializer.Populate(members, element);
        return element;
    }

    private static AdaptiveTypedElement Create(JObject json, Type objectType, JsonSerializer serializer, string path)
    {
        var type = json.Value<string>("type");
        if (type is not null && ElementTypes.ByName.TryGetValue(type, out var known) && objectType.IsAssignableFrom(known.Type))
        {
            return known.Create(json);
        }

        // Columns, cells, rows and images stand where nothing else can, so their type may be left out.
        if (type is null && ElementTypes.ByName.Values.FirstOrDefault(x => x.Type == objectType) is { } only)
        {
            return only.Create(json);
        }

        if (string.IsNullOrEmpty(type))
        {
            throw new AdaptiveSerializationException($"The element at '{path}' has no type.");
        }

        (serializer.Context.Context as List<AdaptiveWarning>)?.Add(new AdaptiveWarning(-1, $"'{type}' at '{path}' is not known."));
        return objectType == typeof(AdaptiveAction) || type.StartsWith("Action.", StringComparison.Ordinal) ? new AdaptiveUnknownAction()
            : objectType.IsAssignableFrom(typeof(AdaptiveUnknownElement)) ? new AdaptiveUnknownElement()
            : throw new AdaptiveSerializationException($"'{type}' cannot stand at '{path}'.");
    }
}
