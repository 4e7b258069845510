namespace LibraryBot.Data.Outbox;

/// <summary>Where a message stands. Stored by name.</summary>
public enum OutboxState
{
    /// <summary>To be sent when it is due.</summary>
    Waiting,

    /// <summary>A process is at it, for as long as its lease runs.</summary>
    Sending,

    /// <summary>The channel took it.</summary>
    Sent,

    /// <summary>It was given up; the reason says why.</summary>
    Failed,

    /// <summary>It may have gone or not, and is of a kind that must not be sent twice.</summary>
    Unknown,

    /// <summary>Its cause took it back, or it was no longer true when it was to be sent.</summary>
    Cancelled,
}

/// <summary>Why a message was not sent, or not yet. Stored by name.</summary>
public enum OutboxReason
{
    /// <summary>The recipient could not be written to anywhere.</summary>
    NoAddress,

    /// <summary>The channel refused it for the recipient (403): the bot is blocked, or not in the conversation.</summary>
    Blocked,

    /// <summary>The conversation is no longer there (404).</summary>
    Gone,

    /// <summary>The channel refuses what was sent, and will every time.</summary>
    Refused,

    /// <summary>The channel asked for a pause (429).</summary>
    Throttled,

    /// <summary>The channel was in trouble (5xx), or would not take the bot's own credentials.</summary>
    ChannelTrouble,

    /// <summary>The channel could not be reached.</summary>
    Unreachable,

    /// <summary>It was handed to the channel, and no answer came.</summary>
    NoAnswer,

    /// <summary>What should have put it into words failed.</summary>
    RenderingFailed,

    /// <summary>Nothing puts this kind into words.</summary>
    UnknownKind,

    /// <summary>It was not sent before it stopped making sense.</summary>
    Expired,

    /// <summary>What it was to say was no longer so.</summary>
    NoLongerTrue,

    /// <summary>Its cause took it back.</summary>
    Withdrawn,
}
