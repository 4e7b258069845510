namespace LibraryBot.People;

/// <summary>
/// In a turn's state: the sender's id was given out and checked by this process, so it may be taken as a person's key. Never for what came
/// through a channel service, whose users may choose their ids.
/// </summary>
internal sealed record VouchedSender;
