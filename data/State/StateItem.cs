namespace LibraryBot.Data.State;

/// <summary>One item of conversation or user state, as the host's storage keeps it.</summary>
public sealed class StateItem
{
    /// <summary>The storage key.</summary>
    public required string Key { get; set; }

    /// <summary>The item as JSON, with its type names.</summary>
    public required string Json { get; set; }

    /// <summary>Changes with every write; a write with another one in hand is refused.</summary>
    public required string ETag { get; set; }

    /// <summary>When it was last written, in UTC.</summary>
    public DateTimeOffset WrittenAt { get; set; }
}

/// <summary>An activity that was taken, so that a second delivery of it is dropped.</summary>
public sealed class HandledActivity
{
    /// <summary>Channel, conversation and activity id, joined and hashed (SHA-256, hex).</summary>
    public required string Key { get; set; }

    /// <summary>When it was taken, in UTC.</summary>
    public DateTimeOffset HandledAt { get; set; }
}
