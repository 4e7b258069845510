using LibraryBot.BotFrameworkChannels;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Teams;
using Microsoft.Bot.Schema.Teams;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Internal;

namespace LibraryBot.Teams;

/// <summary>
/// Asks Teams who a sender is, and keeps the answer for a while. A sender Teams cannot name in time, or at all, is nobody: the turn goes on
/// with a visitor.
/// </summary>
internal sealed partial class TeamsMembers(TimeProvider time, ILogger<TeamsMembers> log) : IDisposable
{
    /// <summary>How long an answer holds. Who changes their e-mail address or leaves is noticed that much later.</summary>
    internal static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    /// <summary>How long Teams is left alone after it refused or did not answer.</summary>
    internal static readonly TimeSpan LeftAlone = TimeSpan.FromMinutes(2);

    /// <summary>The sender waits for an answer meanwhile.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <summary>The most Teams gives in one page.</summary>
    private const int PageSize = 500;

    private const int MostPages = 20;

    private readonly MemoryCache _members = new(new MemoryCacheOptions { SizeLimit = 20_000, Clock = new Clock(time) });

    /// <summary>The sender of a turn as the team or chat lists them; null where Teams did not say.</summary>
    public async Task<TeamsChannelAccount?> FindAsync(ITurnContext turn, CancellationToken cancellationToken)
    {
        var user = turn.Activity.From.Id;
        if (_members.TryGetValue(user, out TeamsChannelAccount? known))
        {
            return known;
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            var member = turn.Activity.IsGroup()
                ? await LookThroughAsync(turn, user, patience.Token)
                : await TeamsInfo.GetMemberAsync(turn, user, patience.Token);
            Keep(user, member, Kept);
            return member;
        }
        catch (Exception refused) when (refused is InvalidOperationException || SendFailure.Of(refused) is not null
            || (refused is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            LogRefused(SendFailure.Of(refused)?.Kind.ToString() ?? refused.GetType().Name);
            Keep(user, null, LeftAlone);
            return null;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _members.Dispose();

    /// <summary>Page by page until the sender is found; those passed on the way are likely to ask next.</summary>
    private async Task<TeamsChannelAccount?> LookThroughAsync(ITurnContext turn, string user, CancellationToken cancellationToken)
    {
        string? next = null;
        for (var page = 0; page < MostPages; page++)
        {
            var members = await TeamsInfo.GetPagedMembersAsync(turn, PageSize, next, cancellationToken);
            foreach (var member in members.Members ?? [])
            {
                if (!string.IsNullOrEmpty(member.Id))
                {
                    Keep(member.Id, member, Kept);
                }
            }

            if (members.Members?.FirstOrDefault(member => member.Id == user) is { } found)
            {
                return found;
            }

            next = members.ContinuationToken;
            if (string.IsNullOrEmpty(next))
            {
                break;
            }
        }

        return null;
    }

    private void Keep(string user, TeamsChannelAccount? member, TimeSpan time) =>
        _members.Set(user, member, new MemoryCacheEntryOptions { AbsoluteExpirationRelativeToNow = time, Size = 1 });

    [LoggerMessage(LogLevel.Warning, "Teams did not say who a sender is: {Reason}")]
    private partial void LogRefused(string reason);

    private sealed class Clock(TimeProvider time) : ISystemClock
    {
        public DateTimeOffset UtcNow => time.GetUtcNow();
    }
}
