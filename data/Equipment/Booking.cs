namespace LibraryBot.Data.Equipment;

/// <summary>One or several things for one time and one person, booked whole or not at all.</summary>
public sealed class Booking
{
    /// <summary>The database's own number.</summary>
    public int Id { get; set; }

    /// <summary>What nobody can guess and opens the booking's calendar file without an account; unique.</summary>
    public required string Token { get; set; }

    /// <summary>Who has it.</summary>
    public int PersonId { get; set; }

    /// <summary>Who booked it; the same person, but where it was booked on behalf of somebody.</summary>
    public int BookedById { get; set; }

    /// <summary>What makes a request the one and only for who booked it, so that a button pressed twice books once; null where it was not said.</summary>
    public string? RequestKey { get; set; }

    /// <summary>When it begins, in UTC.</summary>
    public DateTimeOffset Start { get; set; }

    /// <summary>When it ends, in UTC.</summary>
    public DateTimeOffset End { get; set; }

    /// <summary>Where it stands.</summary>
    public BookingStatus Status { get; private set; }

    /// <summary>The series it is one of; null where it is none's.</summary>
    public int? SeriesId { get; set; }

    /// <summary>When it was made, in UTC; who was first when something is closed.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>What it is for, in the words of who booked it; null where nothing was said.</summary>
    public string? Purpose { get; set; }

    /// <summary>Why it was declined, in the librarian's words; null where it was not.</summary>
    public string? DeclineReason { get; set; }

    /// <summary>What is booked.</summary>
    public List<BookingLine> Lines { get; set; } = [];

    /// <summary>What became of it, in order.</summary>
    public List<BookingEvent> History { get; set; } = [];

    /// <summary>Whether it still takes something: asked for, booked, or out.</summary>
    public bool IsActive => Status is BookingStatus.Requested or BookingStatus.Booked or BookingStatus.Approved or BookingStatus.PickedUp;

    /// <summary>Whether it is sure and waits to be picked up.</summary>
    public bool IsFirm => Status is BookingStatus.Booked or BookingStatus.Approved;

    /// <summary>Whether a step makes sense now.</summary>
    public bool Allows(BookingStep step) => step switch
    {
        BookingStep.Request or BookingStep.Book => History.Count == 0,
        BookingStep.Approve or BookingStep.Decline => Status is BookingStatus.Requested,
        BookingStep.Change or BookingStep.Cancel => Status is BookingStatus.Requested or BookingStatus.Booked or BookingStatus.Approved,
        BookingStep.Extend => IsActive,
        BookingStep.PickUp => IsFirm || Status is BookingStatus.PickedUp,
        BookingStep.Return => Status is BookingStatus.PickedUp,
        BookingStep.MissPickUp => IsFirm,
        _ => true,
    };

    /// <summary>Takes a step and notes it.</summary>
    /// <param name="step">The step.</param>
    /// <param name="at">When, in UTC.</param>
    /// <param name="by">Who; null where nobody did.</param>
    /// <param name="note">What is to be known about it; null where nothing is.</param>
    /// <exception cref="InvalidOperationException">It makes no sense where the booking stands; ask <see cref="Allows"/> before.</exception>
    public void Take(BookingStep step, DateTimeOffset at, int? by, string? note = null)
    {
        if (!Allows(step))
        {
            throw new InvalidOperationException($"Booking {Id} is {Status}, which does not allow {step}.");
        }

        Status = step switch
        {
            BookingStep.Request => BookingStatus.Requested,
            BookingStep.Book => BookingStatus.Booked,
            BookingStep.Approve => BookingStatus.Approved,
            BookingStep.Decline => BookingStatus.Declined,
            BookingStep.Cancel => BookingStatus.Cancelled,
            BookingStep.PickUp => BookingStatus.PickedUp,
            BookingStep.Return => BookingStatus.Returned,
            BookingStep.MissPickUp => BookingStatus.NoShow,
            _ => Status,
        };
        DeclineReason = step == BookingStep.Decline ? note : DeclineReason;
        History.Add(new BookingEvent { Step = step, At = at, ById = by, Note = note });
    }

    // What a librarian approved is not what it became.
    internal void AskAgain(DateTimeOffset at, int by)
    {
        Status = BookingStatus.Requested;
        History.Add(new BookingEvent { Step = BookingStep.Request, At = at, ById = by });
    }
}

/// <summary>Where a booking stands. Stored by name.</summary>
public enum BookingStatus
{
    /// <summary>A librarian has to approve it; it is kept meanwhile.</summary>
    Requested,

    /// <summary>Booked, and needed no approval.</summary>
    Booked,

    /// <summary>Approved by a librarian.</summary>
    Approved,

    /// <summary>Declined by a librarian.</summary>
    Declined,

    /// <summary>With the person.</summary>
    PickedUp,

    /// <summary>All is back.</summary>
    Returned,

    /// <summary>Nobody came for it.</summary>
    NoShow,

    /// <summary>Given up.</summary>
    Cancelled,
}

/// <summary>What was done with a booking. Stored by name.</summary>
public enum BookingStep
{
    /// <summary>Asked for; it needs approval.</summary>
    Request,

    /// <summary>Booked.</summary>
    Book,

    /// <summary>Approved.</summary>
    Approve,

    /// <summary>Declined.</summary>
    Decline,

    /// <summary>Another time, or other things or numbers.</summary>
    Change,

    /// <summary>A later end.</summary>
    Extend,

    /// <summary>Given up.</summary>
    Cancel,

    /// <summary>Something was handed out.</summary>
    PickUp,

    /// <summary>The last of it came back.</summary>
    Return,

    /// <summary>Nobody came for it.</summary>
    MissPickUp,

    /// <summary>Something came back broken, or did not come back.</summary>
    ReportDamage,

    /// <summary>Something it needs was closed.</summary>
    LoseToClosure,
}

/// <summary>A step in the life of a booking.</summary>
public sealed class BookingEvent
{
    /// <summary>The database's own number.</summary>
    public int Id { get; set; }

    /// <summary>The booking.</summary>
    public int BookingId { get; set; }

    /// <summary>What was done.</summary>
    public BookingStep Step { get; set; }

    /// <summary>When, in UTC.</summary>
    public DateTimeOffset At { get; set; }

    /// <summary>Who did it; null where nobody did, or they are no longer on the roster.</summary>
    public int? ById { get; set; }

    /// <summary>What is to be known about it; null where nothing is.</summary>
    public string? Note { get; set; }
}
