using AdaptiveCards.Json;
using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;
using static Newtonsoft.Json.DefaultValueHandling;

namespace AdaptiveCards;

/// <summary>What every part of a card has: its type, an id, and what to show where it cannot be rendered.</summary>
[JsonObject(NamingStrategyType = typeof(CamelCaseNamingStrategy), ItemNullValueHandling = NullValueHandling.Ignore)]
[JsonConverter(typeof(TypedElementConverter))]
public abstract class AdaptiveTypedElement
{
    /// <summary>The name of the type in JSON, "TextBlock".</summary>
    [JsonProperty(Order = -10)]
    public abstract string Type { get; set; }

    [JsonProperty(Order = -9, DefaultValueHandling = Ignore)]
    public string? Id { get; set; }

    /// <summary>What a renderer that does not know this type, or one of its <see cref="Requires"/>, shows in its place.</summary>
    public AdaptiveFallbackElement? Fallback { get; set; }

    /// <summary>Features the renderer must have, with the lowest version of each.</summary>
    public IDictionary<string, AdaptiveSchemaVersion> Requires { get; set; } = new Dictionary<string, AdaptiveSchemaVersion>();

    /// <summary>Members that this type does not name, such as "msteams"; written beside the others.</summary>
    [JsonExtensionData]
    public IDictionary<string, object> AdditionalProperties { get; set; } = new Dictionary<string, object>(StringComparer.OrdinalIgnoreCase);

    public bool ShouldSerializeFallback() => Fallback is { Type: not AdaptiveFallbackElement.AdaptiveFallbackType.None };

    public bool ShouldSerializeRequires() => Requires is { Count: > 0 };
}
