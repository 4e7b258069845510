using System.Collections.Concurrent;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>The hosts that may see the bot's tokens.</summary>
internal sealed class TrustedServiceUrls(ChannelSettings settings)
{
    private readonly ConcurrentDictionary<string, bool> _authenticated = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Who has stand-ins on this machine for the keys or the token endpoint may have one for the channel too.</summary>
    private readonly bool _loopback = IsLoopback(settings.LoginUrl) || IsLoopback(settings.MetadataUrl);

    /// <summary>Remembers the service URL of an authenticated activity.</summary>
    /// <returns>False when the bot's token may not be sent there all the same.</returns>
    public bool Add(string serviceUrl)
    {
        if (!Uri.TryCreate(serviceUrl, UriKind.Absolute, out var url) || !IsProtected(url))
        {
            return false;
        }

        _authenticated.TryAdd(url.Authority, true);
        return true;
    }

    public bool Contains(Uri serviceUrl) => IsProtected(serviceUrl) && (IsWellKnown(serviceUrl.Host) || serviceUrl.IsLoopback || _authenticated.ContainsKey(serviceUrl.Authority));

    private static bool IsLoopback(string? address) => Uri.TryCreate(address, UriKind.Absolute, out var url) && url.IsLoopback;

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
