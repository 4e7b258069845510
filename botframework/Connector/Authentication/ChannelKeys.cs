using System.Diagnostics.CodeAnalysis;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>The keys that channels sign with: read when first needed, again every day, and when a token names a key nobody knows.</summary>
[SuppressMessage("Design", "CA1001", Justification = "A semaphore whose wait handle nobody asks for holds nothing to dispose.")]
internal sealed class ChannelKeys(string metadataUrl, HttpClient client, TimeProvider clock)
{
    /// <summary>Forged tokens with keys of their own making must not make a flood of reads.</summary>
    private static readonly TimeSpan BetweenReads = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim _renewing = new(1, 1);
    private ConfigurationManager<OpenIdConnectConfiguration> _metadata = Manager(metadataUrl, client);
    private long? _renewedAt;

    /// <exception cref="ChannelKeysUnavailableException">The metadata could not be read and never was.</exception>
    public Task<OpenIdConnectConfiguration> GetAsync(CancellationToken cancellationToken) => ReadAsync(_metadata, cancellationToken);

    /// <summary>
    /// Keys newer than <paramref name="known"/> if there are any. The configuration manager's own refresh runs in the background, so that
    /// the first message after a change of keys would be refused; a new manager is read before it takes the old one's place.
    /// </summary>
    public async Task<OpenIdConnectConfiguration> RenewAsync(OpenIdConnectConfiguration known, CancellationToken cancellationToken)
    {
        await _renewing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var current = await GetAsync(cancellationToken).ConfigureAwait(false);
            if (!ReferenceEquals(current, known) || (_renewedAt is { } last && clock.GetElapsedTime(last) < BetweenReads))
            {
                return current;
            }

            _renewedAt = clock.GetTimestamp();
            var next = Manager(metadataUrl, client);
            current = await ReadAsync(next, cancellationToken).ConfigureAwait(false);
            _metadata = next;
            return current;
        }
        finally
        {
            _renewing.Release();
        }
    }

    private static ConfigurationManager<OpenIdConnectConfiguration> Manager(string url, HttpClient client) => new(
        url,
        new OpenIdConnectConfigurationRetriever(),
        new HttpDocumentRetriever(client) { RequireHttps = !(Uri.TryCreate(url, UriKind.Absolute, out var address) && address.IsLoopback) })
    {
        AutomaticRefreshInterval = TimeSpan.FromHours(24),
    };

    private static async Task<OpenIdConnectConfiguration> ReadAsync(ConfigurationManager<OpenIdConnectConfiguration> metadata, CancellationToken cancellationToken)
    {
        try
        {
            return await metadata.GetConfigurationAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is InvalidOperationException or IOException or HttpRequestException)
        {
            throw new ChannelKeysUnavailableException(e);
        }
    }
}
