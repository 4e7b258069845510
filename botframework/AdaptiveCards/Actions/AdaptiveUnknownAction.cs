namespace AdaptiveCards;

/// <summary>An action of a type that this library does not know; its members are in <see cref="AdaptiveTypedElement.AdditionalProperties"/>.</summary>
public class AdaptiveUnknownAction : AdaptiveAction
{
    public override string Type { get; set; } = string.Empty;
}
