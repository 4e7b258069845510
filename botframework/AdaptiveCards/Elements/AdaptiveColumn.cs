using System.Globalization;
using AdaptiveCards.Json;
using Newtonsoft.Json;

namespace AdaptiveCards;

/// <summary>A column of an <see cref="AdaptiveColumnSet"/>.</summary>
public class AdaptiveColumn : AdaptiveContainer
{
    public new const string TypeName = "Column";

    public override string Type { get; set; } = TypeName;

    /// <summary>"auto", "stretch", a weight such as "2", or pixels such as "50px".</summary>
    public string? Width { get; set; }

    /// <summary>Pixels; 0 where <see cref="Width"/> is not a number of them.</summary>
    [JsonIgnore]
    public double PixelWidth
    {
        get => PixelConverter.TryParse(Width, out var pixels) ? pixels : 0;
        set => Width = value == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"{value:0}px");
    }
}

/// <summary>The named widths of a column.</summary>
public static class AdaptiveColumnWidth
{
    public const string Auto = "auto";

    public const string Stretch = "stretch";
}
