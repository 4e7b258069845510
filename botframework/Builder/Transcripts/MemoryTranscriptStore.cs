using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder;

/// <summary>Transcripts that last as long as the process, in pages of twenty.</summary>
public class MemoryTranscriptStore : ITranscriptStore
{
    private const int PageSize = 20;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Dictionary<string, List<IActivity>>> _channels = new(StringComparer.Ordinal);

    public Task LogActivityAsync(IActivity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        lock (_lock)
        {
            if (!_channels.TryGetValue(activity.ChannelId, out var conversations))
            {
                _channels[activity.ChannelId] = conversations = new(StringComparer.Ordinal);
            }

            if (!conversations.TryGetValue(activity.Conversation.Id, out var transcript))
            {
                conversations[activity.Conversation.Id] = transcript = [];
            }

            transcript.Add(activity);
        }

        return Task.CompletedTask;
    }

    public Task<PagedResult<IActivity>> GetTranscriptActivitiesAsync(string channelId, string conversationId, string? continuationToken = null, DateTimeOffset startDate = default)
    {
        ArgumentNullException.ThrowIfNull(channelId);
        ArgumentNullException.ThrowIfNull(conversationId);
        lock (_lock)
        {
            var transcript = _channels.GetValueOrDefault(channelId)?.GetValueOrDefault(conversationId) ?? [];
            return Task.FromResult(Page(
                transcript.Where(activity => (activity.Timestamp ?? default) >= startDate).OrderBy(activity => activity.Timestamp ?? default),
                activity => activity.Id,
                continuationToken));
        }
    }

    public Task<PagedResult<TranscriptInfo>> ListTranscriptsAsync(string channelId, string? continuationToken = null)
    {
        ArgumentNullException.ThrowIfNull(channelId);
        lock (_lock)
        {
            var conversations = _channels.GetValueOrDefault(channelId) ?? [];
            return Task.FromResult(Page(
                conversations
                    .Select(pair => new TranscriptInfo { ChannelId = channelId, Id = pair.Key, Created = pair.Value.FirstOrDefault()?.Timestamp ?? default })
                    .OrderBy(info => info.Created),
                info => info.Id,
                continuationToken));
        }
    }

    public Task DeleteTranscriptAsync(string channelId, string conversationId)
    {
        ArgumentNullException.ThrowIfNull(channelId);
        ArgumentNullException.ThrowIfNull(conversationId);
        lock (_lock)
        {
            _channels.GetValueOrDefault(channelId)?.Remove(conversationId);
        }

        return Task.CompletedTask;
    }

    /// <summary>The token of a page is the id of the last item before it.</summary>
    private static PagedResult<T> Page<T>(IEnumerable<T> all, Func<T, string?> idOf, string? continuationToken)
    {
        var rest = continuationToken is null ? all : all.SkipWhile(item => idOf(item) != continuationToken).Skip(1);
        T[] items = [.. rest.Take(PageSize)];
        return new PagedResult<T> { Items = items, ContinuationToken = items.Length == PageSize ? idOf(items[^1]) : null };
    }
}
