namespace AdaptiveCards;

/// <summary>An element of a type that this library does not know; its members are in <see cref="AdaptiveTypedElement.AdditionalProperties"/>.</summary>
public class AdaptiveUnknownElement : AdaptiveElement
{
    public override string Type { get; set; } = string.Empty;
}
