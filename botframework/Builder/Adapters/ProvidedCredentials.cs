using Microsoft.Bot.Connector.Authentication;
using Microsoft.Rest;

namespace Microsoft.Bot.Builder;

/// <summary>The apps of an <see cref="ICredentialProvider"/>, for adapters of today.</summary>
internal sealed class ProvidedCredentials(ICredentialProvider provider, HttpClient? httpClient) : ServiceClientCredentialsFactory
{
    public override Task<bool> IsValidAppIdAsync(string appId, CancellationToken cancellationToken) => provider.IsValidAppIdAsync(appId);

    public override Task<bool> IsAuthenticationDisabledAsync(CancellationToken cancellationToken) => provider.IsAuthenticationDisabledAsync();

    public override async Task<ServiceClientCredentials> CreateCredentialsAsync(string? appId, string? audience, string? loginEndpoint, bool validateAuthority, CancellationToken cancellationToken)
    {
        if (await provider.IsAuthenticationDisabledAsync().ConfigureAwait(false))
        {
            return MicrosoftAppCredentials.Empty;
        }

        var password = await provider.GetAppPasswordAsync(appId!).ConfigureAwait(false);
        return password is null ? throw new InvalidOperationException("Invalid appId.") : new MicrosoftAppCredentials(appId, password, httpClient, audience);
    }
}
