namespace Microsoft.Bot.Connector.Authentication;

/// <summary>Knows the apps of a bot and their secrets.</summary>
public interface ICredentialProvider
{
    Task<bool> IsValidAppIdAsync(string appId);

    /// <summary>The secret of an app; null where it is none of this bot's.</summary>
    Task<string?> GetAppPasswordAsync(string appId);

    /// <summary>True when there is no app.</summary>
    Task<bool> IsAuthenticationDisabledAsync();
}
