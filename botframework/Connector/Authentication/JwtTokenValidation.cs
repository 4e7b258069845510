using System.Security.Claims;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>Reads the claims of validated tokens.</summary>
public static class JwtTokenValidation
{
    /// <summary>The app that a token was given to: <c>appid</c> in version 1 (or no version), <c>azp</c> in version 2.</summary>
    public static string? GetAppIdFromClaims(IEnumerable<Claim> claims)
    {
        ArgumentNullException.ThrowIfNull(claims);
        var all = claims as IReadOnlyCollection<Claim> ?? [.. claims];
        return ValueOf(all, AuthenticationConstants.VersionClaim) switch
        {
            null or "" or "1.0" => ValueOf(all, AuthenticationConstants.AppIdClaim),
            "2.0" => ValueOf(all, AuthenticationConstants.AuthorizedParty),
            _ => null,
        };
    }

    private static string? ValueOf(IEnumerable<Claim> claims, string type) => claims.FirstOrDefault(claim => claim.Type == type)?.Value;
}
