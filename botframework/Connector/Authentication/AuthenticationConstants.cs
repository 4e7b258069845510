namespace Microsoft.Bot.Connector.Authentication;

/// <summary>Names and addresses of the Bot Framework's authentication.</summary>
public static class AuthenticationConstants
{
    public const string ToChannelFromBotLoginUrlTemplate = "https://login.microsoftonline.com/{0}";

    public const string ToChannelFromBotOAuthScope = "https://api.botframework.com";

    public const string ToBotFromChannelTokenIssuer = "https://api.botframework.com";

    public const string ToBotFromChannelOpenIdMetadataUrl = "https://login.botframework.com/v1/.well-known/openidconfiguration";

    /// <summary>The tenant that gives tokens to bots of any tenant.</summary>
    public const string DefaultChannelAuthTenant = "botframework.com";

    public const string AuthorizedParty = "azp";

    public const string AudienceClaim = "aud";

    public const string IssuerClaim = "iss";

    public const string KeyIdHeader = "kid";

    public const string VersionClaim = "ver";

    public const string AppIdClaim = "appid";

    public const string ServiceUrlClaim = "serviceurl";

    /// <summary>The authentication type of who did not have to prove anything.</summary>
    public const string AnonymousAuthType = "anonymous";
}
