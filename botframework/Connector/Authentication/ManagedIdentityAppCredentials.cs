using Azure.Core;
using Azure.Identity;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>Credentials of a bot that runs in Azure as a user-assigned managed identity.</summary>
public class ManagedIdentityAppCredentials : AppCredentials
{
    private readonly ManagedIdentityCredential _identity;
    private readonly TokenRequestContext _request;

    public ManagedIdentityAppCredentials(string appId, string? audience)
    {
        MicrosoftAppId = appId ?? throw new ArgumentNullException(nameof(appId));
        _identity = new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(appId));
        _request = new TokenRequestContext([TokenScope.Of(audience)]);
    }

    public override async Task<string> GetTokenAsync(bool forceRefresh = false) =>
        (await _identity.GetTokenAsync(_request, default).ConfigureAwait(false)).Token;
}
