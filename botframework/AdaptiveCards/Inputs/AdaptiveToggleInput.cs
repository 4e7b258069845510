using System.ComponentModel;
using Newtonsoft.Json;
using static Newtonsoft.Json.DefaultValueHandling;

namespace AdaptiveCards;

/// <summary>A box to be ticked.</summary>
public class AdaptiveToggleInput : AdaptiveInput
{
    public const string TypeName = "Input.Toggle";

    public override string Type { get; set; } = TypeName;

    public string Title { get; set; } = string.Empty;

    public string? Value { get; set; }

    [JsonProperty(DefaultValueHandling = Ignore)]
    [DefaultValue("true")]
    public string ValueOn { get; set; } = "true";

    [JsonProperty(DefaultValueHandling = Ignore)]
    [DefaultValue("false")]
    public string ValueOff { get; set; } = "false";

    [JsonProperty(DefaultValueHandling = Ignore)]
    public bool Wrap { get; set; }
}
