using Newtonsoft.Json;
using Newtonsoft.Json.Converters;
using Newtonsoft.Json.Serialization;

namespace AdaptiveCards;

/// <summary>The space above an element.</summary>
[JsonConverter(typeof(StringEnumConverter), typeof(CamelCaseNamingStrategy))]
public enum AdaptiveSpacing
{
    Default,
    None,
    Small,
    Medium,
    Large,
    ExtraLarge,
    Padding,
}

/// <summary>Where an element stands across its place.</summary>
[JsonConverter(typeof(StringEnumConverter), typeof(CamelCaseNamingStrategy))]
public enum AdaptiveHorizontalAlignment
{
    Left,
    Center,
    Right,
}

/// <summary>Where a background stands along its place.</summary>
[JsonConverter(typeof(StringEnumConverter), typeof(CamelCaseNamingStrategy))]
public enum AdaptiveVerticalAlignment
{
    Top,
    Center,
    Bottom,
}

/// <summary>Where the content of table cells stands across them.</summary>
[JsonConverter(typeof(StringEnumConverter), typeof(CamelCaseNamingStrategy))]
public enum AdaptiveHorizontalContentAlignment
{
    Left,
    Center,
    Right,
}

/// <summary>Where content stands along its container.</summary>
[JsonConverter(typeof(StringEnumConverter), typeof(CamelCaseNamingStrategy))]
public enum AdaptiveVerticalContentAlignment
{
    Top,
    Center,
    Bottom,
}

/// <summary>A hint about the background of a container.</summary>
[JsonConverter(typeof(StringEnumConverter), typeof(CamelCaseNamingStrategy))]
public enum AdaptiveContainerStyle
{
    Default = 1,
    Emphasis,
    Good,
    Attention,
    Warning,
    Accent,
}
