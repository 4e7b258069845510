using Microsoft.Rest;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>Knows which apps this bot is, and makes their credentials.</summary>
public abstract class ServiceClientCredentialsFactory
{
    public abstract Task<bool> IsValidAppIdAsync(string appId, CancellationToken cancellationToken);

    /// <summary>True when there is no app, so that nobody can be asked to prove anything.</summary>
    public abstract Task<bool> IsAuthenticationDisabledAsync(CancellationToken cancellationToken);

    /// <param name="appId">The app that calls.</param>
    /// <param name="audience">What the token is for.</param>
    /// <param name="loginEndpoint">Where tokens come from.</param>
    /// <param name="validateAuthority">Kept for callers of the published API; the endpoint is a setting and taken as it is.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public abstract Task<ServiceClientCredentials> CreateCredentialsAsync(string? appId, string? audience, string? loginEndpoint, bool validateAuthority, CancellationToken cancellationToken);
}
