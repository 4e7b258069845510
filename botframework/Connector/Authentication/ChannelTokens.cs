using System.Security.Claims;
using Microsoft.Bot.Schema;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>
/// Validates the tokens of incoming activities as the Bot Connector's authentication reference has it, and more strictly:
/// an activity must name its channel and its service URL, and there is no Emulator path.
/// </summary>
internal sealed class ChannelTokens
{
    private const string Scheme = "Bearer ";

    /// <summary>Tokens of channels have some 1,000 characters.</summary>
    private const int LongestToken = 16 * 1024;

    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);
    private static readonly JsonWebTokenHandler Handler = new() { MapInboundClaims = false };
    private static readonly string[] Algorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512];

    private readonly ServiceClientCredentialsFactory _apps;
    private readonly string[] _requiredEndorsements;
    private readonly ChannelKeys _keys;
    private readonly TokenValidationParameters _rules;

    public ChannelTokens(ChannelSettings settings, ServiceClientCredentialsFactory apps, AuthenticationConfiguration? configuration, HttpClient client)
    {
        _apps = apps;
        _requiredEndorsements = configuration?.RequiredEndorsements ?? [];
        _keys = new ChannelKeys(settings.MetadataUrl, client, TimeProvider.System);
        _rules = new TokenValidationParameters
        {
            ValidIssuer = settings.Issuer,
            // The audience is compared below, by who knows the apps, and there may be only one.
            ValidateAudience = false,
            ValidAlgorithms = Algorithms,
            ClockSkew = ClockSkew,
            RequireSignedTokens = true,
            RequireExpirationTime = true,
            ValidateLifetime = true,
            ValidateIssuerSigningKey = true,
            // A token is checked with the key it names and no other, because endorsements belong to that key.
            TryAllIssuerSigningKeys = false,
        };
    }

    /// <exception cref="UnauthorizedAccessException">The token does not prove that the activity comes from its channel.</exception>
    /// <exception cref="ChannelKeysUnavailableException">The keys of the channels cannot be had, so nothing can be proved.</exception>
    public async Task<ClaimsIdentity> ValidateAsync(Activity activity, string authHeader, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(activity.ChannelId) || string.IsNullOrEmpty(activity.ServiceUrl))
        {
            throw new UnauthorizedAccessException("The activity names no channel or no service URL.");
        }

        var (result, keys) = await ValidateSignatureAsync(Read(authHeader), cancellationToken).ConfigureAwait(false);
        var identity = result.ClaimsIdentity;
        if (identity.FindAll(AuthenticationConstants.AudienceClaim).ToList() is not [var audience]
            || !await _apps.IsValidAppIdAsync(audience.Value, cancellationToken).ConfigureAwait(false))
        {
            throw new UnauthorizedAccessException("The token is for another bot.");
        }

        var endorsements = KeyEndorsements.Of(keys, result.SecurityToken.SigningKey?.KeyId);
        if (!EndorsementsValidator.Validate(activity.ChannelId, endorsements)
            || !Array.TrueForAll(_requiredEndorsements, required => EndorsementsValidator.Validate(required, endorsements)))
        {
            throw new UnauthorizedAccessException("The signing key is not endorsed for the channel.");
        }

        var serviceUrl = identity.FindFirst(AuthenticationConstants.ServiceUrlClaim)?.Value;
        return string.Equals(serviceUrl, activity.ServiceUrl, StringComparison.Ordinal)
            ? identity
            : throw new UnauthorizedAccessException("The token is for another service URL.");
    }

    /// <summary>What cannot be a channel's token is refused before any key is asked for.</summary>
    private static JsonWebToken Read(string authHeader)
    {
        if (!authHeader.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) || authHeader.Length > LongestToken)
        {
            throw new UnauthorizedAccessException("The authorization header is no bearer token of a channel.");
        }

        JsonWebToken token;
        try
        {
            token = new JsonWebToken(authHeader[Scheme.Length..].Trim());
        }
        catch (Exception e) when (e is ArgumentException or SecurityTokenException)
        {
            throw new UnauthorizedAccessException("The token cannot be read.");
        }

        return Algorithms.Contains(token.Alg, StringComparer.Ordinal) && !string.IsNullOrEmpty(token.Kid)
            ? token
            : throw new UnauthorizedAccessException("The token is not signed as channels sign.");
    }

    private async Task<(TokenValidationResult Result, OpenIdConnectConfiguration Keys)> ValidateSignatureAsync(JsonWebToken token, CancellationToken cancellationToken)
    {
        var keys = await _keys.GetAsync(cancellationToken).ConfigureAwait(false);
        var result = await ValidateAsync(token, keys).ConfigureAwait(false);
        if (result.Exception is SecurityTokenSignatureKeyNotFoundException)
        {
            keys = await _keys.RenewAsync(keys, cancellationToken).ConfigureAwait(false);
            result = await ValidateAsync(token, keys).ConfigureAwait(false);
        }

        return result.IsValid
            ? (result, keys)
            : throw new UnauthorizedAccessException($"The token is not valid: {result.Exception?.GetType().Name}");
    }

    private Task<TokenValidationResult> ValidateAsync(JsonWebToken token, OpenIdConnectConfiguration keys)
    {
        var rules = _rules.Clone();
        rules.IssuerSigningKeys = keys.SigningKeys;
        return Handler.ValidateTokenAsync(token, rules);
    }
}
