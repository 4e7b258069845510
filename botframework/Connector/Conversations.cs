using System.Globalization;
using Microsoft.Bot.Schema;
using Microsoft.Rest;

namespace Microsoft.Bot.Connector;

/// <summary>What a channel offers for conversations, by the Bot Connector REST API, version 3.</summary>
public class Conversations(ConnectorClient client) : IConversations
{
    private readonly ConnectorClient _client = client ?? throw new ArgumentNullException(nameof(client));

    public Task<HttpOperationResponse<ConversationResourceResponse>> CreateConversationWithHttpMessagesAsync(ConversationParameters parameters, Dictionary<string, List<string>>? customHeaders = null, CancellationToken cancellationToken = default)
    {
        ValidationException.ThrowIfNull(parameters, nameof(parameters));
        return SendAsync<ConversationResourceResponse>(HttpMethod.Post, "v3/conversations", parameters, customHeaders, cancellationToken);
    }

    public Task<HttpOperationResponse<ResourceResponse>> SendToConversationWithHttpMessagesAsync(string conversationId, Activity activity, Dictionary<string, List<string>>? customHeaders = null, CancellationToken cancellationToken = default)
    {
        ValidationException.ThrowIfNull(conversationId, nameof(conversationId));
        ValidationException.ThrowIfNull(activity, nameof(activity));
        return SendAsync<ResourceResponse>(HttpMethod.Post, $"v3/conversations/{Segment(conversationId)}/activities", activity, customHeaders, cancellationToken);
    }

    public Task<HttpOperationResponse<ResourceResponse>> ReplyToActivityWithHttpMessagesAsync(string conversationId, string activityId, Activity activity, Dictionary<string, List<string>>? customHeaders = null, CancellationToken cancellationToken = default)
    {
        ValidationException.ThrowIfNull(conversationId, nameof(conversationId));
        ValidationException.ThrowIfNull(activityId, nameof(activityId));
        ValidationException.ThrowIfNull(activity, nameof(activity));
        return SendAsync<ResourceResponse>(HttpMethod.Post, $"v3/conversations/{Segment(conversationId)}/activities/{Segment(activityId)}", activity, customHeaders, cancellationToken);
    }

    public Task<HttpOperationResponse<ResourceResponse>> UpdateActivityWithHttpMessagesAsync(string conversationId, string activityId, Activity activity, Dictionary<string, List<string>>? customHeaders = null, CancellationToken cancellationToken = default)
    {
        ValidationException.ThrowIfNull(conversationId, nameof(conversationId));
        ValidationException.ThrowIfNull(activityId, nameof(activityId));
        ValidationException.ThrowIfNull(activity, nameof(activity));
        return SendAsync<ResourceResponse>(HttpMethod.Put, $"v3/conversations/{Segment(conversationId)}/activities/{Segment(activityId)}", activity, customHeaders, cancellationToken);
    }

    public async Task<HttpOperationResponse> DeleteActivityWithHttpMessagesAsync(string conversationId, string activityId, Dictionary<string, List<string>>? customHeaders = null, CancellationToken cancellationToken = default)
    {
        ValidationException.ThrowIfNull(conversationId, nameof(conversationId));
        ValidationException.ThrowIfNull(activityId, nameof(activityId));
        return await SendAsync<object>(HttpMethod.Delete, $"v3/conversations/{Segment(conversationId)}/activities/{Segment(activityId)}", null, customHeaders, cancellationToken).ConfigureAwait(false);
    }

    public Task<HttpOperationResponse<IList<ChannelAccount>>> GetConversationMembersWithHttpMessagesAsync(string conversationId, Dictionary<string, List<string>>? customHeaders = null, CancellationToken cancellationToken = default)
    {
        ValidationException.ThrowIfNull(conversationId, nameof(conversationId));
        return SendAsync<IList<ChannelAccount>>(HttpMethod.Get, $"v3/conversations/{Segment(conversationId)}/members", null, customHeaders, cancellationToken);
    }

    public Task<HttpOperationResponse<ChannelAccount>> GetConversationMemberWithHttpMessagesAsync(string userId, string conversationId, Dictionary<string, List<string>>? customHeaders = null, CancellationToken cancellationToken = default)
    {
        ValidationException.ThrowIfNull(userId, nameof(userId));
        ValidationException.ThrowIfNull(conversationId, nameof(conversationId));
        return SendAsync<ChannelAccount>(HttpMethod.Get, $"v3/conversations/{Segment(conversationId)}/members/{Segment(userId)}", null, customHeaders, cancellationToken);
    }

    public Task<HttpOperationResponse<PagedMembersResult>> GetConversationPagedMembersWithHttpMessagesAsync(string conversationId, int? pageSize = default, string? continuationToken = default, Dictionary<string, List<string>>? customHeaders = null, CancellationToken cancellationToken = default)
    {
        ValidationException.ThrowIfNull(conversationId, nameof(conversationId));
        return SendAsync<PagedMembersResult>(HttpMethod.Get, $"v3/conversations/{Segment(conversationId)}/pagedmembers{Query(pageSize, continuationToken)}", null, customHeaders, cancellationToken);
    }

    public Task<HttpOperationResponse<ConversationsResult>> GetConversationsWithHttpMessagesAsync(string? continuationToken = default, Dictionary<string, List<string>>? customHeaders = null, CancellationToken cancellationToken = default)
        => SendAsync<ConversationsResult>(HttpMethod.Get, $"v3/conversations{Query(null, continuationToken)}", null, customHeaders, cancellationToken);

    public Task<HttpOperationResponse<ResourceResponse>> SendConversationHistoryWithHttpMessagesAsync(string conversationId, Transcript transcript, Dictionary<string, List<string>>? customHeaders = null, CancellationToken cancellationToken = default)
    {
        ValidationException.ThrowIfNull(conversationId, nameof(conversationId));
        ValidationException.ThrowIfNull(transcript, nameof(transcript));
        return SendAsync<ResourceResponse>(HttpMethod.Post, $"v3/conversations/{Segment(conversationId)}/activities/history", transcript, customHeaders, cancellationToken);
    }

    public async Task<HttpOperationResponse> DeleteConversationMemberWithHttpMessagesAsync(string conversationId, string memberId, Dictionary<string, List<string>>? customHeaders = null, CancellationToken cancellationToken = default)
    {
        ValidationException.ThrowIfNull(conversationId, nameof(conversationId));
        ValidationException.ThrowIfNull(memberId, nameof(memberId));
        return await SendAsync<object>(HttpMethod.Delete, $"v3/conversations/{Segment(conversationId)}/members/{Segment(memberId)}", null, customHeaders, cancellationToken).ConfigureAwait(false);
    }

    public Task<HttpOperationResponse<IList<ChannelAccount>>> GetActivityMembersWithHttpMessagesAsync(string conversationId, string activityId, Dictionary<string, List<string>>? customHeaders = null, CancellationToken cancellationToken = default)
    {
        ValidationException.ThrowIfNull(conversationId, nameof(conversationId));
        ValidationException.ThrowIfNull(activityId, nameof(activityId));
        return SendAsync<IList<ChannelAccount>>(HttpMethod.Get, $"v3/conversations/{Segment(conversationId)}/activities/{Segment(activityId)}/members", null, customHeaders, cancellationToken);
    }

    public Task<HttpOperationResponse<ResourceResponse>> UploadAttachmentWithHttpMessagesAsync(string conversationId, AttachmentData attachmentUpload, Dictionary<string, List<string>>? customHeaders = null, CancellationToken cancellationToken = default)
    {
        ValidationException.ThrowIfNull(conversationId, nameof(conversationId));
        ValidationException.ThrowIfNull(attachmentUpload, nameof(attachmentUpload));
        return SendAsync<ResourceResponse>(HttpMethod.Post, $"v3/conversations/{Segment(conversationId)}/attachments", attachmentUpload, customHeaders, cancellationToken);
    }

    private static string Segment(string id) => Uri.EscapeDataString(id);

    private static string Query(int? pageSize, string? continuationToken)
    {
        var parts = new List<string>(2);
        if (pageSize is { } size)
        {
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"pageSize={size}"));
        }

        if (continuationToken is not null)
        {
            parts.Add($"continuationToken={Uri.EscapeDataString(continuationToken)}");
        }

        return parts.Count == 0 ? string.Empty : $"?{string.Join('&', parts)}";
    }

    private Task<HttpOperationResponse<T>> SendAsync<T>(HttpMethod method, string path, object? body, Dictionary<string, List<string>>? headers, CancellationToken cancellationToken)
        => ChannelHttp.SendAsync<T>(method, _client.BaseUri, _client.HttpClient, _client.Credentials, path, body, headers, cancellationToken);
}
