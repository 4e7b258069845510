using System.Text.RegularExpressions;

namespace LibraryBot.Data.Equipment;

/// <summary>
/// So many units of a resource kept together: 30 Chromebooks in Cart A, 6 loose ones. It is what runs out: every booking takes from stocks. A cart or kit, an
/// asset and a space each have a stock of one of themselves; what is in a cart are stocks with it as their container.
/// </summary>
public sealed class Stock
{
    /// <summary>The database's own number.</summary>
    public int Id { get; set; }

    /// <summary>What it is units of.</summary>
    public int ResourceId { get; set; }

    /// <summary>The cart or kit they are in, and are booked with; null where they are in none.</summary>
    public int? ContainerId { get; set; }

    /// <summary>How many; at least 1.</summary>
    public int Quantity { get; set; }

    /// <summary>Whether they can be booked without their container too. Where not, they only go with it.</summary>
    public bool BookableAlone { get; set; } = true;

    /// <summary>Those that have a barcode.</summary>
    public List<Unit> Units { get; set; } = [];
}

/// <summary>One thing with a barcode.</summary>
public sealed partial class Unit
{
    /// <summary>The most characters a barcode has.</summary>
    public const int LongestBarcode = 60;

    /// <summary>The database's own number.</summary>
    public int Id { get; set; }

    /// <summary>The stock it belongs to.</summary>
    public int StockId { get; set; }

    /// <summary>Its barcode; unique, and in upper case.</summary>
    public required string Barcode { get; set; }

    /// <summary>What state it is in.</summary>
    public UnitCondition Condition { get; set; }

    /// <summary>What is to be known about its state; null where nothing is.</summary>
    public string? ConditionNote { get; set; }

    /// <summary>What belongs to it and comes back with it: "charger", "case".</summary>
    public List<string> Accessories { get; set; } = [];

    /// <summary>Whether a text can be a barcode: 4 to 60 letters and digits, a digit among them, in parts with hyphens between them.</summary>
    public static bool IsBarcode(string text) => text.Length is >= 4 and <= LongestBarcode && text.Any(char.IsAsciiDigit) && Parts().IsMatch(text);

    [GeneratedRegex("^[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*$")]
    private static partial Regex Parts();
}

/// <summary>What state a unit is in. Stored by name.</summary>
public enum UnitCondition
{
    /// <summary>As it should be.</summary>
    Good,

    /// <summary>Worn, but works.</summary>
    Worn,

    /// <summary>Broken; not to be given out.</summary>
    Damaged,

    /// <summary>Did not come back.</summary>
    Lost,
}

/// <summary>A time for which units of a stock cannot be used.</summary>
public sealed class Closure
{
    /// <summary>The database's own number.</summary>
    public int Id { get; set; }

    /// <summary>What is closed, as a librarian named it.</summary>
    public int ResourceId { get; set; }

    /// <summary>From when, in UTC.</summary>
    public DateTimeOffset From { get; set; }

    /// <summary>Until when, in UTC; null while nobody knows.</summary>
    public DateTimeOffset? Until { get; set; }

    /// <summary>Why, in the librarian's words.</summary>
    public required string Reason { get; set; }

    /// <summary>The librarian who closed it; null where they are no longer on the roster.</summary>
    public int? ClosedById { get; set; }

    /// <summary>What it takes from which stock.</summary>
    public List<StockClaim> Claims { get; set; } = [];
}
