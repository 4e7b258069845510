namespace AdaptiveCards;

/// <summary>A row of a table.</summary>
public class AdaptiveTableRow : AdaptiveTypedElement
{
    public const string TypeName = "TableRow";

    public override string Type { get; set; } = TypeName;

    public List<AdaptiveTableCell> Cells { get; set; } = [];

    public AdaptiveContainerStyle? Style { get; set; }

    public AdaptiveHorizontalContentAlignment? HorizontalCellContentAlignment { get; set; }

    public AdaptiveVerticalContentAlignment? VerticalCellContentAlignment { get; set; }
}
