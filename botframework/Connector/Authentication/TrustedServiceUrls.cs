using System.Collections.Concurrent;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>The hosts that may see the bot's tokens.</summary>
internal sealed class TrustedServiceUrls(ChannelSettings settings)
{
    private readonly ConcurrentDictionary<string, bool> _authenticated = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>A stand-in for the token endpoint on this machine gives tokens that open nothing elsewhere.</summary>
    private readonly bool _loopback = Uri.TryCreate(settings.LoginUrl, UriKind.Absolute, out var login) && login.IsLoopback;

    /// <summary>Remembers the service URL of an authenticated activity.</summary>
    public void Add(string serviceUrl)
    {
        if (Uri.TryCreate(serviceUrl, UriKind.Absolute, out var url) && IsProtected(url))
        {
            _authenticated.TryAdd(url.Authority, true);
        }
    }

    public bool Contains(Uri serviceUrl) => IsProtected(serviceUrl) && (IsWellKnown(serviceUrl.Host) || serviceUrl.IsLoopback || _authenticated.ContainsKey(serviceUrl.Authority));

    /// <summary>A token in the clear is a token given away.</summary>
    private bool IsProtected(Uri url) => url.IsLoopback ? _loopback : url.Scheme == Uri.UriSchemeHttps;

    /// <summary>The hosts that channels of the public and the government cloud answer at.</summary>
    private static bool IsWellKnown(string host) =>
        host.EndsWith(".botframework.com", StringComparison.OrdinalIgnoreCase)
        || host.EndsWith(".botframework.us", StringComparison.OrdinalIgnoreCase)
        || host.Equals("smba.trafficmanager.net", StringComparison.OrdinalIgnoreCase)
        || host.Equals("smba.infra.gcc.teams.microsoft.com", StringComparison.OrdinalIgnoreCase)
        || host.Equals("smba.infra.gov.teams.microsoft.us", StringComparison.OrdinalIgnoreCase)
        || host.Equals("smba.infra.dod.teams.microsoft.us", StringComparison.OrdinalIgnoreCase);
}
