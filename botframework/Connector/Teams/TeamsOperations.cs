using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using Microsoft.Rest;

namespace Microsoft.Bot.Connector.Teams;

/// <summary>What Teams offers for teams and meetings. Each throws <see cref="HttpOperationException"/> when Teams refuses.</summary>
public partial class TeamsOperations : ITeamsOperations
{
    public TeamsOperations(TeamsConnectorClient client)
    {
        Client = client ?? throw new ArgumentNullException(nameof(client));
    }

    public TeamsConnectorClient Client { get; }

    public Task<HttpOperationResponse<ConversationList>> FetchChannelListWithHttpMessagesAsync(string teamId, Dictionary<string, List<string>>? customHeaders = null, CancellationToken cancellationToken = default)
    {
        ValidationException.ThrowIfNull(teamId, nameof(teamId));
        return CallAsync<ConversationList>(HttpMethod.Get, $"v3/teams/{Segment(teamId)}/conversations", null, customHeaders, cancellationToken);
    }

    public Task<HttpOperationResponse<TeamDetails>> FetchTeamDetailsWithHttpMessagesAsync(string teamId, Dictionary<string, List<string>>? customHeaders = null, CancellationToken cancellationToken = default)
    {
        ValidationException.ThrowIfNull(teamId, nameof(teamId));
        return CallAsync<TeamDetails>(HttpMethod.Get, $"v3/teams/{Segment(teamId)}", null, customHeaders, cancellationToken);
    }

    public Task<HttpOperationResponse<MeetingInfo>> FetchMeetingInfoWithHttpMessagesAsync(string meetingId, Dictionary<string, List<string>>? customHeaders = null, CancellationToken cancellationToken = default)
    {
        ValidationException.ThrowIfNull(meetingId, nameof(meetingId));
        return CallAsync<MeetingInfo>(HttpMethod.Get, $"v1/meetings/{Segment(meetingId)}", null, customHeaders, cancellationToken);
    }

    public Task<HttpOperationResponse<TeamsMeetingParticipant>> FetchParticipantWithHttpMessagesAsync(string meetingId, string participantId, string tenantId, Dictionary<string, List<string>>? customHeaders = null, CancellationToken cancellationToken = default)
    {
        ValidationException.ThrowIfNull(meetingId, nameof(meetingId));
        ValidationException.ThrowIfNull(participantId, nameof(participantId));
        ValidationException.ThrowIfNull(tenantId, nameof(tenantId));
        return CallAsync<TeamsMeetingParticipant>(HttpMethod.Get, $"v1/meetings/{Segment(meetingId)}/participants/{Segment(participantId)}?tenantId={Segment(tenantId)}", null, customHeaders, cancellationToken);
    }

    public Task<HttpOperationResponse<MeetingNotificationResponse>> SendMeetingNotificationMessageAsync(string meetingId, MeetingNotificationBase notification, Dictionary<string, List<string>>? customHeaders = null, CancellationToken cancellationToken = default)
    {
        ValidationException.ThrowIfNull(meetingId, nameof(meetingId));
        ValidationException.ThrowIfNull(notification, nameof(notification));
        return CallAsync<MeetingNotificationResponse>(HttpMethod.Post, $"v1/meetings/{Segment(meetingId)}/notification", notification, customHeaders, cancellationToken);
    }

    private static string Segment(string id) => Uri.EscapeDataString(id);

    private async Task<HttpOperationResponse<T>> CallAsync<T>(HttpMethod method, string path, object? body, Dictionary<string, List<string>>? headers, CancellationToken cancellationToken)
    {
        try
        {
            return await ChannelHttp.SendAsync<T>(method, Client.BaseUri, Client.HttpClient, Client.Credentials, path, body, headers, cancellationToken).ConfigureAwait(false);
        }
        catch (ErrorResponseException e)
        {
            throw new HttpOperationException(e.Message, e) { Request = e.Request, Response = e.Response, Body = e.Body };
        }
    }
}
