namespace LibraryBot.Data.Catalog;

/// <summary>A request to keep a title for a person. A person has at most one open hold on a title; the database refuses a second.</summary>
public sealed class Hold
{
    /// <summary>The database's own number.</summary>
    public int Id { get; set; }

    /// <summary>The title asked for.</summary>
    public int TitleId { get; set; }

    /// <summary>Who asked.</summary>
    public int PersonId { get; set; }

    /// <summary>When, in UTC; the queue runs in this order.</summary>
    public DateTimeOffset PlacedAt { get; set; }

    /// <summary>Where the request stands.</summary>
    public HoldStatus Status { get; set; }
}

/// <summary>Where a hold stands. Stored by name. Waiting and Ready are open.</summary>
public enum HoldStatus
{
    /// <summary>In the queue.</summary>
    Waiting,

    /// <summary>A copy is kept at the desk.</summary>
    Ready,

    /// <summary>Collected.</summary>
    Filled,

    /// <summary>Given up.</summary>
    Cancelled,
}
