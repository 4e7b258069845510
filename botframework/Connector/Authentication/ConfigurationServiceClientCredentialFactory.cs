using Microsoft.Extensions.Configuration;
using Microsoft.Rest;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>
/// The app of the settings <c>MicrosoftAppId</c>, <c>MicrosoftAppPassword</c>, <c>MicrosoftAppTenantId</c> and
/// <c>MicrosoftAppType</c> (<c>MultiTenant</c> unless given, <c>SingleTenant</c>, <c>UserAssignedMsi</c>).
/// </summary>
public class ConfigurationServiceClientCredentialFactory : ServiceClientCredentialsFactory
{
    private readonly AppCredentialsFactory _inner;

    /// <exception cref="ArgumentException">A setting that the type of app needs is missing, or the type is none of the three.</exception>
    public ConfigurationServiceClientCredentialFactory(IConfiguration configuration, HttpClient? httpClient = null)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var type = configuration["MicrosoftAppType"];
        var appId = configuration["MicrosoftAppId"];
        var password = configuration["MicrosoftAppPassword"];
        var tenantId = configuration["MicrosoftAppTenantId"];
        _inner = (string.IsNullOrWhiteSpace(type) ? "MULTITENANT" : type.Trim().ToUpperInvariant()) switch
        {
            "MULTITENANT" => new PasswordServiceClientCredentialFactory(appId, password, null, httpClient),
            "SINGLETENANT" => new PasswordServiceClientCredentialFactory(Needed(appId, "MicrosoftAppId"), Needed(password, "MicrosoftAppPassword"), Needed(tenantId, "MicrosoftAppTenantId"), httpClient),
            "USERASSIGNEDMSI" => new ManagedIdentityServiceClientCredentialsFactory(Needed(appId, "MicrosoftAppId")),
            _ => throw new ArgumentException($"MicrosoftAppType '{type}' is not one of MultiTenant, SingleTenant and UserAssignedMsi.", nameof(configuration)),
        };
    }

    public override Task<bool> IsValidAppIdAsync(string appId, CancellationToken cancellationToken) => _inner.IsValidAppIdAsync(appId, cancellationToken);

    public override Task<bool> IsAuthenticationDisabledAsync(CancellationToken cancellationToken) => _inner.IsAuthenticationDisabledAsync(cancellationToken);

    public override Task<ServiceClientCredentials> CreateCredentialsAsync(string? appId, string? audience, string? loginEndpoint, bool validateAuthority, CancellationToken cancellationToken)
        => _inner.CreateCredentialsAsync(appId, audience, loginEndpoint, validateAuthority, cancellationToken);

    private static string Needed(string? value, string name) =>
        string.IsNullOrWhiteSpace(value) ? throw new ArgumentException($"{name} is required for this MicrosoftAppType.") : value;
}
