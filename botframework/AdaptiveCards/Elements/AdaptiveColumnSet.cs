using Newtonsoft.Json;
using static Newtonsoft.Json.DefaultValueHandling;

namespace AdaptiveCards;

/// <summary>Columns side by side.</summary>
public class AdaptiveColumnSet : AdaptiveCollectionElement
{
    public const string TypeName = "ColumnSet";

    public override string Type { get; set; } = TypeName;

    public List<AdaptiveColumn> Columns { get; set; } = [];

    [JsonProperty(DefaultValueHandling = Ignore)]
    public AdaptiveHorizontalAlignment HorizontalAlignment { get; set; }

    public void Add(AdaptiveColumn column) => Columns.Add(column);
}
