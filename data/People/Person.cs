namespace LibraryBot.Data.People;

/// <summary>Somebody the library serves or who works in it.</summary>
public sealed class Person
{
    /// <summary>The database's own number.</summary>
    public int Id { get; set; }

    /// <summary>The roster's identifier, unique; in the sample library "teacher", "student", "librarian".</summary>
    public required string Key { get; set; }

    /// <summary>How to address them, "Ms. Rivera".</summary>
    public required string DisplayName { get; set; }

    /// <summary>What they are at school.</summary>
    public Role Role { get; set; }

    /// <summary>A student's grade: -1 pre-K, 0 kindergarten, 1 to 12.</summary>
    public int? Grade { get; set; }

    /// <summary>The language they are spoken to in: "en" or "es"; null leaves it to the channel.</summary>
    public string? Language { get; set; }

    /// <summary>Their e-mail address, lower case.</summary>
    public string? Email { get; set; }

    /// <summary>Their Microsoft Entra object id.</summary>
    public string? AadObjectId { get; set; }

    /// <summary>Where the bot has met them.</summary>
    public List<Address> Addresses { get; set; } = [];
}

/// <summary>What a person is at school. Stored by name.</summary>
public enum Role
{
    /// <summary>Not on the roster: may ask, but not hold or book.</summary>
    Visitor,

    /// <summary>A student.</summary>
    Student,

    /// <summary>A teacher.</summary>
    Teacher,

    /// <summary>Other staff.</summary>
    Staff,

    /// <summary>A library volunteer.</summary>
    Volunteer,

    /// <summary>A parent or carer.</summary>
    Family,

    /// <summary>The librarian.</summary>
    Librarian,
}
