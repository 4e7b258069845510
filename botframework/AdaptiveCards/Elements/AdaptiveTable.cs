using System.ComponentModel;
using Newtonsoft.Json;
using static Newtonsoft.Json.DefaultValueHandling;

namespace AdaptiveCards;

/// <summary>A table.</summary>
public class AdaptiveTable : AdaptiveElement
{
    public const string TypeName = "Table";

    public override string Type { get; set; } = TypeName;

    public List<AdaptiveTableColumnDefinition> Columns { get; set; } = [];

    public List<AdaptiveTableRow> Rows { get; set; } = [];

    [JsonProperty(DefaultValueHandling = Ignore)]
    [DefaultValue(true)]
    public bool FirstRowAsHeaders { get; set; } = true;

    [JsonProperty(DefaultValueHandling = Ignore)]
    [DefaultValue(true)]
    public bool ShowGridLines { get; set; } = true;

    [JsonProperty(DefaultValueHandling = Ignore)]
    [DefaultValue(AdaptiveContainerStyle.Default)]
    public AdaptiveContainerStyle GridStyle { get; set; } = AdaptiveContainerStyle.Default;

    public AdaptiveHorizontalContentAlignment? HorizontalCellContentAlignment { get; set; }

    public AdaptiveVerticalContentAlignment? VerticalCellContentAlignment { get; set; }
}
