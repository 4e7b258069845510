namespace LibraryBot.Data.Catalog.Circulation;

/// <summary>Somebody's wish to be told when a title is in, without a hold. A person has one at most that waits on a title; the database refuses a second.</summary>
public sealed class AvailabilityAlert
{
    /// <summary>The database's own number.</summary>
    public int Id { get; set; }

    /// <summary>The title.</summary>
    public int TitleId { get; set; }

    /// <summary>Who asked.</summary>
    public int PersonId { get; set; }

    /// <summary>When, in UTC.</summary>
    public DateTimeOffset AskedAt { get; set; }

    /// <summary>Where the wish stands.</summary>
    public AlertStatus Status { get; set; }
}

/// <summary>Where an alert stands. Stored by name.</summary>
public enum AlertStatus
{
    /// <summary>The title is not in yet.</summary>
    Waiting,

    /// <summary>The message was written; it is told once.</summary>
    Told,

    /// <summary>No longer wanted.</summary>
    Cancelled,
}
