namespace Microsoft.Bot.Connector.Authentication;

/// <summary>One app with a secret.</summary>
public class PasswordServiceClientCredentialFactory(string? appId, string? password, string? tenantId = null, HttpClient? httpClient = null) : AppCredentialsFactory(appId)
{
    private protected override AppCredentials Create(string appId, string? audience, string? loginEndpoint) => new MicrosoftAppCredentials(
        appId,
        password,
        TokenEndpoint.Authority(loginEndpoint, tenantId),
        httpClient,
        audience);
}
