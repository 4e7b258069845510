using System.Security.Claims;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>Trust by the settings: see <see cref="ConfigurationServiceClientCredentialFactory"/> for the app, and
/// <c>ToBotFromChannelOpenIdMetadataUrl</c>, <c>ToBotFromChannelTokenIssuer</c>, <c>ToChannelFromBotLoginUrl</c> and
/// <c>ToChannelFromBotOAuthScope</c> for a cloud of its own.</summary>
public class ConfigurationBotFrameworkAuthentication : BotFrameworkAuthentication
{
    private readonly ChannelSettings _settings;
    private readonly ServiceClientCredentialsFactory _apps;
    private readonly ChannelTokens _tokens;
    private readonly TrustedServiceUrls _trusted;
    private readonly IHttpClientFactory? _httpClientFactory;
    private readonly ILogger _logger;

    public ConfigurationBotFrameworkAuthentication(
        IConfiguration configuration,
        ServiceClientCredentialsFactory? credentialsFactory = default,
        AuthenticationConfiguration? authConfiguration = default,
        IHttpClientFactory? httpClientFactory = default,
        ILogger? logger = default)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        _settings = ChannelSettings.From(configuration);
        _httpClientFactory = httpClientFactory;
        _logger = logger ?? NullLogger.Instance;
        _apps = credentialsFactory ?? new ConfigurationServiceClientCredentialFactory(configuration, ChannelHttp.Shared);
        _tokens = new ChannelTokens(_settings, _apps, authConfiguration, ChannelHttp.Shared);
        _trusted = new TrustedServiceUrls(_settings);
    }

    public override async Task<AuthenticateRequestResult> AuthenticateRequestAsync(Activity activity, string? authHeader, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(activity);
        var identity = await IdentifyAsync(activity, authHeader, cancellationToken).ConfigureAwait(false);
        return new AuthenticateRequestResult
        {
            ClaimsIdentity = identity,
            Audience = _settings.Scope,
            CallerId = identity.AuthenticationType == AuthenticationConstants.AnonymousAuthType ? null : _settings.CallerId,
            ConnectorFactory = CreateConnectorFactory(identity),
        };
    }

    public override ConnectorFactory CreateConnectorFactory(ClaimsIdentity claimsIdentity)
    {
        ArgumentNullException.ThrowIfNull(claimsIdentity);
        return new Factory(this, AppIdOf(claimsIdentity));
    }

    public override string GetOriginatingAudience() => _settings.Scope;

    /// <summary>The bot is the audience of an incoming token, and the app of an identity made for a call of its own accord.</summary>
    private static string? AppIdOf(ClaimsIdentity identity) =>
        identity.FindFirst(AuthenticationConstants.AudienceClaim)?.Value ?? JwtTokenValidation.GetAppIdFromClaims(identity.Claims);

    private async Task<ClaimsIdentity> IdentifyAsync(Activity activity, string? authHeader, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(authHeader))
        {
            return await _apps.IsAuthenticationDisabledAsync(cancellationToken).ConfigureAwait(false)
                ? new ClaimsIdentity(AuthenticationConstants.AnonymousAuthType)
                : throw new UnauthorizedAccessException("The request has no authorization header.");
        }

        try
        {
            var identity = await _tokens.ValidateAsync(activity, authHeader, cancellationToken).ConfigureAwait(false);
            return _trusted.Add(activity.ServiceUrl)
                ? identity
                : throw new UnauthorizedAccessException("The bot's token may not be sent to the service URL.");
        }
        catch (UnauthorizedAccessException e)
        {
            // The messages are this assembly's own and hold nothing of the token.
            _logger.LogWarning("Refused an activity: {Reason}", e.Message);
            throw;
        }
    }

    private sealed class Factory(ConfigurationBotFrameworkAuthentication owner, string? appId) : ConnectorFactory
    {
        public override async Task<IConnectorClient> CreateAsync(string serviceUrl, string? audience, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(serviceUrl);
            var url = new Uri(serviceUrl);
            var credentials = await owner._apps.CreateCredentialsAsync(appId, audience ?? owner._settings.Scope, owner._settings.LoginUrl, true, cancellationToken).ConfigureAwait(false);
            return credentials is AppCredentials { MicrosoftAppId: { Length: > 0 } } && !owner._trusted.Contains(url)
                ? throw new InvalidOperationException($"The service URL of host '{url.Host}' is not trusted: the bot's token is not sent there.")
                : new ConnectorClient(url, credentials, ChannelHttp.CreateFrom(owner._httpClientFactory));
        }
    }
}
