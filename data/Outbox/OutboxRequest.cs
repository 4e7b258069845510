using System.Text.RegularExpressions;

namespace LibraryBot.Data.Outbox;

/// <summary>A message to be sent, as its cause writes it.</summary>
/// <param name="Kind">What kind it is.</param>
/// <param name="Key">
/// What makes it the one and only, <c>reminder:booking:42:day-before</c>: at most 200 of a to z, 0 to 9 and <c>:._-</c>. A second message of the same key is
/// not written.
/// </param>
/// <param name="Recipient">Whom it is for.</param>
/// <param name="DueAt">From when it may be sent.</param>
/// <param name="Payload">
/// The ids and facts it is rendered from, as an object that System.Text.Json can write; no text for people, which is written in the recipient's language
/// when it is sent.
/// </param>
public sealed partial record OutboxRequest(OutboxKind Kind, string Key, OutboxRecipient Recipient, DateTimeOffset DueAt, object Payload)
{
    /// <summary>From when it makes no sense any more; null where it always does.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Refuses what can only be a mistake.</summary>
    /// <exception cref="ArgumentException">The key is no key, or it expires before it is due.</exception>
    internal void Check()
    {
        if (!IsKey(Key))
        {
            throw new ArgumentException($"'{Key}' is no key of the outbox.");
        }

        if (ExpiresAt <= DueAt)
        {
            throw new ArgumentException($"'{Key}' expires before it is due.");
        }
    }

    internal static bool IsKey(string key) => KeyPattern().IsMatch(key);

    [GeneratedRegex(@"\A[a-z0-9:._-]{1,200}\z")]
    private static partial Regex KeyPattern();
}
