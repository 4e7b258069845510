using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace LibraryBot.WebChat;

/// <summary>Whom a token lets chat, and in which conversation where it is bound to one.</summary>
/// <param name="User">The person's key on the roster, or an id of a visitor's.</param>
/// <param name="Conversation">The conversation it is bound to, or null before there is one.</param>
/// <param name="Locale">The language of the page, "en" or "es", or null.</param>
internal sealed record WebChatPass(string User, string? Conversation, string? Locale);

/// <summary>
/// Signs and checks the web chat's tokens: JSON Web Tokens (RFC 7519) with HS256 (RFC 7518), audience <c>librarybot-webchat</c>, subject the
/// person's key, <c>conversation</c> and <c>locale</c> where they are known.
/// </summary>
internal sealed class WebChatTokens
{
    private const string Audience = "librarybot-webchat";
    private const int LongestUser = 128;

    private readonly TimeProvider _time;
    private readonly SymmetricSecurityKey _key;
    private readonly byte[] _secret;
    private readonly JsonWebTokenHandler _handler = new() { SetDefaultTimesOnTokenCreation = false, MapInboundClaims = false };

    /// <param name="secret">At least 32 bytes; null makes one up, good until the process ends.</param>
    /// <param name="time">The clock that lifetimes run by.</param>
    public WebChatTokens(string? secret, TimeProvider time)
    {
        _time = time;
        _secret = secret is { Length: > 0 } ? Encoding.UTF8.GetBytes(secret) : RandomNumberGenerator.GetBytes(32);
        _key = new SymmetricSecurityKey(_secret);
    }

    /// <summary>How long a token of this process's is good for.</summary>
    public static TimeSpan Lifetime { get; } = TimeSpan.FromMinutes(30);

    /// <summary>Whether a text is the secret itself, compared in constant time.</summary>
    public bool IsSecret(string text) => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(text), _secret);

    /// <summary>Signs a token.</summary>
    public string Sign(WebChatPass pass)
    {
        var now = _time.GetUtcNow().UtcDateTime;
        var claims = new Dictionary<string, object> { ["sub"] = pass.User };
        if (pass.Conversation is not null)
        {
            claims["conversation"] = pass.Conversation;
        }

        if (pass.Locale is not null)
        {
            claims["locale"] = pass.Locale;
        }

        return _handler.CreateToken(new SecurityTokenDescriptor
        {
            Audience = Audience,
            IssuedAt = now,
            Expires = now + Lifetime,
            Claims = claims,
            SigningCredentials = new SigningCredentials(_key, SecurityAlgorithms.HmacSha256),
        });
    }

    /// <summary>Checks a token.</summary>
    /// <returns>What it allows, or null where it is forged, expired, for somebody else or not a token at all.</returns>
    public async Task<WebChatPass?> CheckAsync(string? token)
    {
        if (string.IsNullOrEmpty(token) || token.Length > 4_096)
        {
            return null;
        }

        var result = await _handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidateIssuer = false,
            ValidAudience = Audience,
            IssuerSigningKey = _key,
            ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
            LifetimeValidator = (notBefore, expires, _, _) => IsNow(notBefore, expires),
        });
        return result.IsValid && Text(result, "sub") is { Length: > 0 and <= LongestUser } user
            ? new WebChatPass(user, Text(result, "conversation"), Text(result, "locale"))
            : null;
    }

    private static string? Text(TokenValidationResult result, string claim) => result.Claims.TryGetValue(claim, out var value) ? value as string : null;

    private bool IsNow(DateTime? notBefore, DateTime? expires)
    {
        var now = _time.GetUtcNow().UtcDateTime;
        var skew = TimeSpan.FromMinutes(1);
        return expires is { } end && end + skew > now && (notBefore is not { } start || start - skew <= now);
    }
}
