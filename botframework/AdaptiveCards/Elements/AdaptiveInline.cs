namespace AdaptiveCards;

/// <summary>A part of an <see cref="AdaptiveRichTextBlock"/>.</summary>
public abstract class AdaptiveInline : AdaptiveTypedElement
{
}
