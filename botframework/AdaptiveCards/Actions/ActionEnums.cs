using Newtonsoft.Json;
using Newtonsoft.Json.Converters;
using Newtonsoft.Json.Serialization;

namespace AdaptiveCards;

/// <summary>Whether an action is a button or in the overflow menu.</summary>
[JsonConverter(typeof(StringEnumConverter), typeof(CamelCaseNamingStrategy))]
public enum AdaptiveActionMode
{
    Primary,
    Secondary,
}

/// <summary>Whether an action sends the inputs of the card.</summary>
[JsonConverter(typeof(StringEnumConverter), typeof(CamelCaseNamingStrategy))]
public enum AdaptiveAssociatedInputs
{
    Auto,
    None,
}
