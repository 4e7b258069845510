using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder;

/// <summary>Keeps tokens of people, exchanges them, and can do so in the name of another app.</summary>
public interface IExtendedUserTokenProvider : IUserTokenProvider
{
    Task<TokenResponse?> GetUserTokenAsync(ITurnContext turnContext, AppCredentials? oAuthAppCredentials, string connectionName, string? magicCode, CancellationToken cancellationToken = default);

    Task<string> GetOauthSignInLinkAsync(ITurnContext turnContext, AppCredentials? oAuthAppCredentials, string connectionName, CancellationToken cancellationToken = default);

    Task<string> GetOauthSignInLinkAsync(ITurnContext turnContext, AppCredentials? oAuthAppCredentials, string connectionName, string? userId, string? finalRedirect = null, CancellationToken cancellationToken = default);

    Task SignOutUserAsync(ITurnContext turnContext, AppCredentials? oAuthAppCredentials, string? connectionName = null, string? userId = null, CancellationToken cancellationToken = default);

    Task<TokenStatus[]?> GetTokenStatusAsync(ITurnContext context, AppCredentials? oAuthAppCredentials, string? userId, string? includeFilter = null, CancellationToken cancellationToken = default);

    Task<Dictionary<string, TokenResponse>> GetAadTokensAsync(ITurnContext context, AppCredentials? oAuthAppCredentials, string connectionName, string[] resourceUrls, string? userId = null, CancellationToken cancellationToken = default);

    Task<SignInResource> GetSignInResourceAsync(ITurnContext turnContext, string connectionName, CancellationToken cancellationToken = default);

    Task<SignInResource> GetSignInResourceAsync(ITurnContext turnContext, string connectionName, string? userId, string? finalRedirect = null, CancellationToken cancellationToken = default);

    Task<SignInResource> GetSignInResourceAsync(ITurnContext turnContext, AppCredentials? oAuthAppCredentials, string connectionName, string? userId, string? finalRedirect = null, CancellationToken cancellationToken = default);

    /// <summary>A token for a token, or for the address of a resource; null where there is none.</summary>
    Task<TokenResponse?> ExchangeTokenAsync(ITurnContext turnContext, string connectionName, string userId, TokenExchangeRequest exchangeRequest, CancellationToken cancellationToken = default);

    Task<TokenResponse?> ExchangeTokenAsync(ITurnContext turnContext, AppCredentials? oAuthAppCredentials, string connectionName, string userId, TokenExchangeRequest exchangeRequest, CancellationToken cancellationToken = default);
}
