using Microsoft.Identity.Client;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>Where the bot gets its tokens.</summary>
internal static class TokenEndpoint
{
    private static readonly HttpClient LoopbackClient = new(new OverPlainHttp { InnerHandler = new SocketsHttpHandler() });

    /// <param name="appId">The app's id.</param>
    /// <param name="loginUrl">The authority, tenant included; see <see cref="Authority"/>.</param>
    /// <param name="client">Sends the requests; MSAL's own unless given.</param>
    public static ConfidentialClientApplicationBuilder Application(string appId, string? loginUrl, HttpClient? client)
    {
        var authority = new UriBuilder(Authority(loginUrl, null));
        var isStandIn = authority is { Scheme: "http", Uri.IsLoopback: true };
        authority.Scheme = isStandIn ? "https" : authority.Scheme;
        var builder = ConfidentialClientApplicationBuilder.Create(appId)
            .WithAuthority(authority.Uri.AbsoluteUri, validateAuthority: false)
            .WithInstanceDiscovery(false);
        var sender = isStandIn ? LoopbackClient : client;
        return sender is null ? builder : builder.WithHttpClientFactory(new Factory(sender));
    }

    /// <summary>The authority of a tenant: the login URL with the tenant where it says <c>{0}</c>, or behind it when it names none.</summary>
    /// <param name="loginUrl">Of a cloud or of a tenant; the public cloud's when null or empty.</param>
    /// <param name="tenantId">The tenant of a single-tenant bot; that of multi-tenant bots when null or empty.</param>
    public static string Authority(string? loginUrl, string? tenantId)
    {
        var tenant = string.IsNullOrWhiteSpace(tenantId) ? AuthenticationConstants.DefaultChannelAuthTenant : tenantId;
        var url = (string.IsNullOrWhiteSpace(loginUrl) ? AuthenticationConstants.ToChannelFromBotLoginUrlTemplate : loginUrl).Replace("{0}", tenant, StringComparison.Ordinal);
        var authority = new UriBuilder(url);
        if (authority.Path.Trim('/').Length == 0)
        {
            authority.Path = tenant;
        }

        return authority.Uri.AbsoluteUri;
    }

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
