namespace LibraryBot.Data.Equipment;

/// <summary>
/// So many units of a stock that are not free for a time: booked, closed for repair, or kept for the first of a waiting list. Availability is a stock's quantity
/// less its claims, and nothing else.
/// </summary>
public sealed class StockClaim
{
    /// <summary>Until when something is closed of which nobody knows until when.</summary>
    public static readonly DateTimeOffset Open = new(9999, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The database's own number.</summary>
    public int Id { get; set; }

    /// <summary>The stock.</summary>
    public int StockId { get; set; }

    /// <summary>How many units; at least 1.</summary>
    public int Quantity { get; set; }

    /// <summary>From when, in UTC, with the time to make ready.</summary>
    public DateTimeOffset From { get; private set; }

    /// <summary>Until when, in UTC, with the time to put away.</summary>
    public DateTimeOffset Until { get; private set; }

    /// <summary>Whether it is short enough to be found by its beginning alone.</summary>
    public ClaimLength Length { get; private set; }

    /// <summary>Whether the units are at the library or with somebody.</summary>
    public ClaimState State { get; set; }

    /// <summary>The line of a booking it is for; null where it is for something else.</summary>
    public int? LineId { get; set; }

    /// <summary>The closure it is for; null where it is for something else.</summary>
    public int? ClosureId { get; set; }

    /// <summary>The place on a waiting list it is kept for; null where it is for something else.</summary>
    public int? WaitingEntryId { get; set; }

    internal StockClaim During(DateTimeOffset from, DateTimeOffset until)
    {
        (From, Until) = (from, until);
        Length = until - from <= TimeSpan.FromDays(1) ? ClaimLength.Day : ClaimLength.Longer;
        return this;
    }
}

/// <summary>How long a claim is. Stored by name; what is over some time is looked for in two small ranges of an index instead of in all claims.</summary>
public enum ClaimLength
{
    /// <summary>24 hours at most.</summary>
    Day,

    /// <summary>Longer.</summary>
    Longer,
}

/// <summary>Where the units of a claim are. Stored by name.</summary>
public enum ClaimState
{
    /// <summary>At the library.</summary>
    Kept,

    /// <summary>With somebody: not free until they are back, whatever the hour.</summary>
    Out,
}
