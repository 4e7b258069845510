namespace Microsoft.Bot.Connector.Authentication;

/// <summary>Credentials of a bot with an id and a secret; without an id, nothing is sent.</summary>
public class MicrosoftAppCredentials : AppCredentials
{
    private readonly Lazy<MsalAppCredentials> _inner;

    public MicrosoftAppCredentials(string? appId, string? password)
        : this(appId, password, null, null)
    {
    }

    public MicrosoftAppCredentials(string? appId, string? password, HttpClient? customHttpClient, string? oAuthScope = null)
        : this(appId, password, null, customHttpClient, oAuthScope)
    {
    }

    internal MicrosoftAppCredentials(string? appId, string? password, string? loginUrl, HttpClient? customHttpClient, string? oAuthScope)
    {
        MicrosoftAppId = appId;
        MicrosoftAppPassword = password;
        _inner = new(() => new MsalAppCredentials(
            TokenEndpoint.Application(appId!, loginUrl, customHttpClient).WithClientSecret(password).Build(),
            appId!,
            oAuthScope));
    }

    /// <summary>No credentials.</summary>
    public static MicrosoftAppCredentials Empty { get; } = new(null, null);

    public string? MicrosoftAppPassword { get; set; }

    public override Task<string> GetTokenAsync(bool forceRefresh = false) => _inner.Value.GetTokenAsync(forceRefresh);
}
