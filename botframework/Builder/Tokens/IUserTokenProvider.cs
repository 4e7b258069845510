using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder;

/// <summary>Keeps tokens that people gave the bot by signing in.</summary>
public interface IUserTokenProvider
{
    /// <summary>The token of the turn's person; null where there is none.</summary>
    Task<TokenResponse?> GetUserTokenAsync(ITurnContext turnContext, string connectionName, string? magicCode, CancellationToken cancellationToken = default);

    Task<string> GetOauthSignInLinkAsync(ITurnContext turnContext, string connectionName, CancellationToken cancellationToken = default);

    Task<string> GetOauthSignInLinkAsync(ITurnContext turnContext, string connectionName, string? userId, string? finalRedirect = null, CancellationToken cancellationToken = default);

    /// <summary>Forgets a person's token, or all of them without <paramref name="connectionName"/>.</summary>
    Task SignOutUserAsync(ITurnContext turnContext, string? connectionName = null, string? userId = null, CancellationToken cancellationToken = default);

    /// <summary>Which connections there are tokens for; <paramref name="includeFilter"/> names some, separated by commas.</summary>
    Task<TokenStatus[]?> GetTokenStatusAsync(ITurnContext context, string? userId, string? includeFilter = null, CancellationToken cancellationToken = default);

    Task<Dictionary<string, TokenResponse>> GetAadTokensAsync(ITurnContext context, string connectionName, string[] resourceUrls, string? userId = null, CancellationToken cancellationToken = default);
}
