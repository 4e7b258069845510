namespace LibraryBot.Background;

/// <summary>
/// When the next message may go, so that no channel is sent more than it allows: evenly spaced, for a whole channel and for each conversation. All who
/// send in this process share one; it runs by the injected clock, which System.Threading.RateLimiting does not (decision 0094).
/// </summary>
internal sealed class SendingRates(OutboxSettings settings, TimeProvider time)
{
    private const int ManyConversations = 1000;

    /// <summary>How far the spacing may fall behind and still be caught up with, in messages: a late timer must not cost throughput for ever.</summary>
    private const int CaughtUp = 2;

    /// <summary>
    /// How far ahead places are given. A claim must not run out before its place comes: whoever then claims the message takes another place, still further
    /// away, and on a slow channel nothing would ever be sent.
    /// </summary>
    private readonly TimeSpan _furthest = settings.Lease / 2;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, DateTimeOffset> _channels = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<(string Channel, string Conversation), DateTimeOffset> _conversations = [];

    /// <summary>Until when a conversation is not to be written to, in UTC, or its channel has no places left; null where a place can be had at once.</summary>
    public DateTimeOffset? BusyUntil(string channel, string conversation)
    {
        lock (_lock)
        {
            var now = time.GetUtcNow();
            return _conversations.TryGetValue((channel, conversation), out var free) && free > now ? free
                : _channels.TryGetValue(channel, out var planned) && planned - now > _furthest ? planned - (_furthest / 2)
                : null;
        }
    }

    /// <summary>Takes the next place in a channel's and a conversation's order.</summary>
    /// <returns>When it may go, in UTC; null where there is none at present, see <see cref="BusyUntil"/>.</returns>
    public DateTimeOffset? Take(string channel, string conversation)
    {
        var rate = settings.Rates.GetValueOrDefault(channel) ?? settings.OtherRates;
        lock (_lock)
        {
            var now = time.GetUtcNow();
            if (_conversations.TryGetValue((channel, conversation), out var free) && free > now)
            {
                return null;
            }

            var spacing = TimeSpan.FromSeconds(1 / rate.PerSecond);
            var earliest = now - (spacing * CaughtUp);
            var next = _channels.TryGetValue(channel, out var planned) && planned > earliest ? planned : earliest;
            if (next - now > _furthest)
            {
                return null;
            }

            _channels[channel] = next + spacing;
            var at = next > now ? next : now;
            Hold(channel, conversation, at + TimeSpan.FromSeconds(1 / rate.PerConversation));
            return at;
        }
    }

    /// <summary>A channel asked for a pause in one conversation; the others go on.</summary>
    public void Pause(string channel, string conversation, DateTimeOffset until)
    {
        lock (_lock)
        {
            Hold(channel, conversation, until);
        }
    }

    private void Hold(string channel, string conversation, DateTimeOffset until)
    {
        if (_conversations.Count >= ManyConversations)
        {
            var now = time.GetUtcNow();
            foreach (var (key, free) in _conversations)
            {
                if (free <= now)
                {
                    _conversations.Remove(key);
                }
            }
        }

        var place = (channel, conversation);
        _conversations[place] = _conversations.TryGetValue(place, out var before) && before > until ? before : until;
    }
}
