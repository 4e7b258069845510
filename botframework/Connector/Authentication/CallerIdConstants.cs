namespace Microsoft.Bot.Connector.Authentication;

/// <summary>The values of <see cref="Schema.Activity.CallerId"/>.</summary>
public static class CallerIdConstants
{
    public const string PublicAzureChannel = "urn:botframework:azure";
}
