namespace Microsoft.Bot.Connector.Authentication;

/// <summary>The scope a token is asked for: the resource, and all that was consented for it.</summary>
internal static class TokenScope
{
    private const string Default = "/.default";

    public static string Of(string? audience)
    {
        var resource = string.IsNullOrEmpty(audience) ? AuthenticationConstants.ToChannelFromBotOAuthScope : audience;
        return resource.EndsWith(Default, StringComparison.Ordinal) ? resource : resource + Default;
    }
}
