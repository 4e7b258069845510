using System.Collections.Concurrent;
using Microsoft.Rest;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>A factory for one app; credentials are made once for each audience and endpoint, so that their tokens are kept.</summary>
public abstract class AppCredentialsFactory(string? appId) : ServiceClientCredentialsFactory
{
    private readonly ConcurrentDictionary<(string? Audience, string? LoginEndpoint), AppCredentials> _credentials = new();

    /// <summary>The app's id; null or empty when there is none.</summary>
    public string? AppId { get; } = appId;

    public override Task<bool> IsValidAppIdAsync(string appId, CancellationToken cancellationToken) =>
        Task.FromResult(!string.IsNullOrEmpty(AppId) && string.Equals(appId, AppId, StringComparison.Ordinal));

    public override Task<bool> IsAuthenticationDisabledAsync(CancellationToken cancellationToken) => Task.FromResult(string.IsNullOrEmpty(AppId));

    /// <exception cref="InvalidOperationException"><paramref name="appId"/> is another app.</exception>
    public override async Task<ServiceClientCredentials> CreateCredentialsAsync(string? appId, string? audience, string? loginEndpoint, bool validateAuthority, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(AppId))
        {
            return MicrosoftAppCredentials.Empty;
        }

        if (appId is null || !await IsValidAppIdAsync(appId, cancellationToken).ConfigureAwait(false))
        {
            throw new InvalidOperationException("Invalid appId.");
        }

        return _credentials.GetOrAdd((audience, loginEndpoint), key => Create(AppId, key.Audience, key.LoginEndpoint));
    }

    private protected abstract AppCredentials Create(string appId, string? audience, string? loginEndpoint);
}
