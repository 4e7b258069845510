using System.ComponentModel;
using Newtonsoft.Json;
using static Newtonsoft.Json.DefaultValueHandling;

namespace AdaptiveCards;

/// <summary>The width and alignment of a column of a table.</summary>
public class AdaptiveTableColumnDefinition : AdaptiveTypedElement
{
    public const string TypeName = "TableColumnDefinition";

    public override string Type { get; set; } = TypeName;

    /// <summary>The part of the table relative to the other columns.</summary>
    [JsonProperty(DefaultValueHandling = Ignore)]
    [DefaultValue(1d)]
    public double Width { get; set; } = 1;

    public AdaptiveHorizontalContentAlignment? HorizontalCellContentAlignment { get; set; }

    public AdaptiveVerticalContentAlignment? VerticalCellContentAlignment { get; set; }
}
