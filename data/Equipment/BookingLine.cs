namespace LibraryBot.Data.Equipment;

/// <summary>One of the things of a booking.</summary>
public sealed class BookingLine
{
    /// <summary>The database's own number.</summary>
    public int Id { get; set; }

    /// <summary>The booking.</summary>
    public int BookingId { get; set; }

    /// <summary>What is booked.</summary>
    public int ResourceId { get; set; }

    /// <summary>How many; 1 of a cart, kit, asset or space.</summary>
    public int Quantity { get; set; }

    /// <summary>Where it is.</summary>
    public LineStatus Status { get; set; }

    /// <summary>What it takes from which stock; until when it did, once it is back. None where it was given up.</summary>
    public List<StockClaim> Claims { get; set; } = [];

    /// <summary>The units with barcodes that were handed out for it.</summary>
    public List<UnitLoan> UnitLoans { get; set; } = [];
}

/// <summary>Where the things of a line are. Stored by name.</summary>
public enum LineStatus
{
    /// <summary>Not handed out yet.</summary>
    Waiting,

    /// <summary>Handed out, some of it at least.</summary>
    Out,

    /// <summary>Back.</summary>
    Back,
}

/// <summary>A unit handed out.</summary>
public sealed class UnitLoan
{
    /// <summary>The database's own number.</summary>
    public int Id { get; set; }

    /// <summary>The line it was handed out for.</summary>
    public int LineId { get; set; }

    /// <summary>The unit. It is out once at a time; the database refuses a second loan.</summary>
    public int UnitId { get; set; }

    /// <summary>When it was handed out, in UTC.</summary>
    public DateTimeOffset OutAt { get; set; }

    /// <summary>When it came back, in UTC; null while it is out.</summary>
    public DateTimeOffset? BackAt { get; set; }

    /// <summary>The state it came back in; null while it is out.</summary>
    public UnitCondition? ConditionBack { get; set; }

    /// <summary>What the librarian noted when it came back; null where nothing was.</summary>
    public string? Note { get; set; }
}
