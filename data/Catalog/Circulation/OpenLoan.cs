namespace LibraryBot.Data.Catalog.Circulation;

/// <summary>Something somebody has out, and what would come of renewing it now.</summary>
/// <param name="LoanId">The loan.</param>
/// <param name="Title">The title, its copies loaded.</param>
/// <param name="DueOn">The day it is due back; null where none was set.</param>
/// <param name="IsOverdue">Whether that day is over.</param>
/// <param name="Renewal">What would come of renewing it now.</param>
public sealed record OpenLoan(int LoanId, Title Title, DateOnly? DueOn, bool IsOverdue, RenewalOutcome Renewal);

/// <summary>What comes of renewing one loan.</summary>
public abstract record RenewalOutcome
{
    private RenewalOutcome()
    {
    }

    /// <summary>It is renewed, or can be.</summary>
    /// <param name="DueOn">The new day it is due.</param>
    /// <param name="Left">How often it can be renewed after that.</param>
    public sealed record Renewed(DateOnly DueOn, int Left) : RenewalOutcome;

    /// <summary>Renewed today it would be due no later than it is: it was lent or renewed today.</summary>
    /// <param name="DueOn">The day it is due.</param>
    public sealed record NoLonger(DateOnly DueOn) : RenewalOutcome;

    /// <summary>It was renewed as often as the library allows.</summary>
    /// <param name="Most">How often that is.</param>
    public sealed record NoMore(int Most) : RenewalOutcome;

    /// <summary>Somebody else waits for it, and no other copy is in for them.</summary>
    public sealed record Awaited : RenewalOutcome;

    /// <summary>Too much is overdue; that comes back first.</summary>
    /// <param name="Overdue">How much.</param>
    public sealed record TooMuchOverdue(int Overdue) : RenewalOutcome;
}
