namespace LibraryBot.Data.Equipment;

/// <summary>Bookings of the same things at several times, made together.</summary>
public sealed class BookingSeries
{
    /// <summary>The database's own number.</summary>
    public int Id { get; set; }

    /// <summary>Whose it is.</summary>
    public int PersonId { get; set; }

    /// <summary>Who made it.</summary>
    public int BookedById { get; set; }

    /// <summary>What makes a request the one and only for who made it; null where it was not said.</summary>
    public string? RequestKey { get; set; }

    /// <summary>When it was made, in UTC.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>The bookings; those that were cancelled or moved since among them.</summary>
    public List<Booking> Bookings { get; set; } = [];

    /// <summary>The times that were asked for and are not booked.</summary>
    public List<SeriesException> Exceptions { get; set; } = [];
}

/// <summary>A time of a series that is not as the others.</summary>
public sealed class SeriesException
{
    /// <summary>The database's own number.</summary>
    public int Id { get; set; }

    /// <summary>The series.</summary>
    public int SeriesId { get; set; }

    /// <summary>When it would have begun, in UTC.</summary>
    public DateTimeOffset Start { get; set; }

    /// <summary>When it would have ended, in UTC.</summary>
    public DateTimeOffset End { get; set; }

    /// <summary>Why.</summary>
    public SeriesExceptionReason Reason { get; set; }
}

/// <summary>Why a time of a series is not as the others. Stored by name.</summary>
public enum SeriesExceptionReason
{
    /// <summary>Something was taken then.</summary>
    Taken,

    /// <summary>No school, too far ahead, or otherwise not to be booked.</summary>
    NotBookable,

    /// <summary>It was cancelled since.</summary>
    Cancelled,

    /// <summary>It was moved or changed since.</summary>
    Changed,
}
