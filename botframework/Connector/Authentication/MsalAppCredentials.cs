using System.Text.RegularExpressions;
using Microsoft.Identity.Client;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>Credentials of a bot with a secret or a certificate, by MSAL, which keeps tokens until they run out.</summary>
public partial class MsalAppCredentials : AppCredentials
{
    private readonly IConfidentialClientApplication _application;
    private readonly string[] _scopes;

    /// <param name="clientApplication">The app, with its secret or certificate.</param>
    /// <param name="appId">The app's id.</param>
    /// <param name="scope">What the token is for, such as <c>https://api.botframework.com</c>.</param>
    public MsalAppCredentials(IConfidentialClientApplication clientApplication, string appId, string? scope = null)
    {
        _application = clientApplication ?? throw new ArgumentNullException(nameof(clientApplication));
        MicrosoftAppId = appId;
        _scopes = [TokenScope.Of(scope)];
    }

    public override async Task<string> GetTokenAsync(bool forceRefresh = false)
    {
        try
        {
            var result = await _application.AcquireTokenForClient(_scopes).WithForceRefresh(forceRefresh).ExecuteAsync().ConfigureAwait(false);
            return result.AccessToken;
        }
        // MSAL's exception quotes the whole answer, which may quote the request; whoever logs it must find no secret in it.
        catch (MsalException e)
        {
            var service = e as MsalServiceException;
            throw new MsalServiceException("sign_in_failed", $"The bot could not sign in: {e.GetType().Name}, status {service?.StatusCode}, {DirectoryError().Match(e.Message).Value}", service?.StatusCode ?? 0);
        }
    }

    /// <summary>The number by which Microsoft Entra names what went wrong.</summary>
    [GeneratedRegex("AADSTS[0-9]{1,10}")]
    private static partial Regex DirectoryError();
}
