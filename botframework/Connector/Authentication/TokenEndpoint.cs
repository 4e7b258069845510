using Microsoft.Identity.Client;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>Where the bot gets its tokens.</summary>
internal static class TokenEndpoint
{
    private static readonly HttpClient LoopbackClient = new(new OverPlainHttp { InnerHandler = new SocketsHttpHandler() });

    /// <param name="appId">The app's id.</param>
    /// <param name="loginUrl">The authority, tenant included; that of multi-tenant bots when null.</param>
    /// <param name="client">Sends the requests; MSAL's own unless given.</param>
    public static ConfidentialClientApplicationBuilder Application(string appId, string? loginUrl, HttpClient? client)
    {
        var authority = new UriBuilder(string.IsNullOrWhiteSpace(loginUrl) ? ForTenant(null) : loginUrl);
        if (authority.Path.Trim('/').Length == 0)
        {
            authority.Path = AuthenticationConstants.DefaultChannelAuthTenant;
        }

        var isStandIn = authority is { Scheme: "http", Uri.IsLoopback: true };
        authority.Scheme = isStandIn ? "https" : authority.Scheme;
        var builder = ConfidentialClientApplicationBuilder.Create(appId)
            .WithAuthority(authority.Uri.AbsoluteUri, validateAuthority: false)
            .WithInstanceDiscovery(false);
        var sender = isStandIn ? LoopbackClient : client;
        return sender is null ? builder : builder.WithHttpClientFactory(new Factory(sender));
    }

    public static string ForTenant(string? tenantId) => AuthenticationConstants.ToChannelFromBotLoginUrlTemplate.Replace(
        "{0}",
        string.IsNullOrWhiteSpace(tenantId) ? AuthenticationConstants.DefaultChannelAuthTenant : tenantId,
        StringComparison.Ordinal);

    private sealed class Factory(HttpClient client) : IMsalHttpClientFactory
    {
        public HttpClient GetHttpClient() => client;
    }

    /// <summary>MSAL takes only https authorities; a stand-in on this machine has no certificate.</summary>
    private sealed class OverPlainHttp : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.RequestUri is { IsLoopback: true } uri)
            {
                request.RequestUri = new UriBuilder(uri) { Scheme = "http", Port = uri.Port }.Uri;
            }

            return base.SendAsync(request, cancellationToken);
        }
    }
}
