namespace LibraryBot.Data.Outbox;

/// <summary>A kind of message, declared by what causes it.</summary>
/// <param name="Name">Its name, "hold-ready"; says who renders it. Lower case, at most 50 characters.</param>
/// <param name="MayRepeat">
/// Whether it is better to be told twice than not at all. Where it is, a message that may or may not have gone before a crash is sent again;
/// where it is not, it is counted as <see cref="OutboxState.Unknown"/>.
/// </param>
public sealed record OutboxKind(string Name, bool MayRepeat);
