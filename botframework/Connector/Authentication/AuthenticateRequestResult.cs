using System.Security.Claims;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>Who sent a request, and the way to answer.</summary>
public class AuthenticateRequestResult
{
    /// <summary>The scope of tokens for calls back to the sender.</summary>
    public string? Audience { get; set; }

    public ClaimsIdentity ClaimsIdentity { get; set; } = null!;

    public string? CallerId { get; set; }

    public ConnectorFactory ConnectorFactory { get; set; } = null!;
}
