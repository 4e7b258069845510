using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Adapters;

/// <summary>The tokens a <see cref="TestAdapter"/> was given.</summary>
internal sealed class TestTokens
{
    private readonly Lock _lock = new();
    private readonly Dictionary<Holder, string> _tokens = [];
    private readonly List<(Holder Holder, string MagicCode, string Token)> _awaitingCode = [];
    private readonly Dictionary<(Holder Holder, string Item), string?> _exchangeable = [];

    /// <summary>Whose token it is, on which channel, for which connection.</summary>
    public sealed record Holder(string ConnectionName, string ChannelId, string UserId);

    public void Add(Holder holder, string token, string? magicCode)
    {
        lock (_lock)
        {
            if (magicCode is null)
            {
                _tokens[holder] = token;
            }
            else
            {
                _awaitingCode.Add((holder, magicCode, token));
            }
        }
    }

    /// <summary>A code that fits makes a token, once.</summary>
    public string? Get(Holder holder, string? magicCode)
    {
        lock (_lock)
        {
            var index = _awaitingCode.FindIndex(waiting => waiting.Holder == holder && waiting.MagicCode == magicCode);
            if (magicCode is not null && index >= 0)
            {
                _tokens[holder] = _awaitingCode[index].Token;
                _awaitingCode.RemoveAt(index);
            }

            return _tokens.GetValueOrDefault(holder);
        }
    }

    public void Remove(string channelId, string? userId, string? connectionName)
    {
        lock (_lock)
        {
            foreach (var holder in Of(channelId, userId).Where(holder => connectionName is null || holder.ConnectionName == connectionName).ToList())
            {
                _tokens.Remove(holder);
            }
        }
    }

    public TokenStatus[] Status(string channelId, string? userId, string[]? connectionNames)
    {
        lock (_lock)
        {
            return
            [
                .. Of(channelId, userId)
                    .Where(holder => connectionNames is null || connectionNames.Contains(holder.ConnectionName, StringComparer.Ordinal))
                    .Select(holder => new TokenStatus { ConnectionName = holder.ConnectionName, HasToken = true, ServiceProviderDisplayName = holder.ConnectionName }),
            ];
        }
    }

    /// <param name="holder">Who may exchange it.</param>
    /// <param name="item">A token, or the address of a resource.</param>
    /// <param name="token">What it is exchanged for; null when the exchange is to throw.</param>
    public void AddExchangeable(Holder holder, string item, string? token)
    {
        lock (_lock)
        {
            _exchangeable[(holder, item)] = token;
        }
    }

    /// <exception cref="InvalidOperationException">The exchange was set up to fail.</exception>
    public string? Exchange(Holder holder, string? item)
    {
        lock (_lock)
        {
            return item is null || !_exchangeable.TryGetValue((holder, item), out var token)
                ? null
                : token ?? throw new InvalidOperationException("Exception occurred during exchanging tokens");
        }
    }

    private IEnumerable<Holder> Of(string channelId, string? userId) => _tokens.Keys.Where(holder => holder.ChannelId == channelId && holder.UserId == userId);
}
