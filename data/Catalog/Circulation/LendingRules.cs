using LibraryBot.Data.People;

namespace LibraryBot.Data.Catalog.Circulation;

/// <summary>What people of one role may borrow, and for how long.</summary>
public sealed class LendingRules
{
    /// <summary>For how many days something is lent, and renewed, from the day on. From 1 to 365.</summary>
    public int LoanDays { get; set; } = 14;

    /// <summary>How often one loan may be renewed. From 0 to 50.</summary>
    public int Renewals { get; set; } = 2;

    /// <summary>How many copies one person may have at once. From 1 to 1000. It is told; who lends at the desk minds it.</summary>
    public int MostLoans { get; set; } = 5;

    /// <summary>How many holds one person may have at once. From 0 to 1000.</summary>
    public int MostHolds { get; set; } = 10;

    /// <summary>With how many overdue copies nothing is renewed or held any more; 0 for no limit. From 0 to 1000.</summary>
    public int OverdueLimit { get; set; } = 5;
}

/// <summary>The library's rules for loans and holds, by role.</summary>
public sealed class CirculationSettings
{
    /// <summary>For students.</summary>
    public LendingRules Student { get; set; } = new();

    /// <summary>For teachers.</summary>
    public LendingRules Teacher { get; set; } = ForStaff();

    /// <summary>For other staff.</summary>
    public LendingRules Staff { get; set; } = ForStaff();

    /// <summary>For volunteers.</summary>
    public LendingRules Volunteer { get; set; } = new() { MostLoans = 10 };

    /// <summary>For parents and carers.</summary>
    public LendingRules Family { get; set; } = new() { MostLoans = 10 };

    /// <summary>For librarians.</summary>
    public LendingRules Librarian { get; set; } = ForStaff();

    /// <summary>Whether something may be renewed for which somebody else waits; false by default.</summary>
    public bool RenewWhenAwaited { get; set; }

    /// <summary>The rules for a role; a visitor, who may not borrow, has the students'.</summary>
    public LendingRules For(Role role) => role switch
    {
        Role.Teacher => Teacher,
        Role.Staff => Staff,
        Role.Volunteer => Volunteer,
        Role.Family => Family,
        Role.Librarian => Librarian,
        _ => Student,
    };

    /// <summary>Refuses what cannot be used.</summary>
    /// <returns>Itself.</returns>
    /// <exception cref="InvalidOperationException">A setting is out of its range; the message says which and what it may be.</exception>
    public CirculationSettings Check()
    {
        foreach (var role in Enum.GetValues<Role>().Except([Role.Visitor]))
        {
            var rules = For(role);
            Between(role, nameof(LendingRules.LoanDays), rules.LoanDays, 1, 365);
            Between(role, nameof(LendingRules.Renewals), rules.Renewals, 0, 50);
            Between(role, nameof(LendingRules.MostLoans), rules.MostLoans, 1, 1000);
            Between(role, nameof(LendingRules.MostHolds), rules.MostHolds, 0, 1000);
            Between(role, nameof(LendingRules.OverdueLimit), rules.OverdueLimit, 0, 1000);
        }

        return this;
    }

    private static LendingRules ForStaff() => new() { LoanDays = 28, Renewals = 4, MostLoans = 50, MostHolds = 30, OverdueLimit = 0 };

    private static void Between(Role role, string name, int value, int least, int most)
    {
        if (value < least || value > most)
        {
            throw new InvalidOperationException(FormattableString.Invariant($"Circulation:{role}:{name} is {value}. It can be from {least} to {most}."));
        }
    }
}
