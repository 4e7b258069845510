using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;

namespace AdaptiveCards;

/// <summary>One choice of an <see cref="AdaptiveChoiceSetInput"/>: what is shown, and what is answered.</summary>
[JsonObject(NamingStrategyType = typeof(CamelCaseNamingStrategy))]
public class AdaptiveChoice
{
    public string Title { get; set; } = string.Empty;

    public string Value { get; set; } = string.Empty;
}
