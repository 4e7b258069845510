namespace LibraryBot.Data.ModelUse;

/// <summary>What the library asked of its language model on one day: counts, nothing of what was said.</summary>
public sealed class ModelDay
{
    /// <summary>The school's day.</summary>
    public DateOnly Day { get; set; }

    /// <summary>Calls made, for whomever.</summary>
    public int Calls { get; set; }

    /// <summary>Those of them made for people who are not on the roster.</summary>
    public int VisitorCalls { get; set; }

    /// <summary>Tokens used, those of calls on their way as reserved.</summary>
    public long Tokens { get; set; }
}

/// <summary>How many calls were made for one person on one day.</summary>
public sealed class ModelPersonDay
{
    /// <summary>The school's day.</summary>
    public DateOnly Day { get; set; }

    /// <summary>The person.</summary>
    public int PersonId { get; set; }

    /// <summary>Calls made for them.</summary>
    public int Calls { get; set; }
}
