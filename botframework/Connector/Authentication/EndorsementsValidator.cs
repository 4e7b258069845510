namespace Microsoft.Bot.Connector.Authentication;

/// <summary>Whether a signing key may speak for a channel.</summary>
public static class EndorsementsValidator
{
    /// <summary>True when <paramref name="expectedEndorsement"/> is among <paramref name="endorsements"/>, or is empty.</summary>
    public static bool Validate(string? expectedEndorsement, HashSet<string> endorsements)
    {
        if (string.IsNullOrEmpty(expectedEndorsement))
        {
            return true;
        }

        ArgumentNullException.ThrowIfNull(endorsements);
        return endorsements.Contains(expectedEndorsement);
    }
}
