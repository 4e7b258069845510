using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Adapters;

/// <content>Tokens of people who never signed in.</content>
public partial class TestAdapter : IExtendedUserTokenProvider
{
    private readonly TestTokens _tokens = new();

    /// <summary>Lets a person have a token: at once, or, with <paramref name="magicCode"/>, when that is given.</summary>
    public void AddUserToken(string connectionName, string channelId, string userId, string token, string? magicCode = null)
        => _tokens.Add(new(connectionName, channelId, userId), token, magicCode);

    /// <summary>Lets <paramref name="exchangeableItem"/> be exchanged for <paramref name="token"/>.</summary>
    public void AddExchangeableToken(string connectionName, string channelId, string userId, string exchangeableItem, string token)
        => _tokens.AddExchangeable(new(connectionName, channelId, userId), exchangeableItem, token);

    /// <summary>Lets the exchange of <paramref name="exchangeableItem"/> throw an <see cref="InvalidOperationException"/>.</summary>
    public void ThrowOnExchangeRequest(string connectionName, string channelId, string userId, string exchangeableItem)
        => _tokens.AddExchangeable(new(connectionName, channelId, userId), exchangeableItem, null);

    public Task<TokenResponse?> GetUserTokenAsync(ITurnContext turnContext, string connectionName, string? magicCode, CancellationToken cancellationToken = default)
        => GetUserTokenAsync(turnContext, null, connectionName, magicCode, cancellationToken);

    public virtual Task<TokenResponse?> GetUserTokenAsync(ITurnContext turnContext, AppCredentials? oAuthAppCredentials, string connectionName, string? magicCode, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        var activity = turnContext.Activity;
        var token = _tokens.Get(new(connectionName, activity.ChannelId, activity.From.Id), magicCode);
        return Task.FromResult(token is null ? null : new TokenResponse { ConnectionName = connectionName, Token = token });
    }

    public Task<string> GetOauthSignInLinkAsync(ITurnContext turnContext, string connectionName, CancellationToken cancellationToken = default)
        => GetOauthSignInLinkAsync(turnContext, null, connectionName, null, null, cancellationToken);

    public Task<string> GetOauthSignInLinkAsync(ITurnContext turnContext, string connectionName, string? userId, string? finalRedirect = null, CancellationToken cancellationToken = default)
        => GetOauthSignInLinkAsync(turnContext, null, connectionName, userId, finalRedirect, cancellationToken);

    public Task<string> GetOauthSignInLinkAsync(ITurnContext turnContext, AppCredentials? oAuthAppCredentials, string connectionName, CancellationToken cancellationToken = default)
        => GetOauthSignInLinkAsync(turnContext, oAuthAppCredentials, connectionName, null, null, cancellationToken);

    public virtual Task<string> GetOauthSignInLinkAsync(ITurnContext turnContext, AppCredentials? oAuthAppCredentials, string connectionName, string? userId, string? finalRedirect = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        return Task.FromResult(SignInLink(turnContext.Activity, connectionName, userId));
    }

    public Task SignOutUserAsync(ITurnContext turnContext, string? connectionName = null, string? userId = null, CancellationToken cancellationToken = default)
        => SignOutUserAsync(turnContext, null, connectionName, userId, cancellationToken);

    public virtual Task SignOutUserAsync(ITurnContext turnContext, AppCredentials? oAuthAppCredentials, string? connectionName = null, string? userId = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        _tokens.Remove(turnContext.Activity.ChannelId, userId ?? turnContext.Activity.From.Id, connectionName);
        return Task.CompletedTask;
    }

    public Task<TokenStatus[]?> GetTokenStatusAsync(ITurnContext context, string? userId, string? includeFilter = null, CancellationToken cancellationToken = default)
        => GetTokenStatusAsync(context, null, userId, includeFilter, cancellationToken);

    public virtual Task<TokenStatus[]?> GetTokenStatusAsync(ITurnContext context, AppCredentials? oAuthAppCredentials, string? userId, string? includeFilter = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        var status = _tokens.Status(context.Activity.ChannelId, userId ?? context.Activity.From.Id, includeFilter?.Split(','));
        return Task.FromResult(status.Length == 0 ? null : status);
    }

    public Task<Dictionary<string, TokenResponse>> GetAadTokensAsync(ITurnContext context, string connectionName, string[] resourceUrls, string? userId = null, CancellationToken cancellationToken = default)
        => GetAadTokensAsync(context, null, connectionName, resourceUrls, userId, cancellationToken);

    public virtual Task<Dictionary<string, TokenResponse>> GetAadTokensAsync(ITurnContext context, AppCredentials? oAuthAppCredentials, string connectionName, string[] resourceUrls, string? userId = null, CancellationToken cancellationToken = default)
        => Task.FromResult(new Dictionary<string, TokenResponse>());

    public Task<SignInResource> GetSignInResourceAsync(ITurnContext turnContext, string connectionName, CancellationToken cancellationToken = default)
        => GetSignInResourceAsync(turnContext, null, connectionName, null, null, cancellationToken);

    public Task<SignInResource> GetSignInResourceAsync(ITurnContext turnContext, string connectionName, string? userId, string? finalRedirect = null, CancellationToken cancellationToken = default)
        => GetSignInResourceAsync(turnContext, null, connectionName, userId, finalRedirect, cancellationToken);

    public virtual Task<SignInResource> GetSignInResourceAsync(ITurnContext turnContext, AppCredentials? oAuthAppCredentials, string connectionName, string? userId, string? finalRedirect = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        return Task.FromResult(new SignInResource
        {
            SignInLink = SignInLink(turnContext.Activity, connectionName, userId),
            TokenExchangeResource = new TokenExchangeResource { Id = Guid.NewGuid().ToString(), Uri = $"api://{connectionName}/resource" },
        });
    }

    public Task<TokenResponse?> ExchangeTokenAsync(ITurnContext turnContext, string connectionName, string userId, TokenExchangeRequest exchangeRequest, CancellationToken cancellationToken = default)
        => ExchangeTokenAsync(turnContext, null, connectionName, userId, exchangeRequest, cancellationToken);

    public virtual Task<TokenResponse?> ExchangeTokenAsync(ITurnContext turnContext, AppCredentials? oAuthAppCredentials, string connectionName, string userId, TokenExchangeRequest exchangeRequest, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(exchangeRequest);
        var channelId = turnContext.Activity.ChannelId;
        var item = string.IsNullOrEmpty(exchangeRequest.Token) ? exchangeRequest.Uri : exchangeRequest.Token;
        var token = _tokens.Exchange(new(connectionName, channelId, userId), item);
        return Task.FromResult(token is null ? null : new TokenResponse { ChannelId = channelId, ConnectionName = connectionName, Token = token });
    }

    private static string SignInLink(Activity activity, string connectionName, string? userId) =>
        $"https://fake.com/oauthsignin/{connectionName}/{activity.ChannelId}/{userId ?? activity.From?.Id}";
}
