using Microsoft.Bot.Schema;
using Microsoft.Rest;
using Newtonsoft.Json;

namespace Microsoft.Bot.Connector.Teams;

/// <summary>Speaks to Teams about what only Teams has.</summary>
public class TeamsConnectorClient : ITeamsConnectorClient
{
    /// <param name="baseUri">The service URL of the channel.</param>
    /// <param name="credentials">Put on each request.</param>
    /// <param name="customHttpClient">Sends the requests, and belongs to whoever gave it; a shared one unless given.</param>
    public TeamsConnectorClient(Uri baseUri, ServiceClientCredentials credentials, HttpClient? customHttpClient = null)
    {
        BaseUri = baseUri ?? throw new ArgumentNullException(nameof(baseUri));
        Credentials = credentials ?? throw new ArgumentNullException(nameof(credentials));
        HttpClient = customHttpClient ?? ChannelHttp.Shared;
        Teams = new TeamsOperations(this);
    }

    public Uri BaseUri { get; set; }

    public JsonSerializerSettings SerializationSettings => SchemaJson.Settings;

    public JsonSerializerSettings DeserializationSettings => SchemaJson.Settings;

    public ServiceClientCredentials Credentials { get; }

    public HttpClient HttpClient { get; }

    public virtual ITeamsOperations Teams { get; }

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        // The HTTP client belongs to whoever gave it.
    }
}
