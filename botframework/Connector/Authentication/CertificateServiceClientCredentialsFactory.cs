using System.Security.Cryptography.X509Certificates;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>One app with a certificate.</summary>
public class CertificateServiceClientCredentialsFactory(X509Certificate2 certificate, string appId, string? tenantId = null, HttpClient? httpClient = null) : AppCredentialsFactory(appId)
{
    private readonly X509Certificate2 _certificate = certificate ?? throw new ArgumentNullException(nameof(certificate));

    private protected override AppCredentials Create(string appId, string? audience, string? loginEndpoint) => new MsalAppCredentials(
        TokenEndpoint.Application(appId, TokenEndpoint.Authority(loginEndpoint, tenantId), httpClient).WithCertificate(_certificate).Build(),
        appId,
        audience);
}
