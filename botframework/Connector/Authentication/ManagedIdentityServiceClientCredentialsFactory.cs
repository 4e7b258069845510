namespace Microsoft.Bot.Connector.Authentication;

/// <summary>One app that is a managed identity.</summary>
public class ManagedIdentityServiceClientCredentialsFactory(string appId) : AppCredentialsFactory(appId)
{
    private protected override AppCredentials Create(string appId, string? audience, string? loginEndpoint) => new ManagedIdentityAppCredentials(appId, audience);
}
