namespace Microsoft.Bot.Connector.Authentication;

/// <summary>What is asked of incoming requests beyond the rules.</summary>
public class AuthenticationConfiguration
{
    /// <summary>Endorsements a signing key must have besides that of the channel.</summary>
    public string[] RequiredEndorsements { get; set; } = [];
}
