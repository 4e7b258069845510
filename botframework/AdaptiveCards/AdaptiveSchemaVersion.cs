using System.Globalization;
using AdaptiveCards.Json;
using Newtonsoft.Json;

namespace AdaptiveCards;

/// <summary>The version of the Adaptive Cards schema a card is written for, "1.5".</summary>
[JsonConverter(typeof(SchemaVersionConverter))]
public class AdaptiveSchemaVersion : IComparable<AdaptiveSchemaVersion>, IEquatable<AdaptiveSchemaVersion>
{
    public AdaptiveSchemaVersion()
        : this(1, 0)
    {
    }

    public AdaptiveSchemaVersion(int major, int minor)
    {
        Major = major;
        Minor = minor;
    }

    /// <param name="versionString">"major" or "major.minor".</param>
    /// <exception cref="FormatException">It is not a version.</exception>
    public AdaptiveSchemaVersion(string versionString)
    {
        ArgumentNullException.ThrowIfNull(versionString);
        var parts = versionString.Split('.');
        Major = int.Parse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture);
        Minor = parts.Length > 1 ? int.Parse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture) : 0;
    }

    public int Major { get; set; }

    public int Minor { get; set; }

    public static implicit operator AdaptiveSchemaVersion(string versionString) => new(versionString);

    public static bool operator ==(AdaptiveSchemaVersion? left, AdaptiveSchemaVersion? right) => left is null ? right is null : left.Equals(right);

    public static bool operator !=(AdaptiveSchemaVersion? left, AdaptiveSchemaVersion? right) => !(left == right);

    public static bool operator <(AdaptiveSchemaVersion left, AdaptiveSchemaVersion right) => left.CompareTo(right) < 0;

    public static bool operator >(AdaptiveSchemaVersion left, AdaptiveSchemaVersion right) => left.CompareTo(right) > 0;

    public static bool operator <=(AdaptiveSchemaVersion left, AdaptiveSchemaVersion right) => left.CompareTo(right) <= 0;

    public static bool operator >=(AdaptiveSchemaVersion left, AdaptiveSchemaVersion right) => left.CompareTo(right) >= 0;

    public int CompareTo(AdaptiveSchemaVersion? other) => other is null ? 1 : (Major, Minor).CompareTo((other.Major, other.Minor));

    public bool Equals(AdaptiveSchemaVersion? other) => other is not null && CompareTo(other) == 0;

    public override bool Equals(object? obj) => Equals(obj as AdaptiveSchemaVersion);

    public override int GetHashCode() => HashCode.Combine(Major, Minor);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Major}.{Minor}");
}
