using AdaptiveCards.Json;
using Newtonsoft.Json;

namespace AdaptiveCards;

/// <summary>How an element's height is chosen.</summary>
public enum AdaptiveHeightType
{
    Auto,
    Stretch,
    Pixel,
}

/// <summary>The height of an element: as much as it needs, as much as there is, or (images only) a number of pixels.</summary>
[JsonConverter(typeof(HeightConverter))]
public sealed class AdaptiveHeight : IEquatable<AdaptiveHeight>
{
    public AdaptiveHeight()
    {
    }

    public AdaptiveHeight(uint px)
    {
        HeightType = AdaptiveHeightType.Pixel;
        Unit = px;
    }

    public AdaptiveHeight(AdaptiveHeightType heightType) => HeightType = heightType;

    public static AdaptiveHeight Auto { get; } = new(AdaptiveHeightType.Auto);

    public static AdaptiveHeight Stretch { get; } = new(AdaptiveHeightType.Stretch);

    public AdaptiveHeightType HeightType { get; }

    /// <summary>Pixels, where <see cref="HeightType"/> says so.</summary>
    public uint? Unit { get; }

    public static bool operator ==(AdaptiveHeight? left, AdaptiveHeight? right) => left is null ? right is null : left.Equals(right);

    public static bool operator !=(AdaptiveHeight? left, AdaptiveHeight? right) => !(left == right);

    public bool Equals(AdaptiveHeight? other) => other is not null && HeightType == other.HeightType && Unit == other.Unit;

    public override bool Equals(object? obj) => Equals(obj as AdaptiveHeight);

    public override int GetHashCode() => HashCode.Combine(HeightType, Unit);
}
