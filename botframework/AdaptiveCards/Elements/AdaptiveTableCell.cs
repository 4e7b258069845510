namespace AdaptiveCards;

/// <summary>A cell of a table.</summary>
public class AdaptiveTableCell : AdaptiveContainer
{
    public new const string TypeName = "TableCell";

    public override string Type { get; set; } = TypeName;
}
