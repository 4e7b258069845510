using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;
using Microsoft.Rest;
using Newtonsoft.Json;

namespace Microsoft.Bot.Connector;

/// <summary>Speaks to a channel by its REST interface.</summary>
public class ConnectorClient : IConnectorClient
{
    private readonly bool _disposeHttpClient;

    /// <summary>With a client of its own, whose requests go through <paramref name="handlers"/>, the last one first to send.</summary>
    public ConnectorClient(Uri baseUri, string? microsoftAppId = null, string? microsoftAppPassword = null, params DelegatingHandler[] handlers)
        : this(baseUri, new MicrosoftAppCredentials(microsoftAppId, microsoftAppPassword), handlers: handlers)
    {
    }

    public ConnectorClient(Uri baseUri, MicrosoftAppCredentials credentials, bool addJwtTokenRefresher = true, params DelegatingHandler[] handlers)
        : this(baseUri, credentials, Through(handlers), true)
    {
    }

    public ConnectorClient(Uri baseUri, MicrosoftAppCredentials credentials, HttpClient? customHttpClient, bool disposeHttpClient = false)
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
        Attachments = new Attachments(this);
        Conversations = new Conversations(this);
    }

    public Uri BaseUri { get; set; }

    public JsonSerializerSettings SerializationSettings => SchemaJson.Settings;

    public JsonSerializerSettings DeserializationSettings => SchemaJson.Settings;

    public ServiceClientCredentials Credentials { get; }

    public HttpClient HttpClient { get; }

    public virtual IAttachments Attachments { get; }

    public virtual IConversations Conversations { get; }

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

    private static HttpClient? Through(DelegatingHandler[]? handlers)
    {
        if (handlers is not { Length: > 0 })
        {
            return null;
        }

        HttpMessageHandler inner = new SocketsHttpHandler { AllowAutoRedirect = false };
        foreach (var handler in handlers)
        {
            handler.InnerHandler ??= inner;
            inner = handler;
        }

        return new HttpClient(inner) { Timeout = ChannelHttp.Timeout };
    }
}
