namespace LibraryBot.Data.Catalog.Circulation;

/// <summary>
/// A copy somebody has at home. It is there as long as the copy is out and is gone when the copy is back, so that nobody's reading is kept (decision 0129). When it is
/// due stands with the copy, <see cref="Copy.DueOn"/>. A copy has one loan at most; the database refuses a second.
/// </summary>
public sealed class Loan
{
    /// <summary>The database's own number.</summary>
    public int Id { get; set; }

    /// <summary>What is lent.</summary>
    public int CopyId { get; set; }

    /// <summary>Who has it.</summary>
    public int PersonId { get; set; }

    /// <summary>When it was lent, in UTC.</summary>
    public DateTimeOffset LentAt { get; set; }

    /// <summary>How often it was renewed.</summary>
    public int Renewals { get; set; }
}
