using Microsoft.Bot.Schema.Teams;
using Microsoft.Rest;

namespace Microsoft.Bot.Connector.Teams;

/// <summary>Speaks to Teams about what only Teams has.</summary>
public class TeamsConnectorClient(Uri baseUri, ServiceClientCredentials credentials, HttpClient? customHttpClient = null) : ITeamsConnectorClient, ITeamsOperations
{
    private readonly HttpClient _client = customHttpClient ?? ChannelHttp.Shared;

    public ITeamsOperations Teams => this;

    public Task<HttpOperationResponse<ConversationList>> FetchChannelListWithHttpMessagesAsync(string teamId, Dictionary<string, List<string>>? customHeaders = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(teamId);
        return ChannelHttp.GetAsync<ConversationList>(baseUri, _client, credentials, $"v3/teams/{Uri.EscapeDataString(teamId)}/conversations", customHeaders, cancellationToken);
    }

    public Task<HttpOperationResponse<TeamDetails>> FetchTeamDetailsWithHttpMessagesAsync(string teamId, Dictionary<string, List<string>>? customHeaders = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(teamId);
        return ChannelHttp.GetAsync<TeamDetails>(baseUri, _client, credentials, $"v3/teams/{Uri.EscapeDataString(teamId)}", customHeaders, cancellationToken);
    }

    public void Dispose()
    {
        // The HTTP client belongs to whoever gave it.
        GC.SuppressFinalize(this);
    }
}
