namespace LibraryBot.Data.Equipment;

/// <summary>A place on a waiting list: somebody wants something for a time at which it is taken.</summary>
public sealed class WaitingEntry
{
    /// <summary>The database's own number; the list runs in this order.</summary>
    public int Id { get; set; }

    /// <summary>Who waits.</summary>
    public int PersonId { get; set; }

    /// <summary>For what.</summary>
    public int ResourceId { get; set; }

    /// <summary>How many.</summary>
    public int Quantity { get; set; }

    /// <summary>From when it is wanted, in UTC.</summary>
    public DateTimeOffset Start { get; set; }

    /// <summary>Until when, in UTC.</summary>
    public DateTimeOffset End { get; set; }

    /// <summary>When the person joined, in UTC.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>Where it stands.</summary>
    public WaitingStatus Status { get; set; }

    /// <summary>Until when what came free is kept for them, in UTC; null where nothing was offered.</summary>
    public DateTimeOffset? OfferedUntil { get; set; }

    /// <summary>What is kept for them.</summary>
    public List<StockClaim> Claims { get; set; } = [];
}

/// <summary>Where a place on a waiting list stands. Stored by name.</summary>
public enum WaitingStatus
{
    /// <summary>In line.</summary>
    Waiting,

    /// <summary>It came free and is kept for the person.</summary>
    Offered,

    /// <summary>The person took it.</summary>
    Taken,

    /// <summary>The person did not take it in time, or the time has come without a place.</summary>
    Lapsed,

    /// <summary>The person gave it up.</summary>
    Cancelled,
}
