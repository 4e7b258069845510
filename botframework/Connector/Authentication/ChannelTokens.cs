using System.Security.Claims;
using System.Text.Json;
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
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);
    private static readonly JsonWebTokenHandler Handler = new() { MapInboundClaims = false };

    private readonly string[] _requiredEndorsements;
    private readonly ChannelKeys _keys;
    private readonly TokenValidationParameters _rules;

    public ChannelTokens(ChannelSettings settings, ServiceClientCredentialsFactory apps, AuthenticationConfiguration? configuration, HttpClient client)
    {
        _requiredEndorsements = configuration?.RequiredEndorsements ?? [];
        _keys = new ChannelKeys(settings.MetadataUrl, client, TimeProvider.System);
        _rules = new TokenValidationParameters
        {
            ValidIssuer = settings.Issuer,
            AudienceValidator = (audiences, _, _) => audiences.Any(audience => apps.IsValidAppIdAsync(audience, default).GetAwaiter().GetResult()),
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512],
            ClockSkew = ClockSkew,
            RequireSignedTokens = true,
            RequireExpirationTime = true,
            ValidateLifetime = true,
            ValidateIssuerSigningKey = true,
        };
    }

    /// <exception cref="UnauthorizedAccessException">The token does not prove that the activity comes from its channel.</exception>
    public async Task<ClaimsIdentity> ValidateAsync(Activity activity, string authHeader, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(activity.ChannelId) || string.IsNullOrEmpty(activity.ServiceUrl))
        {
            throw new UnauthorizedAccessException("The activity names no channel or no service URL.");
        }

        if (!authHeader.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase))
        {
            throw new UnauthorizedAccessException("The authorization header is no bearer token.");
        }

        var (result, keys) = await ValidateSignatureAsync(authHeader[7..].Trim(), cancellationToken).ConfigureAwait(false);
        var key = ((JsonWebToken)result.SecurityToken).Kid;
        var endorsements = EndorsementsOf(keys, key);
        if (!EndorsementsValidator.Validate(activity.ChannelId, endorsements)
            || !Array.TrueForAll(_requiredEndorsements, required => EndorsementsValidator.Validate(required, endorsements)))
        {
            throw new UnauthorizedAccessException("The signing key is not endorsed for the channel.");
        }

        var serviceUrl = result.ClaimsIdentity.FindFirst(AuthenticationConstants.ServiceUrlClaim)?.Value;
        if (!string.Equals(serviceUrl, activity.ServiceUrl, StringComparison.Ordinal))
        {
            throw new UnauthorizedAccessException("The token is for another service URL.");
        }

        return result.ClaimsIdentity;
    }

    private async Task<(TokenValidationResult Result, OpenIdConnectConfiguration Keys)> ValidateSignatureAsync(string token, CancellationToken cancellationToken)
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

    private Task<TokenValidationResult> ValidateAsync(string token, OpenIdConnectConfiguration keys)
    {
        var rules = _rules.Clone();
        rules.IssuerSigningKeys = keys.SigningKeys;
        return Handler.ValidateTokenAsync(token, rules);
    }

    private static HashSet<string> EndorsementsOf(OpenIdConnectConfiguration keys, string? keyId)
    {
        var key = keys.JsonWebKeySet?.Keys.FirstOrDefault(key => key.Kid == keyId);
        return key?.AdditionalData.TryGetValue("endorsements", out var value) == true
            ? new HashSet<string>(Strings(value), StringComparer.Ordinal)
            : [];
    }

    private static IEnumerable<string> Strings(object value) => value switch
    {
        JsonElement { ValueKind: JsonValueKind.Array } array => array.EnumerateArray()
            .Where(item => item.ValueKind == JsonValueKind.String)
            .Select(item => item.GetString()!),
        IEnumerable<object> list => list.OfType<string>(),
        _ => [],
    };
}
