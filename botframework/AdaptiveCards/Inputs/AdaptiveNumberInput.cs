using System.ComponentModel;
using Newtonsoft.Json;
using static Newtonsoft.Json.DefaultValueHandling;

namespace AdaptiveCards;

/// <summary>A number to be typed. <see cref="double.NaN"/> stands for none.</summary>
public class AdaptiveNumberInput : AdaptiveInput
{
    public const string TypeName = "Input.Number";

    public override string Type { get; set; } = TypeName;

    public string? Placeholder { get; set; }

    [JsonProperty(DefaultValueHandling = Ignore)]
    [DefaultValue(double.NaN)]
    public double Value { get; set; } = double.NaN;

    [JsonProperty(DefaultValueHandling = Ignore)]
    [DefaultValue(double.NaN)]
    public double Min { get; set; } = double.NaN;

    [JsonProperty(DefaultValueHandling = Ignore)]
    [DefaultValue(double.NaN)]
    public double Max { get; set; } = double.NaN;
}
