using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder;

/// <summary>Takes down what is said, and gives it back.</summary>
public interface ITranscriptStore : ITranscriptLogger
{
    /// <summary>A page of a conversation since <paramref name="startDate"/>, oldest first.</summary>
    Task<PagedResult<IActivity>> GetTranscriptActivitiesAsync(string channelId, string conversationId, string? continuationToken = null, DateTimeOffset startDate = default);

    Task<PagedResult<TranscriptInfo>> ListTranscriptsAsync(string channelId, string? continuationToken = null);

    Task DeleteTranscriptAsync(string channelId, string conversationId);
}
