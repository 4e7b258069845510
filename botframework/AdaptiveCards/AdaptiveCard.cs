using AdaptiveCards.Json;
using Newtonsoft.Json;
using static Newtonsoft.Json.DefaultValueHandling;

namespace AdaptiveCards;

/// <summary>An Adaptive Card. Written and read by Newtonsoft.Json with any settings: names and converters are on the types.</summary>
public class AdaptiveCard : AdaptiveTypedElement
{
    /// <summary>The content type of an attachment that holds a card.</summary>
    public const string ContentType = "application/vnd.microsoft.card.adaptive";

    public const string TypeName = "AdaptiveCard";

    public AdaptiveCard(AdaptiveSchemaVersion schemaVersion) => Version = schemaVersion;

    /// <exception cref="FormatException">It is not a version.</exception>
    public AdaptiveCard(string schemaVersion)
        : this(new AdaptiveSchemaVersion(schemaVersion))
    {
    }

    /// <summary>For serializers that find the type by its name, as a storage may; the version follows.</summary>
    [JsonConstructor]
    private AdaptiveCard()
        : this(KnownSchemaVersion)
    {
    }

    /// <summary>The newest version <see cref="FromJson"/> reads; a card of a newer one is replaced by its fallback text.</summary>
    public static AdaptiveSchemaVersion KnownSchemaVersion { get; set; } = new(1, 5);

    public override string Type { get; set; } = TypeName;

    [JsonProperty(Order = -8)]
    public AdaptiveSchemaVersion Version { get; set; }

    [JsonProperty("$schema", Order = -7)]
    public string? JsonSchema { get; set; }

    /// <summary>What a client too old for the card shows.</summary>
    [JsonProperty(Order = -6)]
    public string? FallbackText { get; set; }

    /// <summary>What is read aloud for the whole card: text or SSML.</summary>
    [JsonProperty(Order = -5)]
    public string? Speak { get; set; }

    /// <summary>The two-letter language of the card's words.</summary>
    [JsonProperty(Order = -4)]
    public string? Lang { get; set; }

    public bool? Rtl { get; set; }

    public AdaptiveBackgroundImage? BackgroundImage { get; set; }

    /// <summary>Pixels; 0 for no minimum.</summary>
    [JsonProperty("minHeight", DefaultValueHandling = Ignore)]
    [JsonConverter(typeof(PixelConverter))]
    public uint PixelMinHeight { get; set; }

    [JsonProperty(DefaultValueHandling = Ignore)]
    public AdaptiveVerticalContentAlignment VerticalContentAlignment { get; set; }

    public AdaptiveAction? SelectAction { get; set; }

    public AdaptiveRefresh? Refresh { get; set; }

    public AdaptiveAuthentication? Authentication { get; set; }

    [JsonProperty(Order = 10)]
    public List<AdaptiveElement> Body { get; set; } = [];

    [JsonProperty(Order = 11)]
    public List<AdaptiveAction> Actions { get; set; } = [];

    /// <summary>Reads a card.</summary>
    /// <exception cref="AdaptiveSerializationException">It is not JSON, not a card, or a part has no type.</exception>
    public static AdaptiveCardParseResult FromJson(string json) => CardReader.Read(json);

    public string ToJson() => JsonConvert.SerializeObject(this, Formatting.Indented);

    public bool ShouldSerializeBody() => Body is { Count: > 0 };

    public bool ShouldSerializeActions() => Actions is { Count: > 0 };
}
