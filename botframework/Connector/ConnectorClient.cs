using Microsoft.Bot.Connector.Authentication;
using Microsoft.Rest;

namespace Microsoft.Bot.Connector;

/// <summary>Speaks to a channel by its REST interface.</summary>
public class ConnectorClient : IConnectorClient
{
    private readonly bool _disposeHttpClient;

    public ConnectorClient(Uri baseUri, MicrosoftAppCredentials credentials, HttpClient? customHttpClient = null, bool disposeHttpClient = false)
        : this(baseUri, (ServiceClientCredentials)credentials, customHttpClient, disposeHttpClient)
    {
    }

    /// <param name="baseUri">The service URL of the channel.</param>
    /// <param name="credentials">Put on each request.</param>
    /// <param name="customHttpClient">Sends the requests; a shared one unless given.</param>
    /// <param name="disposeHttpClient">Whether <paramref name="customHttpClient"/> is disposed with this.</param>
    public ConnectorClient(Uri baseUri, ServiceClientCredentials credentials, HttpClient? customHttpClient, bool disposeHttpClient = false)
    {
        BaseUri = baseUri ?? throw new ArgumentNullException(nameof(baseUri));
        Credentials = credentials ?? throw new ArgumentNullException(nameof(credentials));
        HttpClient = customHttpClient ?? ChannelHttp.Shared;
        _disposeHttpClient = disposeHttpClient && customHttpClient is not null;
        Conversations = new Conversations(this);
    }

    public Uri BaseUri { get; set; }

    public ServiceClientCredentials Credentials { get; }

    public HttpClient HttpClient { get; }

    public IConversations Conversations { get; }

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposing && _disposeHttpClient)
        {
            HttpClient.Dispose();
        }
    }
}
