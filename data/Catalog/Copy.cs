namespace LibraryBot.Data.Catalog;

/// <summary>One thing with a barcode.</summary>
public sealed class Copy
{
    /// <summary>The database's own number.</summary>
    public int Id { get; set; }

    /// <summary>The title it is a copy of.</summary>
    public int TitleId { get; set; }

    /// <summary>The barcode; unique.</summary>
    public required string Barcode { get; set; }

    /// <summary>The school or branch that keeps it, where the library has several (MARC 852 $b).</summary>
    public string? Branch { get; set; }

    /// <summary>The shelving location (MARC 852 $c), "Graphic novels".</summary>
    public string? Location { get; set; }

    /// <summary>The call number on its spine, prefix and suffix included (MARC 852 $k $h $i $j $m).</summary>
    public string? CallNumber { get; set; }

    /// <summary>Where it stands in its life.</summary>
    public CopyStatus Status { get; set; }

    /// <summary>The school day it is due back, while it is checked out.</summary>
    public DateOnly? DueOn { get; set; }
}

/// <summary>Where a copy stands in its life. Stored by name.</summary>
public enum CopyStatus
{
    /// <summary>On the shelf.</summary>
    Available,

    /// <summary>With a borrower.</summary>
    CheckedOut,

    /// <summary>Kept for somebody who asked.</summary>
    OnHoldShelf,

    /// <summary>Ordered and not here yet.</summary>
    OnOrder,

    /// <summary>Here, and being made ready.</summary>
    InProcess,

    /// <summary>Being mended.</summary>
    InRepair,

    /// <summary>On its way between branches.</summary>
    InTransit,

    /// <summary>For use in the library only.</summary>
    LibraryUseOnly,

    /// <summary>Not found where it should be.</summary>
    Missing,

    /// <summary>Lost.</summary>
    Lost,

    /// <summary>Weeded.</summary>
    Withdrawn,
}
