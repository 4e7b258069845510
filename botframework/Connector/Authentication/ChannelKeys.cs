using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>
/// The keys that channels sign with: read when first needed, again after a day, and when a token names a key nobody knows. However many
/// messages wait for them, they are read once.
/// </summary>
internal sealed class ChannelKeys(string metadataUrl, HttpClient client, TimeProvider clock)
{
    /// <summary>When keys are read again.</summary>
    public static readonly TimeSpan RefreshedAfter = TimeSpan.FromHours(24);

    /// <summary>When keys that could not be read again are no longer believed.</summary>
    public static readonly TimeSpan ForgottenAfter = TimeSpan.FromHours(48);

    /// <summary>Forged tokens with keys of their own making must not make a flood of reads: in this time there are <see cref="MostRenewals"/> at most.</summary>
    public static readonly TimeSpan RenewalWindow = TimeSpan.FromSeconds(20);

    public const int MostRenewals = 2;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly Lock _gate = new();
    private readonly HttpDocumentRetriever _documents = new(client) { RequireHttps = !(Uri.TryCreate(metadataUrl, UriKind.Absolute, out var address) && address.IsLoopback) };
    private (OpenIdConnectConfiguration Keys, long ReadAt)? _current;
    private Task<OpenIdConnectConfiguration>? _reading;
    private long? _windowBegan;
    private int _renewals;

    /// <exception cref="ChannelKeysUnavailableException">The metadata cannot be read, and was not in the last two days.</exception>
    public Task<OpenIdConnectConfiguration> GetAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_current is not { } current || clock.GetElapsedTime(current.ReadAt) is var age && age >= ForgottenAfter)
            {
                return ReadOnce().WaitAsync(cancellationToken);
            }

            if (age >= RefreshedAfter && MayRenew())
            {
                // Nobody waits for this; if it fails, the keys at hand serve until they are forgotten.
                _ = ReadOnce().ContinueWith(static read => read.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
            }

            return Task.FromResult(current.Keys);
        }
    }

    /// <summary>Keys newer than <paramref name="known"/> if there are any; <paramref name="known"/> itself when they were read again only just now.</summary>
    /// <exception cref="ChannelKeysUnavailableException">They cannot be read, so that nobody can tell whether the token is good.</exception>
    public Task<OpenIdConnectConfiguration> RenewAsync(OpenIdConnectConfiguration known, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_current is { } current && !ReferenceEquals(current.Keys, known))
            {
                return Task.FromResult(current.Keys);
            }

            return _reading is not null || MayRenew() ? ReadOnce().WaitAsync(cancellationToken) : Task.FromResult(known);
        }
    }

    private bool MayRenew()
    {
        if (_windowBegan is not { } began || clock.GetElapsedTime(began) >= RenewalWindow)
        {
            _windowBegan = clock.GetTimestamp();
            _renewals = 0;
        }

        return _renewals++ < MostRenewals;
    }

    private Task<OpenIdConnectConfiguration> ReadOnce() => _reading ??= Task.Run(ReadAsync);

    private async Task<OpenIdConnectConfiguration> ReadAsync()
    {
        try
        {
            using var patience = new CancellationTokenSource(Patience);
            var keys = await OpenIdConnectConfigurationRetriever.GetAsync(metadataUrl, _documents, patience.Token).ConfigureAwait(false);
            lock (_gate)
            {
                _current = (keys, clock.GetTimestamp());
            }

            return keys;
        }
        // Whatever is wrong with the metadata, it comes to the same: nobody can be authenticated by it.
        catch (Exception e)
        {
            throw new ChannelKeysUnavailableException(e);
        }
        finally
        {
            lock (_gate)
            {
                _reading = null;
            }
        }
    }
}
