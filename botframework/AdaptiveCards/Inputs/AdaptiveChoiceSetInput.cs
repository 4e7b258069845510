using Newtonsoft.Json;
using static Newtonsoft.Json.DefaultValueHandling;

namespace AdaptiveCards;

/// <summary>Choices to pick one or several of.</summary>
public class AdaptiveChoiceSetInput : AdaptiveInput
{
    public const string TypeName = "Input.ChoiceSet";

    public override string Type { get; set; } = TypeName;

    /// <summary>The value chosen at first; several are joined by commas.</summary>
    public string? Value { get; set; }

    [JsonProperty(DefaultValueHandling = Ignore)]
    public AdaptiveChoiceInputStyle Style { get; set; }

    [JsonProperty(DefaultValueHandling = Ignore)]
    public bool IsMultiSelect { get; set; }

    public List<AdaptiveChoice> Choices { get; set; } = [];

    [JsonProperty(DefaultValueHandling = Ignore)]
    public bool Wrap { get; set; }

    public string? Placeholder { get; set; }
}
