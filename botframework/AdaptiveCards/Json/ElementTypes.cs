using System.Collections.Frozen;
using Newtonsoft.Json.Linq;

namespace AdaptiveCards.Json;

/// <summary>Every part of a card by its name in JSON. Names are compared without regard to case, as renderers do.</summary>
internal static class ElementTypes
{
    public static FrozenDictionary<string, Known> ByName { get; } = new Known[]
    {
        new(AdaptiveCard.TypeName, typeof(AdaptiveCard), json => new AdaptiveCard(VersionOf(json))),
        Of<AdaptiveTextBlock>(AdaptiveTextBlock.TypeName),
        Of<AdaptiveRichTextBlock>(AdaptiveRichTextBlock.TypeName),
        Of<AdaptiveTextRun>(AdaptiveTextRun.TypeName),
        Of<AdaptiveImage>(AdaptiveImage.TypeName),
        Of<AdaptiveImageSet>(AdaptiveImageSet.TypeName),
        Of<AdaptiveContainer>(AdaptiveContainer.TypeName),
        Of<AdaptiveColumnSet>(AdaptiveColumnSet.TypeName),
        Of<AdaptiveColumn>(AdaptiveColumn.TypeName),
        Of<AdaptiveFactSet>(AdaptiveFactSet.TypeName),
        Of<AdaptiveActionSet>(AdaptiveActionSet.TypeName),
        Of<AdaptiveTable>(AdaptiveTable.TypeName),
        Of<AdaptiveTableRow>(AdaptiveTableRow.TypeName),
        Of<AdaptiveTableCell>(AdaptiveTableCell.TypeName),
        Of<AdaptiveTableColumnDefinition>(AdaptiveTableColumnDefinition.TypeName),
        Of<AdaptiveTextInput>(AdaptiveTextInput.TypeName),
        Of<AdaptiveNumberInput>(AdaptiveNumberInput.TypeName),
        Of<AdaptiveDateInput>(AdaptiveDateInput.TypeName),
        Of<AdaptiveTimeInput>(AdaptiveTimeInput.TypeName),
        Of<AdaptiveToggleInput>(AdaptiveToggleInput.TypeName),
        Of<AdaptiveChoiceSetInput>(AdaptiveChoiceSetInput.TypeName),
        Of<AdaptiveSubmitAction>(AdaptiveSubmitAction.TypeName),
        Of<AdaptiveExecuteAction>(AdaptiveExecuteAction.TypeName),
        Of<AdaptiveOpenUrlAction>(AdaptiveOpenUrlAction.TypeName),
        Of<AdaptiveShowCardAction>(AdaptiveShowCardAction.TypeName),
        Of<AdaptiveToggleVisibilityAction>(AdaptiveToggleVisibilityAction.TypeName),
    }.ToFrozenDictionary(x => x.Name, StringComparer.OrdinalIgnoreCase);

    private static Known Of<T>(string name)
        where T : AdaptiveTypedElement, new() => new(name, typeof(T), _ => new T());

    // Only a card within a card may leave its version out; CardReader sees to the outermost one.
    private static AdaptiveSchemaVersion VersionOf(JObject json) =>
        json["version"]?.ToObject<AdaptiveSchemaVersion>() ?? AdaptiveCard.KnownSchemaVersion;

    internal sealed record Known(string Name, Type Type, Func<JObject, AdaptiveTypedElement> Create);
}
