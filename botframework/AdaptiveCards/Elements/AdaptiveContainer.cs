namespace AdaptiveCards;

/// <summary>Elements that belong together, one below the other.</summary>
public class AdaptiveContainer : AdaptiveCollectionElement
{
    public const string TypeName = "Container";

    public override string Type { get; set; } = TypeName;

    public List<AdaptiveElement> Items { get; set; } = [];

    public AdaptiveBackgroundImage? BackgroundImage { get; set; }

    public bool? Rtl { get; set; }

    public void Add(AdaptiveElement element) => Items.Add(element);
}
